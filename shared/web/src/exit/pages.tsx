import { Beginning } from '../common/beginning';
import { useLanguage } from '../common/language';
import { Heading, Note } from '../common/view';
import type { Form } from './form';
import type { Reason } from './sending';
import { useExitTexts } from './texts';

/** The first page: what this is, who reads the answers and who does not, and whether the device may keep them. */
export function Start(props: {
  form: Form;
  shared: boolean | null;
  setShared: (shared: boolean) => void;
  draft: boolean;
  eraseDraft: () => void;
  next: () => void;
}) {
  const { form, ...beginning } = props;
  const t = useExitTexts();
  const language = useLanguage();
  return (
    <Beginning {...beginning}>
      <Heading page="start">{form.title[language]}</Heading>
      <p class="lead">{form.intro[language]}</p>
      <p>{t('start_time')}</p>
      <Note>
        <p>{t('start_who')}</p>
        <p>{t('start_body')}</p>
      </Note>
      <details>
        <summary>{t('start_limits')}</summary>
        <ul>
          <li>{t('limit_counts')}</li>
          <li>{t('limit_one')}</li>
          <li>{t('limit_network')}</li>
        </ul>
      </details>
      <p>{t('leave_hint')}</p>
    </Beginning>
  );
}

/** @param safe where the answers wait meanwhile */
export function Sending({
  trouble,
  safe,
  now,
}: {
  trouble: 'retry' | 'offline' | null;
  safe: string;
  now: () => void;
}) {
  const t = useExitTexts();
  return (
    <>
      <Heading page="sending">{t('sending_title')}</Heading>
      <p role="status">{safe}</p>
      <div aria-live="polite" id="trouble">
        {trouble && (
          <>
            <Note kind="warning">
              <p>{t(trouble === 'offline' ? 'sending_offline' : 'sending_retry')}</p>
            </Note>
            <button id="try-now" type="button" class="button" onClick={now}>
              {t('sending_now')}
            </button>
          </>
        )}
      </div>
    </>
  );
}

/** Answers of somebody who logs in wait on this device; they go on only with a login. */
export function Waiting({ mine, erase }: { mine: () => void; erase: () => void }) {
  const t = useExitTexts();
  return (
    <>
      <Heading page="waiting">{t('waiting_title')}</Heading>
      <p>{t('waiting')}</p>
      <div class="buttons">
        <button id="login" type="button" class="button" onClick={mine}>
          {t('login_button')}
        </button>
        <button id="erase" type="button" class="button button-plain" onClick={erase}>
          {t('waiting_erase')}
        </button>
      </div>
    </>
  );
}

export function Refused({
  reason,
  said,
  again,
  back,
  changeRight,
}: {
  reason: Reason;
  said: string;
  again: () => void;
  back: () => void;
  changeRight: () => void;
}) {
  const t = useExitTexts();
  const over = reason === 'given' || reason === 'exempt' || reason === 'late';
  const right = reason === 'unknown_code' || reason === 'not_invited';
  return (
    <>
      <Heading page={`refused-${reason}`}>{t('refused_title')}</Heading>
      <Note kind="warning">
        <p id="refused" data-reason={reason}>
          {t(`refused_${reason}`, { what: said })}
        </p>
      </Note>
      {reason === 'other' && <p>{t('sending_safe')}</p>}
      {!over && (
        <div class="buttons">
          {reason === 'other' && (
            <button id="try-now" type="button" class="button" onClick={again}>
              {t('sending_now')}
            </button>
          )}
          <button
            id={right ? 'change-right' : 'back'}
            type="button"
            class={reason === 'other' ? 'button button-plain' : 'button'}
            onClick={right ? changeRight : back}
          >
            {t(right ? 'refused_change_right' : 'refused_back')}
          </button>
        </div>
      )}
    </>
  );
}

export function Received({ shared }: { shared: boolean }) {
  const t = useExitTexts();
  return (
    <>
      <div class="panel">
        <Heading page="received">{t('received_title')}</Heading>
      </div>
      <p id="received">{t('received')}</p>
      <p>{t('received_erased')}</p>
      {shared && (
        <Note kind="warning">
          <p>{t('received_shared')}</p>
        </Note>
      )}
    </>
  );
}

export type Why = 'config' | 'not_invited' | 'given' | 'exempt' | 'late' | 'login';

/** Why the page goes no further, and who to turn to. */
export function Stop({ why, another }: { why: Why; another: (() => void) | null }) {
  const t = useExitTexts();
  return (
    <>
      <Heading page={`stop-${why}`}>{t(`stop_${why}_title`)}</Heading>
      <p id="stop" data-why={why}>
        {t(`stop_${why}`)}
      </p>
      {another !== null && why !== 'config' && why !== 'login' && (
        <button id="another-code" type="button" class="button button-plain" onClick={another}>
          {t('another_code')}
        </button>
      )}
    </>
  );
}
