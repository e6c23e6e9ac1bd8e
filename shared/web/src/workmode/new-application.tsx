import { at } from '../common/api';
import { showDate } from '../common/dates';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { WithDirectory } from '../common/directory';
import { type Form, useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { PersonField } from '../common/form/person-field';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { type FormError, TextField } from '../common/view';
import { fromAlmaty } from '../desk/almaty-time';
import type { Values } from './api';
import { HoursFields, hoursMistakes, hoursOf, type TypedHours } from './hours-fields';
import { lastAllowed, netMinutes } from './period';
import { useWorkmodeTexts } from './texts';

export interface Typed extends TypedHours {
  employee: string;
  submittedAt: string;
  reasons: string;
  from: string;
  to: string;
}

const EMPTY: Typed = {
  employee: '',
  submittedAt: '',
  reasons: '',
  start: '',
  end: '',
  breakFrom: '',
  breakTo: '',
  from: '',
  to: '',
};
const SUBMIT = 'submit-application';

/** An employee applies for flexible time (¶15), or the personnel service enters an application on paper. */
export function NewApplication() {
  const [loaded, again] = useLoaded(at('/worktime-settings'));
  return (
    <LoadedView loaded={loaded} again={again}>
      {({ values }) => (
        <WithDirectory>
          <ApplicationForm values={values} />
        </WithDirectory>
      )}
    </LoadedView>
  );
}

function ApplicationForm({ values }: { values: Values }) {
  const t = useWorkmodeTexts();
  const desk = useDesk();
  const paper = !hasRole(desk, 'employee');
  const form = useForm<Typed>(['application'], EMPTY, SUBMIT);
  const last = lastAllowed(form.typed.from, values.month_end ?? 'DAY_BEFORE');
  const submit = async () => {
    const missing = mistakes(form.typed, paper, last, t);
    if (missing.length > 0) {
      return form.wrong(missing);
    }
    const reply = await form.send(
      () =>
        desk.api(at('/flexible-applications'), {
          method: 'POST',
          body: entryOf(form.typed, paper),
          idempotencyKey: form.idempotencyKey,
        }),
      (pointer) => pointer.split('/').filter(Boolean).at(-1),
    );
    if (reply?.kind === 'answered') {
      form.forget();
      location.hash = linkTo(['worktime', 'applications', reply.body.id]);
    }
  };
  return (
    <FormPage
      form={form}
      page="apply"
      title={paper ? t('enter_paper') : t('apply')}
      intro={<p>{paper ? t('paper_intro') : t('apply_intro')}</p>}
      submit={{ id: SUBMIT, label: paper ? t('enter') : t('hand_in') }}
      onSubmit={() => void submit()}
    >
      {paper && (
        <>
          <PersonField {...form.text('employee')} label={t('employee')} />
          <TextField {...form.text('submittedAt')} label={t('submitted_at')} kind="moment" />
        </>
      )}
      <TextArea {...form.text('reasons')} label={t('reasons')} />
      <Hours form={form} norm={values.dailyNormMinutes} />
      <TextField {...form.text('from')} label={t('from')} kind="date" />
      <LastAllowed last={last} take={(to) => form.change({ to })} />
      <TextField {...form.text('to')} label={t('to')} kind="date" />
      {last !== null && form.typed.to > last && (
        <p class="error-text" role="status" id="beyond">
          {t('beyond')}
        </p>
      )}
    </FormPage>
  );
}

/** The day that follows from the first one, while it is typed. */
function LastAllowed({ last, take }: { last: string | null; take: (day: string) => void }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  return (
    <p role="status" id="last-allowed" data-day={last ?? ''} class="hint">
      {last !== null && (
        <>
          {t('last_allowed', { day: showDate(last, common) })}{' '}
          <button type="button" class="link-button" id="take-last" onClick={() => take(last)}>
            {t('take_last')}
          </button>
        </>
      )}
    </p>
  );
}

function Hours({ form, norm }: { form: Form<Typed>; norm: number | undefined }) {
  const t = useWorkmodeTexts();
  const net = netMinutes(form.typed);
  return (
    <HoursFields text={form.text}>
      <p role="status" id="net" data-minutes={net ?? ''} class="hint">
        {net !== null && t('net', { hours: Math.floor(net / 60), minutes: net % 60 })}
        {net !== null && norm !== undefined && net !== norm && ` ${t('not_the_norm', { hours: norm / 60 })}`}
      </p>
    </HoursFields>
  );
}

/** What is missing or cannot be; the last allowed day is the server's to decide, and is shown before. */
export function mistakes(
  typed: Typed,
  paper: boolean,
  last: string | null,
  t: ReturnType<typeof useWorkmodeTexts>,
): FormError[] {
  const wrong = (field: keyof Typed, is: boolean, message: string) => (is ? [{ field, message }] : []);
  return [
    ...wrong('employee', paper && typed.employee.trim() === '', t('missing_employee')),
    ...wrong('submittedAt', paper && fromAlmaty(typed.submittedAt) === null, t('missing_moment')),
    ...wrong('reasons', typed.reasons.trim() === '', t('missing_reasons')),
    ...hoursMistakes(typed, t('wrong_time')),
    ...wrong('from', typed.from === '', t('missing_day')),
    ...wrong('to', typed.to === '', t('missing_day')),
    ...wrong('to', last !== null && typed.to > last, t('beyond')),
  ];
}

export function entryOf(typed: Typed, paper: boolean) {
  const { employee, submittedAt, reasons, from, to } = typed;
  return {
    reasons: reasons.trim(),
    mode: hoursOf(typed),
    from,
    to,
    ...(paper
      ? {
          channel: 'PAPER' as const,
          employee: employee.trim(),
          submittedAt: fromAlmaty(submittedAt) ?? '',
        }
      : { channel: 'OWN_PAGE' as const }),
  };
}
