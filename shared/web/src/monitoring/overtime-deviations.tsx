import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { useLoaded } from '../common/desk';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { LoadedView } from '../common/loaded-view';
import { here } from '../common/paged';
import { Note, SelectField } from '../common/view';
import type { Deviation } from './api';
import { useMonitoringTexts } from './texts';

/** When employees with flexible time came late or left early, in a month that was counted. No violation by itself. */
export function Deviations({ body, months }: { body: string; months: string[] }) {
  const t = useMonitoringTexts();
  const [month, setMonth] = useState('');
  return (
    <section id="deviations-part">
      <h2>{t('deviations_title')}</h2>
      <p class="hint">{t('deviations_intro')}</p>
      <SelectField
        id="deviations-month"
        label={t('month')}
        value={month}
        change={setMonth}
        options={[['', t('choose')], ...[...months].reverse().map((each): [string, string] => [each, each])]}
      />
      {month !== '' && <OfMonth key={month} body={body} month={month} />}
    </section>
  );
}

function OfMonth({ body, month }: { body: string; month: string }) {
  const t = useMonitoringTexts();
  const [loaded, again] = useLoaded(at('/overtime/deviations', { body, month }));
  const columns: Column<Deviation>[] = [
    { id: 'employee', name: t('employee_id'), value: ({ employee }) => employee },
    { id: 'date', name: t('date'), kind: 'date', value: ({ date }) => date },
    { id: 'kind', name: t('deviation'), value: ({ kind }) => t(`deviation_${kind}`) },
    { id: 'minutes', name: t('deviation_minutes'), kind: 'number', value: ({ minutes }) => minutes },
    { id: 'act', name: t('flexible_act'), value: ({ act }) => act },
  ];
  return (
    <LoadedView loaded={loaded} again={again}>
      {({ deviations, sendAgain }) => (
        <>
          {sendAgain && (
            <Note kind="warning">
              <p>{t('overtime_again', { months: month })}</p>
            </Note>
          )}
          <List
            id="deviations"
            title={t('deviations_title')}
            file={`deviations-${body}-${month}`}
            rows={here(deviations)}
            keyOf={({ employee, date, kind }) => `${employee} ${date} ${kind}`}
            marks={({ employee }) => ({ 'data-person': employee })}
            columns={columns}
            search={false}
            empty={t('no_deviations')}
          />
        </>
      )}
    </LoadedView>
  );
}
