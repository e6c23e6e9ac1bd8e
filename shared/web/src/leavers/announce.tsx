import { useState } from 'preact/hooks';
import { formErrors, useDesk } from '../common/desk';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { useTyped } from '../common/typed';
import { errorAt, ErrorSummary, type FormError, Heading, Note, TextField } from '../common/view';
import type { Announced } from './api';
import { EMPTY, fieldOf, idIn, leavingOf, missing } from './leaving';
import { LeavingFields, useMissing } from './leaving-fields';
import { Slip } from './slip';
import { useLeaversTexts } from './texts';

const SUBMIT = 'announce-submit';

/**
 * Announces somebody who leaves. Sent twice it is one announcement, so after a lost answer the same form goes again: what stood already
 * is then said, with the way to another code.
 */
export function Announce() {
  const t = useLeaversTexts();
  const common = useCommonTexts();
  const { api, claims } = useDesk();
  const told = useMissing();
  const [typed, setTyped, forget] = useTyped(`leaver ${claims.sub}`, EMPTY);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [standing, setStanding] = useState<string>();
  const [made, setMade] = useState<{ id: string; code: string } | null>(null);
  const wrong = (found: FormError[]) => {
    setErrors(found);
    setAttempt((before) => before + 1);
  };
  const announce = async () => {
    setStanding(undefined);
    const blank = missing(typed);
    if (blank.length > 0) {
      return wrong(told(blank));
    }
    setBusy(true);
    const reply = await api<Announced>('/exit-interviews', { method: 'POST', body: { body: claims.body, person: typed.person.trim(), ...leavingOf(typed) } });
    setBusy(false);
    if (reply.kind === 'unreachable') {
      return wrong([{ field: SUBMIT, message: `${common('unreachable_title')}. ${t('send_again')}` }]);
    }
    if (reply.kind === 'refused') {
      setStanding(idIn(reply.problem.detail));
      return wrong(formErrors(reply.problem, fieldOf, SUBMIT));
    }
    setErrors([]);
    forget();
    const { id, code } = reply.body;
    if (code !== undefined) {
      return setMade({ id, code });
    }
    location.hash = linkTo(['exit', 'list', 'one', id], { told: reply.status === 200 ? 'before' : 'announced' });
  };
  if (made !== null) {
    return (
      <Slip
        code={made.code}
        done={() => {
          location.hash = linkTo(['exit', 'list', 'one', made.id]);
        }}
      />
    );
  }
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Heading page="announce">{t('announce_title')}</Heading>
      {standing !== undefined && (
        <Note kind="warning">
          <p>
            <a id="standing" href={linkTo(['exit', 'list', 'one', standing])}>
              {t('see_standing')}
            </a>
          </p>
        </Note>
      )}
      <p>{t('announce_intro')}</p>
      <TextField id="person" label={t('person_label')} hint={t('person_hint')} kind="code" value={typed.person} change={(person) => setTyped({ ...typed, person })} error={errorAt(errors, 'person')} />
      <LeavingFields typed={typed} change={setTyped} errors={errors} />
      <div class="buttons">
        <button id={SUBMIT} type="button" class="button" disabled={busy} onClick={() => void announce()}>
          {t('announce')}
        </button>
        <a id="back" href={linkTo(['exit', 'list'])}>
          {t('back_to_list')}
        </a>
      </div>
    </>
  );
}
