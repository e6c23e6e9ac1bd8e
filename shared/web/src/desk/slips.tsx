import { useEffect, useRef, useState } from 'preact/hooks';
import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { formErrors, useDesk } from '../common/desk';
import { useLanguage } from '../common/language';
import { QrCode } from '../common/qr-code';
import { readSlipCode, showSlipCode } from '../common/slip-code';
import { useCommonTexts } from '../common/texts';
import { ErrorSummary, errorAt, type FormError, Heading, Note, TextField } from '../common/view';
import { SHORTEST_FINGERPRINT, showCheckCode } from '../survey/fingerprint';
import type { Survey } from '../survey/survey';
import { BodyChoice, useBody } from './body-choice';
import { surveyLink } from './survey-link';
import { useDeskTexts } from './texts';

interface Batch {
  batch: string;
  codes: string[];
  body: string;
}

/** Slips for those without a login: made here, shown once, printed, and forgotten. */
export function Slips({ survey }: { survey: Survey }) {
  const t = useDeskTexts();
  const common = useCommonTexts();
  const { api } = useDesk();
  const [body, setBody] = useBody(survey);
  const [count, setCount] = useState('');
  const [made, setMade] = useState<Batch | null>(null);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    if (made !== null) {
      addEventListener('beforeunload', ask);
    }
    return () => removeEventListener('beforeunload', ask);
  }, [made]);

  const wrong = (found: FormError[]) => {
    setErrors(found);
    setAttempt((before) => before + 1);
  };
  const make = async () => {
    if (!/^\d+$/.test(count.trim())) {
      return wrong([{ field: 'count', message: t('error_number') }]);
    }
    setBusy(true);
    const reply = await api(at('/surveys/{survey}/codes', { survey: survey.id }), {
      method: 'POST',
      body: { body, count: Number(count) },
      idempotencyKey: key.current,
    });
    setBusy(false);
    if (reply.kind === 'answered') {
      key.current = crypto.randomUUID();
      setErrors([]);
      setMade({ ...reply.body, body });
    } else {
      // After a lost answer the same key shows which batch to void; after a refusal the next try is a new one.
      if (reply.kind === 'refused') {
        key.current = crypto.randomUUID();
      }
      wrong(
        reply.kind === 'refused'
          ? formErrors(reply.problem, ({ pointer }) => (pointer === '/count' ? 'count' : undefined), 'slips-submit')
          : [{ field: 'slips-submit', message: common('unreachable_title') }],
      );
    }
  };
  if (made !== null) {
    return (
      <>
        <div class="no-print">
          <Heading page="slips-made">{t('slips')}</Heading>
          <Note kind="warning">
            <p>{t('slips_once')}</p>
            <p>
              {t('slips_batch')}: <strong id="batch">{made.batch}</strong>
            </p>
            <div class="buttons">
              <button id="slips-print" type="button" class="button" onClick={() => print()}>
                {t('slips_print')}
              </button>
              <button id="slips-forget" type="button" class="button button-plain" onClick={() => setMade(null)}>
                {t('slips_forget')}
              </button>
            </div>
          </Note>
        </div>
        <ul id="slips" class="slips">
          {made.codes.map((code) => (
            <Slip key={code} survey={survey} body={made.body} code={code} />
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Heading page="slips">{t('slips_title')}</Heading>
      <p>{t('slips_intro')}</p>
      <BodyChoice survey={survey} body={body} choose={setBody} />
      <TextField
        id="count"
        label={t('slips_count')}
        hint={t('slips_count_hint')}
        error={errorAt(errors, 'count')}
        value={count}
        change={setCount}
        kind="number"
      />
      <button id="slips-submit" type="button" class="button" disabled={busy} onClick={() => void make()}>
        {t('slips_submit')}
      </button>
      <VoidBatch survey={survey} />
    </>
  );
}

function Slip({ survey, body, code }: { survey: Survey; body: string; code: string }) {
  const t = useDeskTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const plain = readSlipCode(code) ?? code;
  const address = new URL(surveyLink(survey));
  return (
    <li class="slip">
      <QrCode text={surveyLink(survey, { code: plain, body })} label={t('slip_qr')} />
      <div>
        <p class="slip-title">{t('slip_title', { year: survey.year })}</p>
        <p>
          <strong>{survey.bodies[body]?.[language]}</strong>
        </p>
        <p>{t('slip_until', { when: showInstant(survey.closes, common) })}</p>
      </div>
      <div class="slip-below">
        <p>
          {t('slip_scan')} <span class="breakable mono">{address.host + address.pathname + address.search}</span>
        </p>
        <p>
          {t('slip_code')}: <strong class="mono slip-code">{showSlipCode(plain)}</strong>
        </p>
        <p>
          {t('slip_check')}:{' '}
          <span class="mono">{showCheckCode(survey.fingerprint.slice(0, SHORTEST_FINGERPRINT))}</span>
        </p>
        <p class="hint">{t('slip_note')}</p>
      </div>
    </li>
  );
}

function VoidBatch({ survey }: { survey: Survey }) {
  const t = useDeskTexts();
  const common = useCommonTexts();
  const { api } = useDesk();
  const [batch, setBatch] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [voided, setVoided] = useState<number | null>(null);
  const submit = async () => {
    setVoided(null);
    if (batch.trim() === '') {
      return setError(t('void_error'));
    }
    const reply = await api(at('/surveys/{survey}/codes/{batch}', { survey: survey.id, batch: batch.trim() }), {
      method: 'DELETE',
    });
    if (reply.kind === 'answered') {
      setError(undefined);
      setVoided(reply.body.voided);
    } else {
      setError(reply.kind === 'refused' ? reply.problem.detail || reply.problem.title : common('unreachable_title'));
    }
  };
  return (
    <>
      <h2>{t('void_title')}</h2>
      <TextField
        id="void-batch"
        label={t('slips_batch')}
        hint={t('void_hint')}
        error={error}
        value={batch}
        change={setBatch}
        kind="code"
      />
      <button id="void-submit" type="button" class="button button-plain" onClick={() => void submit()}>
        {t('void_submit')}
      </button>
      <div role="status">
        {voided !== null && (
          <Note kind="good">
            <p>{t('void_done', { n: voided })}</p>
          </Note>
        )}
      </div>
    </>
  );
}
