import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { formErrors, useDesk, useLoaded } from '../common/desk';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { useTyped } from '../common/typed';
import { ErrorSummary, errorAt, type FormError, Heading, Note, TextArea } from '../common/view';
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
      {(leaver) => <Form key={leaver.version} leaver={leaver} reload={again} />}
    </LoadedView>
  );
}

function Form({ leaver, reload }: { leaver: Leaver; reload: () => void }) {
  const t = useLeaversTexts();
  const common = useCommonTexts();
  const { api, claims } = useDesk();
  const inWords = useMissing();
  // What was typed over an older version is not sent over a newer one.
  const [typed, setTyped, forget] = useTyped(`correction ${claims.sub} ${leaver.id} ${leaver.version}`, {
    ...typedOf(leaver),
    reason: '',
  });
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [changed, setChanged] = useState(false);
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const wrong = (found: FormError[]) => {
    setErrors(found);
    setAttempt((before) => before + 1);
  };
  const correct = async () => {
    const blank = inWords(missing(typed));
    if (typed.reason.trim() === '') {
      blank.push({ field: 'reason', message: t('missing_reason') });
    }
    if (blank.length > 0) {
      return wrong(blank);
    }
    setBusy(true);
    const reply = await api(at('/exit-interviews/{id}', { id: leaver.id }), {
      method: 'PUT',
      body: { ...leavingOf(typed), reason: typed.reason.trim() },
    });
    setBusy(false);
    if (reply.kind === 'unreachable') {
      return wrong([{ field: SUBMIT, message: `${common('unreachable_title')}. ${t('send_again')}` }]);
    }
    if (reply.kind === 'refused') {
      setChanged(reply.problem.status === 409);
      return wrong(formErrors(reply.problem, fieldOf, SUBMIT));
    }
    forget();
    if (reply.status === 202) {
      location.hash = linkTo(['exit', 'consents'], { asked: reply.body.id });
      return;
    }
    const made = codeIn(reply.body);
    return made === undefined ? toLeaver() : setCode(made);
  };
  const toLeaver = () => {
    location.hash = linkTo(['exit', 'list', 'one', leaver.id], { news: 'corrected' });
  };
  const loadAnew = () => {
    setErrors([]);
    setChanged(false);
    reload();
  };
  if (code !== null) {
    return <Slip code={code} done={toLeaver} />;
  }
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Heading page={`correct ${leaver.id}`} caption={leaver.person}>
        {t(leaver.state === 'WITHDRAWN' ? 'restore_title' : 'correct_title')}
      </Heading>
      {changed && (
        <Note kind="warning">
          <p>{t('changed_or_twice')}</p>
          <button id="reload" type="button" class="button button-plain" onClick={loadAnew}>
            {t('reload')}
          </button>
        </Note>
      )}
      <p>{t('correct_intro')}</p>
      <LeavingFields
        typed={typed}
        change={(leaving) => setTyped({ ...leaving, reason: typed.reason })}
        errors={errors}
      />
      <TextArea
        id="reason"
        label={t('reason')}
        hint={t('reason_hint')}
        value={typed.reason}
        change={(reason) => setTyped({ ...typed, reason })}
        error={errorAt(errors, 'reason')}
      />
      <div class="buttons">
        <button id={SUBMIT} type="button" class="button" disabled={busy} onClick={() => void correct()}>
          {t(leaver.state === 'WITHDRAWN' ? 'restore' : 'correct')}
        </button>
        <a id="back" href={linkTo(['exit', 'list', 'one', leaver.id])}>
          {t('back')}
        </a>
      </div>
    </>
  );
}
