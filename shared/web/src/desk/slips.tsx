import { useEffect, useRef, useState } from 'preact/hooks';
import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { useDesk } from '../common/desk';
import { useAttempt } from '../common/form/attempt';
import { FormPage, FormPart } from '../common/form/form-page';
import { useLanguage } from '../common/language';
import { QrCode } from '../common/qr-code';
import { readSlipCode, showSlipCode } from '../common/slip-code';
import { useCommonTexts } from '../common/texts';
import { Heading, Note, TextField } from '../common/view';
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
  const [made, setMade] = useState<Batch | null>(null);
  return made === null ? (
    <MakeSlips survey={survey} made={setMade} />
  ) : (
    <MadeSlips survey={survey} made={made} forget={() => setMade(null)} />
  );
}

function MakeSlips({ survey, made }: { survey: Survey; made: (batch: Batch) => void }) {
  const t = useDeskTexts();
  const { api } = useDesk();
  const [body, setBody] = useBody(survey);
  const [count, setCount] = useState('');
  const form = useAttempt('slips-submit');
  const key = useRef(crypto.randomUUID());
  const make = async () => {
    if (!/^\d+$/.test(count.trim())) {
      return form.wrong([{ field: 'count', message: t('error_number') }]);
    }
    const reply = await form.send(
      () =>
        api(at('/surveys/{survey}/codes', { survey: survey.id }), {
          method: 'POST',
          body: { body, count: Number(count) },
          idempotencyKey: key.current,
        }),
      (pointer) => (pointer === '/count' ? 'count' : undefined),
    );
    // After a lost answer the same key shows which batch to void; after a refusal the next try is a new one.
    if (reply?.kind === 'answered' || reply?.kind === 'refused') {
      key.current = crypto.randomUUID();
    }
    if (reply?.kind === 'answered') {
      made({ ...reply.body, body });
    }
  };
  return (
    <>
      <FormPage
        form={form}
        page="slips"
        title={t('slips_title')}
        intro={<p>{t('slips_intro')}</p>}
        submit={{ id: 'slips-submit', label: t('slips_submit') }}
        onSubmit={() => void make()}
      >
        <BodyChoice survey={survey} body={body} choose={setBody} />
        <TextField
          id="count"
          label={t('slips_count')}
          hint={t('slips_count_hint')}
          error={form.errorAt('count')}
          value={count}
          change={setCount}
          kind="number"
        />
      </FormPage>
      <VoidBatch survey={survey} />
    </>
  );
}

/** Whoever leaves the page before printing is asked. */
function MadeSlips({ survey, made, forget }: { survey: Survey; made: Batch; forget: () => void }) {
  const t = useDeskTexts();
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);
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
            <button id="slips-forget" type="button" class="button button-plain" onClick={forget}>
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
  const { api } = useDesk();
  const [batch, setBatch] = useState('');
  const [voided, setVoided] = useState<number | null>(null);
  const form = useAttempt('void-batch');
  const submit = async () => {
    setVoided(null);
    if (batch.trim() === '') {
      return form.wrong([{ field: 'void-batch', message: t('void_error') }]);
    }
    const place = at('/surveys/{survey}/codes/{batch}', { survey: survey.id, batch: batch.trim() });
    const reply = await form.send(() => api(place, { method: 'DELETE' }));
    setVoided(reply?.kind === 'answered' ? reply.body.voided : null);
  };
  return (
    <section>
      <h2>{t('void_title')}</h2>
      <FormPart
        form={form}
        submit={{ id: 'void-submit', label: t('void_submit'), kind: 'plain' }}
        onSubmit={() => void submit()}
      >
        <TextField
          id="void-batch"
          label={t('slips_batch')}
          hint={t('void_hint')}
          error={form.errorAt('void-batch')}
          value={batch}
          change={setBatch}
          kind="code"
        />
      </FormPart>
      <div role="status">
        {voided !== null && (
          <Note kind="good">
            <p>{t('void_done', { n: voided })}</p>
          </Note>
        )}
      </div>
    </section>
  );
}
