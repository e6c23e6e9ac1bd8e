import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import { PersonField } from '../common/form/person-field';
import { linkTo } from '../common/route';
import { useAppraisalTexts } from './texts';

const SUBMIT = 'open-submit';

/** Opens one person's quarter, or checks it anew against the directory; the schedule opens all of them by itself. */
export function OpenQuarter({ quarter, opened }: { quarter: string; opened: () => void }) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  const form = useForm(['open quarter', quarter], { employee: '' }, SUBMIT);
  const open = async () => {
    const employee = form.typed.employee.trim();
    if (employee === '') {
      return form.wrong([{ field: 'employee', message: t('missing_employee') }]);
    }
    const reply = await form.send(
      () =>
        api(at('/appraisals'), { method: 'POST', body: { employee, quarter }, idempotencyKey: form.idempotencyKey }),
      (pointer) => (pointer === '/employee' ? 'employee' : undefined),
    );
    if (reply?.kind === 'answered') {
      form.forget();
      opened();
      location.hash = linkTo(['appraisals', 'one', reply.body.id]);
    }
  };
  return (
    <details id="open-quarter">
      <summary>{t('open_title')}</summary>
      <p>{t('open_intro')}</p>
      <FormPart
        form={form}
        submit={{ id: SUBMIT, label: t('open_submit'), kind: 'plain' }}
        onSubmit={() => void open()}
      >
        <PersonField {...form.text('employee')} label={t('employee')} />
      </FormPart>
    </details>
  );
}
