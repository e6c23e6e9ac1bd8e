import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk, useLoaded } from '../common/desk';
import { Conflict } from '../common/form/conflict';
import { useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';

import { codeIn, type Leaver } from './api';
import { fieldOf, leavingOf, missing, typedOf } from './leaving';
import { LeavingFields, useMissing } from './leaving-fields';
import { Slip } from './slip';
import { useLeaversTexts } from './texts';

const SUBMIT = 'correct-submit';

/** Corrects an announcement, with a reason; one that was withdrawn stands again. */
export function Correct({ id }: { id: string }) {
  const [loaded, again] = useLoaded(at('/exit-interviews/{id}', { id }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(leaver) => <CorrectForm key={leaver.version} leaver={leaver} reload={again} />}
    </LoadedView>
  );
}

function CorrectForm({ leaver, reload }: { leaver: Leaver; reload: () => void }) {
  const t = useLeaversTexts();
  const { api } = useDesk();
  const inWords = useMissing();
  const { id, version } = leaver;
  const initial = { ...typedOf(leaver), reason: '' };
  // Another announcement of the person for that day stands in the way as another correction does.
  const form = useForm(['correction', id, version], initial, SUBMIT, ({ status }) => status === 409);
  const { typed } = form;
  const [code, setCode] = useState<string | null>(null);
  const correct = async () => {
    const blank = inWords(missing(typed));
    if (typed.reason.trim() === '') {
      blank.push({ field: 'reason', message: t('missing_reason') });
    }
    if (blank.length > 0) {
      return form.wrong(blank);
    }
    const body = { ...leavingOf(typed), reason: typed.reason.trim(), version };
    const reply = await form.send(() => api(at('/exit-interviews/{id}', { id }), { method: 'PUT', body }), fieldOf);
    if (reply?.kind !== 'answered') {
      return;
    }
    form.forget();
    const made = codeIn(reply.body);
    if (reply.status === 202) {
      location.hash = linkTo(['exit', 'consents'], { asked: reply.body.id });
    } else if (made !== undefined) {
      setCode(made);
    } else {
      toLeaver();
    }
  };
  const toLeaver = () => {
    location.hash = linkTo(['exit', 'list', 'one', id], { news: 'corrected' });
  };
  const loadAnew = () => {
    form.clear();
    reload();
  };
  if (code !== null) {
    return <Slip code={code} done={toLeaver} />;
  }
  return (
    <FormPage
      form={form}
      page={`correct ${id}`}
      caption={leaver.person}
      title={t(leaver.state === 'WITHDRAWN' ? 'restore_title' : 'correct_title')}
      intro={
        <>
          {form.conflict !== null && (
            <Conflict problem={form.conflict}>
              <button id="reload" type="button" class="button button-plain" onClick={loadAnew}>
                {t('reload')}
              </button>
            </Conflict>
          )}
          <p>{t('correct_intro')}</p>
        </>
      }
      submit={{ id: SUBMIT, label: t(leaver.state === 'WITHDRAWN' ? 'restore' : 'correct') }}
      onSubmit={() => void correct()}
      beside={
        <a id="back" href={linkTo(['exit', 'list', 'one', id])}>
          {t('back')}
        </a>
      }
    >
      <LeavingFields form={form} />
      <TextArea {...form.text('reason')} label={t('reason')} hint={t('reason_hint')} />
    </FormPage>
  );
}
