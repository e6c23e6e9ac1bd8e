import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { formErrors, useDesk } from '../common/desk';
import { useCommonTexts } from '../common/texts';
import { ErrorSummary, errorAt, type FormError, Note, TextArea } from '../common/view';
import type { Survey } from '../survey/survey';
import { useDeskTexts } from './texts';

const REASON = 'cancel-reason';

/** Cancels an open survey, with the reason that stands in the audit: nothing of it is ever counted. */
export function CancelSurvey({ survey, cancelled }: { survey: Survey; cancelled: () => void }) {
  const t = useDeskTexts();
  const common = useCommonTexts();
  const { api } = useDesk();
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const wrong = (found: FormError[]) => {
    setErrors(found);
    setAttempt(attempt + 1);
  };
  const cancel = async () => {
    if (reason.trim() === '') {
      return wrong([{ field: REASON, message: t('cancel_error') }]);
    }
    const reply = await api(at('/surveys/{survey}/cancel', { survey: survey.id }), {
      method: 'POST',
      body: { reason: reason.trim() },
    });
    return reply.kind === 'answered'
      ? cancelled()
      : wrong(
          reply.kind === 'refused'
            ? formErrors(reply.problem, () => REASON, REASON)
            : [{ field: REASON, message: common('unreachable_title') }],
        );
  };
  return (
    <details id="cancel">
      <summary>{t('cancel_survey')}</summary>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Note kind="warning">
        <p>{t('cancel_sure')}</p>
      </Note>
      <TextArea
        id={REASON}
        label={t('cancel_reason')}
        error={errorAt(errors, REASON)}
        value={reason}
        change={setReason}
      />
      <button id="cancel-yes" type="button" class="button button-danger" onClick={() => void cancel()}>
        {t('cancel_yes')}
      </button>
    </details>
  );
}
