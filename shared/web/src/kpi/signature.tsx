import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { TextArea } from '../common/text-area';
import { Choices } from '../common/view';
import type { Plan, Sheet, Warning } from './api';
import { mayDo } from './api';
import { Step } from './step';
import { useKpiTexts } from './texts';

interface Typed {
  how: '' | 'signed' | 'refused' | 'absent';
  reason: string;
}

/** The employee's signature under a plan or a sheet, or why there is none. It blocks nothing. */
export function SignatureStep(props: {
  of: 'plan' | 'sheet';
  document: Plan | Sheet;
  done: (warnings: Warning[]) => void;
  again: () => void;
}) {
  const { of, document, done, again } = props;
  const t = useKpiTexts();
  const { api, claims } = useDesk();
  const own = claims.sub === document.employee;
  if (!mayDo(document, 'sign') || (own && document.signatures?.employee?.signed)) {
    return null;
  }
  const ways = own ? (['signed', 'refused'] as const) : (['refused', 'absent'] as const);
  const send = ({ how, reason }: Typed) => {
    const body = {
      version: document.version,
      ...(how === 'signed' ? { signed: true } : { [how]: reason.trim() }),
    };
    return of === 'plan'
      ? api(at('/kpi-plans/{plan}/signature', { plan: document.id }), { method: 'PUT', body })
      : api(at('/kpi-sheets/{sheet}/signature', { sheet: document.id }), { method: 'PUT', body });
  };
  return (
    <section id="signing">
      <h2>{own ? t('your_signature') : t('employees_signature')}</h2>
      <p class="hint">{t('signature_hint')}</p>
      <Step<Typed>
        step="sign"
        about={`${of} ${document.id}`}
        label={own ? t('sign_save') : t('sign_record')}
        initial={{ how: '', reason: '' }}
        check={({ how, reason }) =>
          how === ''
            ? [{ field: 'sign-how', message: t('error_choose') }]
            : how !== 'signed' && reason.trim() === ''
              ? [{ field: 'sign-reason', message: t('error_reason') }]
              : []
        }
        fieldOf={(pointer) => (/^\/(refused|absent)/.test(pointer) ? 'sign-reason' : undefined)}
        send={send}
        done={done}
        again={again}
      >
        {(form) => (
          <Choices
            id="sign-how"
            legend={own ? t('sign_how') : t('sign_why')}
            error={form.errorAt('sign-how')}
            choices={ways.map((value) => ({ value, label: t(`sign_${value}`) }))}
            selected={[form.typed.how]}
            select={([how = '']) => form.change({ how: how as Typed['how'] })}
            under={(way) =>
              way === 'signed' ? null : (
                <div class="under">
                  <TextArea {...form.text('reason', 'sign-reason')} label={t('reason')} rows={2} />
                </div>
              )
            }
          />
        )}
      </Step>
    </section>
  );
}
