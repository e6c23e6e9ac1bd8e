import { showInstant } from '../common/dates';
import { useCommonTexts } from '../common/texts';
import { Heading, Note } from '../common/view';
import { Anonymity } from './anonymity';
import type { Pending } from './kept';
import type { Progress, Reason } from './sending';
import type { Survey } from './survey';
import { type SurveyKey, useSurveyTexts } from './texts';

const STEPS = ['prepare', 'token', 'wait', 'ballot'] as const;

/** The wait between Send and the receipt, step by step, so that a slow network does not look like a broken page. */
export function Sending({
  progress,
  now,
  logIn,
}: {
  progress: Progress | 'login';
  now: () => void;
  logIn: () => Promise<void>;
}) {
  const t = useSurveyTexts();
  if (progress === 'login') {
    return (
      <>
        <Heading page="sending-login">{t('sending_login')}</Heading>
        <p>{t('sending_login_why')}</p>
        <button id="login" type="button" class="button" onClick={() => void logIn()}>
          {t('login_button')}
        </button>
      </>
    );
  }
  const { step, trouble } = progress;
  return (
    <>
      <Heading page="sending">{t('sending_title')}</Heading>
      <ol class="progress" aria-hidden="true">
        {STEPS.map((each) => (
          <li key={each} class={each === step ? 'now' : STEPS.indexOf(each) < STEPS.indexOf(step) ? 'done' : ''}>
            {t(`sending_${each}`)}
          </li>
        ))}
      </ol>
      <p id="progress" class="hidden" role="status">
        {t(`sending_${step}`)}
      </p>
      <div aria-live="polite" id="trouble">
        {trouble && (
          <Note kind="warning">
            <p>{t(trouble === 'offline' ? 'sending_offline' : 'sending_retry')}</p>
          </Note>
        )}
      </div>
      <p>{t('sending_safe')}</p>
      {trouble && (
        <button id="try-now" type="button" class="button" onClick={now}>
          {t('sending_now')}
        </button>
      )}
    </>
  );
}

/** A ballot sealed here waits for a login. It may be another person's, whose right a second login must not be spent on. */
export function Waiting({ mine, erase }: { mine: () => void; erase: () => void }) {
  const t = useSurveyTexts();
  return (
    <>
      <Heading page="waiting">{t('waiting_title')}</Heading>
      <p>{t('waiting_yours')}</p>
      <div class="buttons buttons-down">
        <button id="waiting-mine" type="button" class="button" onClick={mine}>
          {t('waiting_go')}
        </button>
        <button
          id="waiting-erase"
          type="button"
          class="button button-plain"
          aria-describedby="waiting-erase-hint"
          onClick={erase}
        >
          {t('waiting_erase')}
        </button>
        <p id="waiting-erase-hint" class="hint">
          {t('waiting_erase_hint')}
        </p>
      </div>
    </>
  );
}

/** What can be done after each refusal. */
const WAYS_ON: Record<Reason, ('answers' | 'right' | 'again')[]> = {
  unknown_code: ['right'],
  not_enrolled: ['right'],
  body: ['right'],
  used: ['right'],
  not_open: ['again'],
  closed: [],
  spent: [],
  signature: ['again'],
  answers: ['answers'],
  other: ['again'],
};

export function Refused(props: {
  reason: Reason;
  said: string;
  survey: Survey;
  pending: Pending;
  again: () => void;
  back: () => void;
  changeRight: () => void;
}) {
  const { reason, said, survey, pending, again, back, changeRight } = props;
  const t = useSurveyTexts();
  const common = useCommonTexts();
  const key: SurveyKey =
    reason === 'used' ? `refused_used_${pending.stage === 'sealed' ? pending.right.by : 'code'}` : `refused_${reason}`;
  const kept = reason === 'other' || reason === 'not_open';
  // A firewall may stop a ballot for its words; with the signature got, other answers may be sent.
  const ways = reason === 'other' && pending.stage === 'signed' ? ['again', 'answers'] : WAYS_ON[reason];
  return (
    <>
      <Heading page="refused">{t('refused_title')}</Heading>
      <div id="refused" data-reason={reason}>
        <Note kind="warning">
          <p>{t(key, { opens: showInstant(survey.opens, common), closes: showInstant(survey.closes, common) })}</p>
          {(reason === 'answers' || reason === 'other') && said !== '' && <p>{t('server_said', { what: said })}</p>}
        </Note>
      </div>
      {kept && <p>{t('sending_safe')}</p>}
      {ways.includes('right') && pending.shared && <p id="refused-shared">{t('refused_shared')}</p>}
      <div class="buttons">
        {ways.includes('again') && (
          <button id="try-now" type="button" class="button" onClick={again}>
            {t('sending_now')}
          </button>
        )}
        {ways.includes('answers') && (
          <button id="back" type="button" class={ways.length === 1 ? 'button' : 'button button-plain'} onClick={back}>
            {t('refused_back')}
          </button>
        )}
        {ways.includes('right') && (
          <button id="change-right" type="button" class="button" onClick={changeRight}>
            {t('refused_change_right')}
          </button>
        )}
      </div>
    </>
  );
}

export function Receipt({ receipt, survey, shared }: { receipt: string; survey: Survey; shared: boolean }) {
  const t = useSurveyTexts();
  return (
    <>
      <div class="panel">
        <Heading page="receipt">{t('receipt_title')}</Heading>
        <p>
          {t('receipt_label')}
          <br />
          <strong id="receipt">{receipt}</strong>
        </p>
      </div>
      <p>{t('receipt_keep')}</p>
      <p>{t('receipt_erased')}</p>
      {shared && (
        <Note kind="warning">
          <p>{t('receipt_shared')}</p>
        </Note>
      )}
      <Anonymity survey={survey} level={2} />
    </>
  );
}
