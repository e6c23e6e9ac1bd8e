import { at } from '../common/api';
import { useDesk } from '../common/desk';
import type { Form } from '../common/form/form';
import { Choices, Loading, TextField } from '../common/view';
import type { Commission, Line, Warning } from './api';
import type { Over } from './over';
import { useSheets } from './sheets-of-body';
import { Step } from './step';
import { useKpiTexts } from './texts';

interface Typed extends Over {
  from: string;
  days: { on: string; sheets: string[] }[];
}

/** States in which a sheet can still come before the Commission. */
const AHEAD = ['DRAFT', 'ON_REVIEW', 'RETURNED', 'SIGNED', 'AT_COMMISSION'];

/** The timetable that the personnel service proposes: each sheet on one day. */
export function TimetableForm(props: {
  commission: Commission;
  done: (warnings: Warning[]) => void;
  again: () => void;
}) {
  const { commission, done, again } = props;
  const t = useKpiTexts();
  const { api } = useDesk();
  const sheets = useSheets(commission.version);
  if (sheets === null) {
    return <Loading />;
  }
  const planned = new Set(commission.timetable?.meetings.flatMap((day) => day.sheets) ?? []);
  const ready = [...sheets.values()].filter(({ id, state }) => AHEAD.includes(state) || planned.has(id));
  const place = at('/commissions/{commission}/timetable', { commission: commission.id });
  return (
    <Step<Typed>
      step="propose"
      key={commission.version}
      about={commission.id}
      overtake={(version) => ({ version })}
      label={t('propose')}
      initial={{
        version: commission.version,
        from: commission.timetable?.assessmentFrom ?? '',
        days: commission.timetable?.meetings.map(({ on, sheets: of }) => ({ on, sheets: of })) ?? [
          { on: '', sheets: [] },
        ],
      }}
      check={({ from, days }) => [
        ...(from === '' ? [{ field: 'assessment-from', message: t('error_date') }] : []),
        ...days.flatMap(({ on, sheets: of }, index) => [
          ...(on === '' ? [{ field: `day-${index}-on`, message: t('error_date') }] : []),
          ...(of.length === 0 ? [{ field: `day-${index}-sheets`, message: t('error_choose') }] : []),
        ]),
      ]}
      send={({ version, from, days }) =>
        api(place, {
          method: 'PUT',
          body: { version, assessmentFrom: from, meetings: days },
        })
      }
      fieldOf={fieldOf}
      done={done}
      again={again}
    >
      {(form) => (
        <>
          <TextField {...form.text('from', 'assessment-from')} label={t('assessment_from')} kind="date" />
          {form.typed.days.map((_, index) => (
            <Day key={index} form={form} index={index} ready={ready} />
          ))}
          <p>
            <button
              id="add-day"
              type="button"
              class="link-button"
              onClick={() => form.change({ days: [...form.typed.days, { on: '', sheets: [] }] })}
            >
              {t('add_day')}
            </button>
          </p>
        </>
      )}
    </Step>
  );
}

function Day({ form, index, ready }: { form: Form<Typed>; index: number; ready: Line[] }) {
  const t = useKpiTexts();
  const { days } = form.typed;
  const day = days[index]!;
  const elsewhere = new Set(days.flatMap(({ sheets }, at) => (at === index ? [] : sheets)));
  const change = (part: Partial<Typed['days'][number]>) =>
    form.change({ days: days.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <fieldset class="indicator" data-day={index}>
      <legend class="legend-large">{t('meeting_day_n', { n: index + 1 })}</legend>
      <TextField
        id={`day-${index}-on`}
        label={t('meeting_day')}
        kind="date"
        value={day.on}
        change={(on) => change({ on })}
        error={form.errorAt(`day-${index}-on`)}
      />
      <Choices
        id={`day-${index}-sheets`}
        legend={t('sheets_of_day')}
        error={form.errorAt(`day-${index}-sheets`)}
        several
        choices={ready
          .filter(({ id }) => !elsewhere.has(id))
          .map(({ id, name, employee, state }) => ({
            value: id,
            label: `${name ?? employee} (${t(`state_${state as 'DRAFT'}`)})`,
          }))}
        selected={day.sheets}
        select={(sheets) => change({ sheets })}
      />
      {days.length > 1 && (
        <button
          type="button"
          class="link-button"
          onClick={() => form.change({ days: days.filter((_, at) => at !== index) })}
        >
          {t('remove_day', { n: index + 1 })}
        </button>
      )}
    </fieldset>
  );
}

function fieldOf(pointer: string): string | undefined {
  const [, index, part] = /^\/meetings\/(\d+)\/(on|sheets)/.exec(pointer) ?? [];
  return index !== undefined ? `day-${index}-${part}` : pointer === '/assessmentFrom' ? 'assessment-from' : undefined;
}
