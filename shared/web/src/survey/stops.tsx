import { useState } from 'preact/hooks';
import { showInstant } from '../common/dates';
import { useCommonTexts } from '../common/texts';
import { ErrorSummary, Heading, Note, TextField } from '../common/view';
import { compactFingerprint, SHORTEST_FINGERPRINT, typedMatches } from './fingerprint';
import { useSurveyTexts } from './texts';

/** Why the page goes no further. */
export type StopReason = 'link' | 'missing' | 'closed' | 'cancelled' | 'unfit' | 'config' | 'elsewhere';

export function Stop({ why, closes }: { why: StopReason; closes: string | undefined }) {
  const t = useSurveyTexts();
  const common = useCommonTexts();
  return (
    <>
      <Heading page={`stop-${why}`}>{t(`stop_${why}_title`)}</Heading>
      <p id="stop" data-why={why}>
        {t(`stop_${why}`, { when: closes === undefined ? '' : showInstant(closes, common) })}
      </p>
    </>
  );
}

/** By the clock of this device, which the person knows better than the page does. */
export function NotOpenYet({ opens, again, goOn }: { opens: string; again: () => void; goOn: () => void }) {
  const t = useSurveyTexts();
  const common = useCommonTexts();
  return (
    <>
      <Heading page="not-open-yet">{t('early_title')}</Heading>
      <p id="early">{t('early', { when: showInstant(opens, common) })}</p>
      <p id="early-clock">{t('early_clock', { now: showInstant(new Date().toISOString(), common) })}</p>
      <div class="buttons">
        <button id="try-again" type="button" class="button" onClick={again}>
          {common('try_again')}
        </button>
        <button id="go-on" type="button" class="button button-plain" aria-describedby="early-clock" onClick={goOn}>
          {t('early_go_on')}
        </button>
      </div>
    </>
  );
}

export function LoginFailed({ again }: { again: () => void }) {
  const t = useSurveyTexts();
  return (
    <>
      <Heading page="login-failed">{t('login_failed_title')}</Heading>
      <p>{t('login_failed')}</p>
      <button id="continue" type="button" class="button" onClick={again}>
        {t('continue')}
      </button>
    </>
  );
}

export function FingerprintMismatch({ given }: { given: string }) {
  const t = useSurveyTexts();
  return (
    <>
      <Heading page="fingerprint-mismatch">{t('fp_mismatch_title')}</Heading>
      <Note kind="warning">
        <p id="fingerprint-mismatch">{t('fp_mismatch')}</p>
      </Note>
      <p class="breakable">{t('fp_mismatch_do', { fp: given === '' ? '–' : given })}</p>
    </>
  );
}

/**
 * The code the server's keys give is never shown here: a person who copies it off this page would have checked nothing.
 */
export function FingerprintAbsent({ fingerprint, matched }: { fingerprint: string; matched: () => void }) {
  const t = useSurveyTexts();
  const [typed, setTyped] = useState('');
  const [checked, setChecked] = useState('');
  const [attempt, setAttempt] = useState(0);
  const message =
    attempt === 0
      ? undefined
      : compactFingerprint(checked).length < SHORTEST_FINGERPRINT
        ? t('fp_error_short')
        : t('fp_error_wrong');
  const check = () => {
    if (typedMatches(fingerprint, typed)) {
      matched();
    } else {
      setChecked(typed);
      setAttempt(attempt + 1);
    }
  };
  return (
    <>
      <ErrorSummary errors={message === undefined ? [] : [{ field: 'fingerprint', message }]} attempt={attempt} />
      <Heading page="fingerprint-absent">{t('fp_absent_title')}</Heading>
      <p>{t('fp_absent')}</p>
      <p>{t('fp_absent_do')}</p>
      <TextField
        id="fingerprint"
        label={t('fp_label')}
        hint={t('fp_hint')}
        error={message}
        value={typed}
        change={setTyped}
        kind="code"
      />
      <button id="continue" type="button" class="button" onClick={check}>
        {t('fp_continue')}
      </button>
    </>
  );
}
