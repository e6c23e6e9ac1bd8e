import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { formErrors, useDesk } from '../common/desk';
import { codeOf } from '../common/http';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { useTyped } from '../common/typed';
import { ErrorSummary, errorAt, type FormError, Heading, Note, TextArea, TextField } from '../common/view';
import { codeIn } from './api';
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
  const inWords = useMissing();
  const [typed, setTyped, forget] = useTyped(`leaver ${claims.sub}`, { ...EMPTY, reason: '' });
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  // Whether the year of leaving is settled is the server's to say.
  const [settled, setSettled] = useState(false);
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
      return wrong(inWords(blank));
    }
    setBusy(true);
    const reason = typed.reason.trim();
    const reply = await api(at('/exit-interviews'), {
      method: 'POST',
      body: {
        body: claims.body ?? '',
        person: typed.person.trim(),
        ...leavingOf(typed),
        ...(reason !== '' && { reason }),
      },
    });
    setBusy(false);
    if (reply.kind === 'unreachable') {
      return wrong([{ field: SUBMIT, message: `${common('unreachable_title')}. ${t('send_again')}` }]);
    }
    if (reply.kind === 'refused') {
      setSettled(settled || reply.problem.errors.some(({ pointer }) => pointer === '/reason'));
      setStanding(codeOf(reply.problem).startsWith('CONSENT_') ? undefined : idIn(reply.problem.detail));
      return wrong(formErrors(reply.problem, fieldOf, SUBMIT));
    }
    setErrors([]);
    forget();
    if (reply.status === 202) {
      location.hash = linkTo(['exit', 'consents'], { asked: reply.body.id });
      return;
    }
    const { id } = reply.body;
    const code = codeIn(reply.body);
    if (code !== undefined) {
      return setMade({ id, code });
    }
    location.hash = linkTo(['exit', 'list', 'one', id], { news: reply.status === 200 ? 'before' : 'announced' });
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
      <TextField
        id="person"
        label={t('person_label')}
        hint={t('person_hint')}
        kind="code"
        value={typed.person}
        change={(person) => setTyped({ ...typed, person })}
        error={errorAt(errors, 'person')}
      />
      <LeavingFields
        typed={typed}
        change={(leaving) => setTyped({ ...leaving, reason: typed.reason })}
        errors={errors}
      />
      {(settled || typed.reason !== '') && (
        <TextArea
          id="reason"
          label={t('settled_reason')}
          hint={t('settled_reason_hint')}
          value={typed.reason}
          change={(reason) => setTyped({ ...typed, reason })}
          error={errorAt(errors, 'reason')}
        />
      )}
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
