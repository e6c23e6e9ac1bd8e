import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk, useLoaded } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import { PersonField } from '../common/form/person-field';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { LoadedView } from '../common/loaded-view';
import { monthOfYear, useMonthTexts } from '../common/month';
import { here } from '../common/paged';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { almatyDay } from '../common/today';
import { Heading } from '../common/view';
import type { TimeRecord } from './api';
import { lastOf, monthBeside } from './days';
import { monthOf } from './month';
import { RecordDay } from './record-day';
import { useWorkmodeTexts } from './texts';

/** What somebody worked, month by month (¶9, ¶20): the own days, or those of somebody whom the reader may see. */
export function Records({ employee, query }: { employee: string | undefined; query: URLSearchParams }) {
  const { claims } = useDesk();
  const own = claims.roles.includes('employee');
  return (
    <WithDirectory>
      {employee === undefined && !own ? (
        <ChoosePerson />
      ) : (
        <OfPerson employee={employee ?? claims.sub} path={employee === undefined ? [] : [employee]} query={query} />
      )}
    </WithDirectory>
  );
}

function ChoosePerson() {
  const t = useWorkmodeTexts();
  const { person } = useDirectory();
  const [who, setWho] = useState('');
  const found = person(who);
  return (
    <>
      <Heading page="records">{t('records')}</Heading>
      <p>{t('readings_noted_one')}</p>
      <PersonField id="whose" label={t('whose_records')} value={who} change={setWho} />
      {found !== undefined && (
        <p>
          <a id="show-records" class="button" href={linkTo(['worktime', 'records', found.id])}>
            {t('show')}
          </a>
        </p>
      )}
    </>
  );
}

function OfPerson(props: { employee: string; path: string[]; query: URLSearchParams }) {
  const { employee, path, query } = props;
  const t = useWorkmodeTexts();
  const { claims } = useDesk();
  const { nameOf } = useDirectory();
  const month = monthOf(query);
  const named = monthOfYear(month, useMonthTexts());
  const link = (to: string) => linkTo(['worktime', 'records', ...path], { month: to });
  return (
    <>
      <Heading page={`records ${employee} ${month}`} caption={named}>
        {employee === claims.sub ? t('own_records') : nameOf(employee)}
      </Heading>
      <nav class="buttons buttons-near" aria-label={t('months')}>
        <a id="month-before" href={link(monthBeside(month, -1))}>
          {t('month_before')}
        </a>
        <a id="month-after" href={link(monthBeside(month, 1))}>
          {t('month_after')}
        </a>
        <a href={linkTo(['worktime', 'month', ...path], { month })}>{t('to_month')}</a>
      </nav>
      <OfMonth key={`${employee} ${month}`} employee={employee} path={path} month={month} day={query.get('day')} />
    </>
  );
}

function OfMonth(props: { employee: string; path: string[]; month: string; day: string | null }) {
  const { employee, path, month, day } = props;
  const { claims } = useDesk();
  const [loaded, again] = useLoaded(
    at('/bodies/{body}/employees/{employee}/time-records', {
      body: claims.body ?? '',
      employee,
      from: `${month}-01`,
      to: lastOf(month),
    }),
  );
  const today = almatyDay(new Date());
  const asked = day ?? (today.startsWith(month) ? today : `${month}-01`);
  return (
    <LoadedView loaded={loaded} again={again}>
      {({ records }) => (
        <>
          <RecordDay employee={employee} path={path} day={asked} records={records} again={again} />
          <RecordList records={records} path={path} month={month} />
        </>
      )}
    </LoadedView>
  );
}

function RecordList({ records, path, month }: { records: TimeRecord[]; path: string[]; month: string }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { nameOf } = useDirectory();
  const columns: Column<TimeRecord>[] = [
    {
      id: 'date',
      name: t('day'),
      kind: 'date',
      value: ({ date }) => date,
      show: ({ date }) => (
        <a href={linkTo(['worktime', 'records', ...path], { month, day: date })}>{showDate(date, common)}</a>
      ),
    },
    { id: 'worked', name: t('worked'), value: ({ hours }) => hours, show: (record) => <Worked record={record} /> },
    { id: 'from', name: t('start'), value: ({ from }) => from },
    { id: 'to', name: t('end'), value: ({ to }) => to },
    { id: 'break', name: t('break_minutes'), kind: 'number', value: ({ breakMinutes }) => breakMinutes },
    { id: 'source', name: t('source'), value: ({ source }) => t(`source_${source}`) },
    { id: 'by', name: t('entered_by'), value: ({ by }) => nameOf(by) },
  ];
  return (
    <section id="recorded">
      <h2>{t('recorded')}</h2>
      <List
        id="record-list"
        title={t('records')}
        file={`time-records-${month}`}
        rows={here(records)}
        keyOf={({ date }) => date}
        marks={({ date }) => ({ 'data-record': date })}
        columns={columns}
        search={false}
        empty={t('no_records')}
      />
    </section>
  );
}

/** ¶9 limits a remote day: what is above it is marked, and no refusal. */
function Worked({ record: { hours, warnings } }: { record: TimeRecord }) {
  const t = useWorkmodeTexts();
  const over = warnings.find(({ code }) => code === 'DAILY_LIMIT');
  return (
    <>
      {hours}{' '}
      {over !== undefined && (
        <span class="tag tag-closing" data-warning={over.code}>
          {t('warning_DAILY_LIMIT', { details: over.details.join(' / ') })}
        </span>
      )}
    </>
  );
}
