import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import { useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { useLanguage } from '../common/language';
import { linkTo } from '../common/route';
import { almatyYear } from '../common/today';
import { SelectField, TextField } from '../common/view';
import { nameOptions } from './people';
import { useKpiTexts } from './texts';

interface Typed {
  employee: string;
  from: string;
  to: string;
}

const FIELDS: Record<string, string> = {
  '/employee': 'employee',
  '/period': 'from',
  '/period/from': 'from',
  '/period/to': 'to',
};

/** The manager opens a plan for one of the own people and a period. */
export function NewPlan() {
  return (
    <WithDirectory>
      <NewPlanForm />
    </WithDirectory>
  );
}

function NewPlanForm() {
  const t = useKpiTexts();
  const language = useLanguage();
  const { api } = useDesk();
  const { people } = useDirectory();
  const year = almatyYear(new Date());
  const form = useForm<Typed>(
    ['kpi new plan'],
    { employee: '', from: `${year}-01-01`, to: `${year}-12-31` },
    'open-plan',
  );
  const open = async () => {
    const { employee, from, to } = form.typed;
    const wrong = [
      ...(employee === '' ? [{ field: 'employee', message: t('error_choose') }] : []),
      ...(from === '' ? [{ field: 'from', message: t('error_date') }] : []),
      ...(to === '' ? [{ field: 'to', message: t('error_date') }] : []),
    ];
    if (wrong.length > 0) {
      return form.wrong(wrong);
    }
    const body = { employee, period: { from, to } };
    const reply = await form.send(
      () => api(at('/kpi-plans'), { method: 'POST', body, idempotencyKey: form.idempotencyKey }),
      (pointer) => FIELDS[pointer],
    );
    if (reply?.kind === 'answered') {
      form.forget();
      location.hash = linkTo(['kpi', 'plans', reply.body.id]);
    }
  };
  return (
    <FormPage
      form={form}
      page="new-plan"
      title={t('new_plan')}
      intro={<p>{t('new_plan_intro')}</p>}
      submit={{ id: 'open-plan', label: t('open_plan') }}
      onSubmit={() => void open()}
    >
      <SelectField
        {...form.text('employee')}
        label={t('employee')}
        hint={people.length === 0 ? t('no_people') : undefined}
        options={[['', t('choose')], ...nameOptions(people, language)]}
      />
      <div class="beside">
        <TextField {...form.text('from')} label={t('period_from')} kind="date" />
        <TextField {...form.text('to')} label={t('period_to')} kind="date" />
      </div>
    </FormPage>
  );
}
