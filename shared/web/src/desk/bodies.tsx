import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { useLoaded } from '../common/desk';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { Heading, Note } from '../common/view';
import type { StateBody } from './api';
import { BodyForm } from './body-form';
import { useDeskTexts } from './texts';

/** The directory the ballot groups are made from. */
export function Bodies() {
  const t = useDeskTexts();
  const language = useLanguage();
  const [loaded, again] = useLoaded(at('/bodies'));
  const [edited, setEdited] = useState<StateBody | 'new' | null>(null);
  const [saved, setSaved] = useState(false);
  const bodies = loaded.at === 'here' ? loaded.value.bodies : [];
  if (edited !== null) {
    return (
      <BodyForm
        body={edited === 'new' ? null : edited}
        others={bodies}
        done={(changed) => {
          setEdited(null);
          setSaved(changed);
          again();
        }}
      />
    );
  }
  return (
    <>
      <Heading page="bodies">{t('bodies')}</Heading>
      <p>{t('bodies_intro')}</p>
      <div role="status">
        {saved && (
          <Note kind="good">
            <p>{t('saved')}</p>
          </Note>
        )}
      </div>
      <p>
        <button id="body-add" type="button" class="button" onClick={() => setEdited('new')}>
          {t('body_add')}
        </button>
      </p>
      <LoadedView loaded={loaded} again={again}>
        {() => (
          <div class="scroll" tabIndex={0} role="region" aria-label={t('bodies')}>
            <table id="bodies">
              <thead>
                <tr>
                  <th scope="col">{t('body')}</th>
                  <th scope="col" class="figure">
                    {t('headcount')}
                  </th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {bodies.map((body) => (
                  <tr key={body.id}>
                    <th scope="row">
                      {body.name[language]}
                      <br />
                      <span class="hint mono">{body.id}</span>
                    </th>
                    <td class="figure">{body.headcount}</td>
                    <td>
                      <button
                        type="button"
                        class="link-button"
                        aria-label={t('body_edit_of', { body: body.name[language] })}
                        onClick={() => setEdited(body)}
                      >
                        {t('body_edit')}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </LoadedView>
    </>
  );
}
