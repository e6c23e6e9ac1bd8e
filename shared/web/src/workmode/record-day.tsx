import { at } from '../common/api';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { Changed } from '../common/form/changed';
import { type Form, useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import { linkTo } from '../common/route';
import { almatyDay } from '../common/today';
import { SelectField, TextField } from '../common/view';
import type { TimeRecord } from './api';
import { recordMistakes, recordOf, type TypedRecord, typedRecord, workedMinutes } from './record';
import { useWorkmodeTexts } from './texts';

interface Parts {
  employee: string;
  path: string[];
  day: string;
  records: TimeRecord[];
  again: () => void;
}

const SUBMIT = 'save-record';

/** Enters a day, for whom that is to do: the employee, who controls the employee, or the personnel service from the entry system. */
export function RecordDay(props: Parts) {
  const t = useWorkmodeTexts();
  const { employee, path, day, records } = props;
  const sources = useSources(employee);
  if (sources.length === 0) {
    return null;
  }
  const record = records.find(({ date }) => date === day);
  return (
    <section id="record">
      <h2>{t('record_day')}</h2>
      <p>{t('record_intro')}</p>
      <TextField
        id="record-day"
        label={t('day')}
        kind="date"
        value={day}
        change={(chosen) => {
          if (chosen !== '') {
            location.hash = linkTo(['worktime', 'records', ...path], { month: chosen.slice(0, 7), day: chosen });
          }
        }}
      />
      <DayForm key={`${employee} ${day} ${record?.version ?? 0}`} {...props} record={record} sources={sources} />
    </section>
  );
}

/** From whom the reader may enter: each enters only what they can know (¶9, ¶20). */
function useSources(employee: string): TimeRecord['source'][] {
  const desk = useDesk();
  const own = employee === desk.claims.sub;
  const employed = hasRole(desk, 'employee');
  return [
    ...(own && employed ? (['SELF'] as const) : []),
    ...(!own && employed && hasRole(desk, 'assessor') ? (['MANAGER'] as const) : []),
    ...(hasRole(desk, 'hr') ? (['ACS'] as const) : []),
  ];
}

function DayForm(props: Parts & { record: TimeRecord | undefined; sources: TimeRecord['source'][] }) {
  const { employee, day, record, sources, again } = props;
  const t = useWorkmodeTexts();
  const { api, claims } = useDesk();
  const form = useForm<TypedRecord>(
    ['record', employee, day, record?.version ?? 0],
    typedRecord(record, sources),
    SUBMIT,
  );
  const save = async (version: number | undefined) => {
    const early = day > almatyDay(new Date()) ? [{ field: 'record-day', message: t('in_future') }] : [];
    const wrong = [...early, ...recordMistakes(form.typed, t)];
    if (wrong.length > 0) {
      return form.wrong(wrong);
    }
    const reply = await form.send(
      () =>
        api(
          at('/bodies/{body}/employees/{employee}/time-records/{date}', {
            body: claims.body ?? '',
            employee,
            date: day,
          }),
          { method: 'PUT', body: recordOf(form.typed, version) },
        ),
      (pointer) => pointer.replace('/', '').replace(/^date$/, 'record-day'),
    );
    if (reply?.kind === 'answered') {
      form.forget();
      again();
    }
  };
  return (
    <>
      <Changed<TimeRecord>
        form={form}
        there={({ from, to, breakMinutes }) => `${from}–${to}, ${breakMinutes}`}
        mine={`${form.typed.from}–${form.typed.to}, ${form.typed.breakMinutes}`}
        keep={(version) => void save(version)}
        take={() => {
          form.forget();
          form.clear();
          again();
        }}
      />
      <FormPart
        form={form}
        submit={{ id: SUBMIT, label: t('record_submit') }}
        onSubmit={() => void save(record?.version)}
      >
        <RecordFields form={form} sources={sources} employee={employee} day={day} />
      </FormPart>
    </>
  );
}

function RecordFields(props: {
  form: Form<TypedRecord>;
  sources: TimeRecord['source'][];
  employee: string;
  day: string;
}) {
  const { form, sources, employee, day } = props;
  const t = useWorkmodeTexts();
  return (
    <>
      <p class="hint">{t('hours_hint')}</p>
      <div class="four">
        <TextField {...form.text('from')} label={t('start')} kind="short" />
        <TextField {...form.text('to')} label={t('end')} kind="short" />
        <TextField {...form.text('breakMinutes')} label={t('break_minutes')} kind="number" />
      </div>
      <Limit typed={form.typed} employee={employee} day={day} />
      {sources.length > 1 && (
        <SelectField
          id="source"
          label={t('source')}
          error={form.errorAt('source')}
          value={form.typed.source}
          change={(chosen) => form.change({ source: sources.find((each) => each === chosen) ?? form.typed.source })}
          options={sources.map((source): [string, string] => [source, t(`source_${source}`)])}
        />
      )}
    </>
  );
}

/** What was worked so far, and on a remote day beside the limit, while it is typed. */
function Limit({ typed, employee, day }: { typed: TypedRecord; employee: string; day: string }) {
  const t = useWorkmodeTexts();
  const { claims } = useDesk();
  const [schedule] = useLoaded(
    at('/bodies/{body}/employees/{employee}/schedule', { body: claims.body ?? '', employee, from: day, to: day }),
  );
  const [settings] = useLoaded(at('/worktime-settings'));
  const remote =
    schedule.at === 'here' &&
    schedule.value.days.some(({ because }) => because.some(({ kind }) => kind === 'REMOTE' || kind === 'COMBINED'));
  const limit = settings.at === 'here' ? settings.value.values.dailyLimitMinutes : undefined;
  const worked = workedMinutes(typed);
  const said = (minutes: number) => t('hours_minutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  const over = remote && limit !== undefined && worked !== null && worked > limit;
  return (
    <div role="status" id="limit" data-minutes={worked ?? ''} data-over={over ? worked - limit : ''}>
      {worked !== null && <p class="hint">{t('worked_so_far', { hours: said(worked) })}</p>}
      {remote && limit !== undefined && <p class="hint">{t('daily_limit', { limit: said(limit) })}</p>}
      {over && <p class="error-text">{t('over_limit', { over: said(worked - limit) })}</p>}
    </div>
  );
}
