import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { TextArea } from '../common/text-area';
import { Choices, Note, TextField } from '../common/view';
import { mayDo } from './api';
import type { SheetSteps } from './one-sheet';
import { Step } from './step';
import { useKpiTexts } from './texts';

interface Typed {
  how: '' | 'order' | 'declined';
  number: string;
  date: string;
  declined: string;
}

const FIELDS: Record<string, string> = {
  '/order/number': 'order-number',
  '/order/date': 'order-date',
  '/order': 'cancel-how',
  '/declined': 'declined',
};

/** The head answers a proposal: cancels the decision by an own act, or says why not. */
export function Cancellation({ sheet, done, again }: SheetSteps) {
  const t = useKpiTexts();
  const { api } = useDesk();
  if (!mayDo(sheet, 'cancel')) {
    return null;
  }
  const check = ({ how, number, date, declined }: Typed) => [
    ...(how === '' ? [{ field: 'cancel-how', message: t('error_choose') }] : []),
    ...(how === 'order' && number.trim() === '' ? [{ field: 'order-number', message: t('error_number') }] : []),
    ...(how === 'order' && date === '' ? [{ field: 'order-date', message: t('error_date') }] : []),
    ...(how === 'declined' && declined.trim() === '' ? [{ field: 'declined', message: t('error_reason') }] : []),
  ];
  const send = ({ how, number, date, declined }: Typed) =>
    api(at('/kpi-sheets/{sheet}/cancellation', { sheet: sheet.id }), {
      method: 'POST',
      body: {
        version: sheet.version,
        ...(how === 'order' ? { order: { number: number.trim(), date } } : { declined: declined.trim() }),
      },
    });
  return (
    <section id="cancelling">
      <h2>{t('cancellation')}</h2>
      <Note>
        <p>{t('cancellation_hint')}</p>
      </Note>
      <Step<Typed>
        step="cancel"
        about={sheet.id}
        label={t('cancel_save')}
        initial={{ how: '', number: '', date: '', declined: '' }}
        check={check}
        send={send}
        fieldOf={(pointer) => FIELDS[pointer]}
        done={done}
        again={again}
      >
        {(form) => (
          <Choices
            id="cancel-how"
            legend={t('cancel_how')}
            error={form.errorAt('cancel-how')}
            choices={(['order', 'declined'] as const).map((value) => ({ value, label: t(`cancel_${value}`) }))}
            selected={[form.typed.how]}
            select={([how = '']) => form.change({ how: how as Typed['how'] })}
            under={(how) => (
              <div class="under">
                {how === 'order' ? (
                  <>
                    <TextField {...form.text('number', 'order-number')} label={t('order_number')} kind="short" />
                    <TextField {...form.text('date', 'order-date')} label={t('order_date')} kind="date" />
                  </>
                ) : (
                  <TextArea {...form.text('declined')} label={t('reason')} rows={3} />
                )}
              </div>
            )}
          />
        )}
      </Step>
    </section>
  );
}
