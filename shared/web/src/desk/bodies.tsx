import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { formErrors, useDesk, useLoaded } from '../common/desk';
import type { Fault } from '../common/http';
import { type Localised, useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { useCommonTexts } from '../common/texts';
import { useTyped } from '../common/typed';
import { ErrorSummary, errorAt, type FormError, Heading, Note, SelectField, TextField } from '../common/view';
import type { StateBody } from './api';
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

function BodyForm({
  body,
  others,
  done,
}: {
  body: StateBody | null;
  others: StateBody[];
  done: (changed: boolean) => void;
}) {
  const t = useDeskTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const { api, claims } = useDesk();
  const version = body?.version ?? 'none';
  // What was typed over an older version is not sent over a newer one.
  const [typed, setTyped, forget] = useTyped<Typed>(`body ${claims.sub} ${body?.id ?? ''} ${version}`, typedOf(body));
  const { id, name, kind, parent, territory, headcount } = typed;
  const change = (changed: Partial<Typed>) => setTyped({ ...typed, ...changed });
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const wrong = (found: FormError[]) => {
    setErrors(found);
    setAttempt((before) => before + 1);
  };
  const save = async () => {
    const missing: FormError[] = [];
    if (id.trim() === '') {
      missing.push({ field: 'body-id', message: t('body_id_error') });
    }
    if (!/^\d+$/.test(headcount.trim())) {
      missing.push({ field: 'headcount', message: t('error_number') });
    }
    if (missing.length > 0) {
      return wrong(missing);
    }
    const { category } = body ?? {};
    const reply = await api(at('/bodies/{body}', { body: id.trim() }), {
      method: 'PUT',
      body: {
        name,
        kind,
        ...(category && { category }),
        ...(territory.trim() !== '' && { territory: territory.trim() }),
        ...(parent !== '' && { parent }),
        headcount: Number(headcount),
        version,
      },
    });
    if (reply.kind === 'answered') {
      forget();
      done(true);
    } else {
      wrong(
        reply.kind === 'refused'
          ? formErrors(reply.problem, fieldOf, 'body-save')
          : [{ field: 'body-save', message: common('unreachable_title') }],
      );
    }
  };
  const cancel = () => {
    forget();
    done(false);
  };
  const kinds = (['OMO', 'ZHAO', 'OTHER'] as const).map((each): [string, string] => [each, t(`kind_${each}`)]);
  const parents = others
    .filter((other) => other.id !== id && other.parent === undefined && other.kind !== 'OTHER')
    .map((other): [string, string] => [other.id, other.name[language]]);
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Heading page="body">{body === null ? t('body_add') : body.name[language]}</Heading>
      {body === null && (
        <TextField
          id="body-id"
          label={t('body_id')}
          hint={t('body_id_hint')}
          error={errorAt(errors, 'body-id')}
          value={id}
          change={(value) => change({ id: value })}
          kind="code"
        />
      )}
      {(['kk', 'ru', 'en'] as const).map((each) => (
        <TextField
          key={each}
          id={`name-${each}`}
          label={t(`name_${each}`)}
          error={errorAt(errors, `name-${each}`)}
          value={name[each]}
          change={(value) => change({ name: { ...name, [each]: value } })}
        />
      ))}
      <SelectField
        id="kind"
        label={t('kind')}
        error={errorAt(errors, 'kind')}
        value={kind}
        change={(value) => change({ kind: value as StateBody['kind'] })}
        options={kinds}
      />
      <SelectField
        id="parent"
        label={t('parent')}
        error={errorAt(errors, 'parent')}
        value={parent}
        change={(value) => change({ parent: value })}
        options={[['', t('parent_none')], ...parents]}
      />
      <TextField
        id="territory"
        label={t('territory')}
        hint={t('territory_hint')}
        error={errorAt(errors, 'territory')}
        value={territory}
        change={(value) => change({ territory: value })}
        kind="code"
      />
      <TextField
        id="headcount"
        label={t('headcount')}
        error={errorAt(errors, 'headcount')}
        value={headcount}
        change={(value) => change({ headcount: value })}
        kind="number"
      />
      <div class="buttons">
        <button id="body-save" type="button" class="button" onClick={() => void save()}>
          {t('save')}
        </button>
        <button id="body-cancel" type="button" class="button button-plain" onClick={cancel}>
          {t('cancel')}
        </button>
      </div>
    </>
  );
}

/** A body as it stands in the form. */
interface Typed {
  id: string;
  name: Localised;
  kind: StateBody['kind'];
  parent: string;
  territory: string;
  headcount: string;
}

function typedOf(body: StateBody | null): Typed {
  return {
    id: body?.id ?? '',
    name: body?.name ?? { kk: '', ru: '', en: '' },
    kind: body?.kind ?? 'OMO',
    parent: body?.parent ?? '',
    territory: body?.territory ?? '',
    headcount: body === null ? '' : String(body.headcount),
  };
}

function fieldOf({ pointer = '' }: Fault): string | undefined {
  const fields: Record<string, string> = {
    '/body': 'body-id',
    '/name/kk': 'name-kk',
    '/name/ru': 'name-ru',
    '/name/en': 'name-en',
    '/kind': 'kind',
    '/parent': 'parent',
    '/territory': 'territory',
    '/headcount': 'headcount',
  };
  return fields[pointer];
}
