import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import { TextArea } from '../common/text-area';
import { Note } from '../common/view';
import type { Survey } from '../survey/survey';
import { useDeskTexts } from './texts';

const REASON = 'cancel-reason';

/** Cancels an open survey, with the reason that stands in the audit: nothing of it is ever counted. */
export function CancelSurvey({ survey, cancelled }: { survey: Survey; cancelled: () => void }) {
  const t = useDeskTexts();
  const { api } = useDesk();
  const form = useForm(['cancellation', survey.id], { reason: '' }, REASON);
  const cancel = async () => {
    const reason = form.typed.reason.trim();
    if (reason === '') {
      return form.wrong([{ field: REASON, message: t('cancel_error') }]);
    }
    const place = at('/surveys/{survey}/cancel', { survey: survey.id });
    const reply = await form.send(
      () => api(place, { method: 'POST', body: { reason } }),
      () => REASON,
    );
    if (reply?.kind === 'answered') {
      form.forget();
      cancelled();
    }
  };
  const submit = { id: 'cancel-yes', label: t('cancel_yes'), kind: 'danger' } as const;
  return (
    <details id="cancel">
      <summary>{t('cancel_survey')}</summary>
      <Note kind="warning">
        <p>{t('cancel_sure')}</p>
      </Note>
      <FormPart form={form} submit={submit} onSubmit={() => void cancel()}>
        <TextArea {...form.text('reason', REASON)} label={t('cancel_reason')} />
      </FormPart>
    </details>
  );
}
