import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { useLoaded } from '../common/desk';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { LoadedView } from '../common/loaded-view';
import { here } from '../common/paged';
import { SelectField } from '../common/view';
import type { LatePeople, LatePerson } from './api';
import { timesOf } from './overtime-map';
import { useMonitoringTexts } from './texts';

const LEAST = ['1', '3', '5', '10', '20'];

/**
 * Who systematically stays late, against the person's own working time. It is read only when it is asked for: each reading is
 * noted and shown to those people.
 */
export function OvertimePeople({ body, year }: { body: string; year: string }) {
  const t = useMonitoringTexts();
  const [least, setLeast] = useState('3');
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <section id="by-person">
      <h2>{t('people_title')}</h2>
      <p class="hint">{t('people_intro')}</p>
      <SelectField
        id="min-days"
        label={t('min_days')}
        value={least}
        change={(chosen) => {
          setLeast(chosen);
          setAsked(null);
        }}
        options={LEAST.map((days): [string, string] => [days, days])}
      />
      {asked === null ? (
        <p>
          <button id="show-people" type="button" class="button button-plain" onClick={() => setAsked(least)}>
            {t('people_show')}
          </button>
        </p>
      ) : (
        <People body={body} year={year} least={asked} />
      )}
    </section>
  );
}

function People({ body, year, least }: { body: string; year: string; least: string }) {
  const [loaded, again] = useLoaded(
    at('/overtime/people', { body, from: `${year}-01`, to: `${year}-12`, minDays: least }),
  );
  return (
    <LoadedView loaded={loaded} again={again}>
      {(late) => <PeopleList late={late} />}
    </LoadedView>
  );
}

function PeopleList({ late }: { late: LatePeople }) {
  const t = useMonitoringTexts();
  const columns: Column<LatePerson>[] = [
    { id: 'who', name: t('employee_id'), value: ({ employee, person }) => employee ?? person },
    { id: 'unit', name: t('unit'), value: ({ unit }) => unit },
    { id: 'days', name: t('days_late'), kind: 'number', value: ({ days }) => days },
    { id: 'hours', name: t('hours_late'), kind: 'number', value: ({ hours }) => hours },
    { id: 'daysOff', name: t('days_off'), kind: 'number', value: ({ daysOff }) => daysOff },
    { id: 'hoursOff', name: t('hours_off'), kind: 'number', value: ({ hoursOff }) => hoursOff },
    { id: 'schedule', name: t('own_schedule'), value: ({ schedule }) => timesOf(schedule) },
  ];
  return (
    <>
      {late.withoutDays.length > 0 && (
        <p class="hint" id="without-days">
          {t('without_days', { months: late.withoutDays.join(', ') })}
        </p>
      )}
      <List
        id="late-people"
        title={t('people_title')}
        file={`overtime-people-${late.body}-${late.from}-${late.to}`}
        rows={here(late.people)}
        keyOf={({ person }) => person}
        marks={({ employee, person }) => ({ 'data-person': employee ?? person })}
        columns={columns}
        sort={{ column: 'days', down: true }}
        search={false}
        empty={t('nobody_late', { days: late.minDays })}
      />
    </>
  );
}
