import { showDate, showInstant } from '../common/dates';
import { useDesk } from '../common/desk';
import { useDirectory } from '../common/directory';
import { Facts } from '../common/facts';
import { useLanguage } from '../common/language';
import type { Column, Filter } from '../common/list/column';
import { List } from '../common/list/list';
import { here } from '../common/paged';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import type { ActKind, AnyAct, AnyRow } from './act-head';
import { ACT_STATES } from './api';
import { hoursText } from './one-application';
import { ActTag } from './tags';
import { useWorkmodeTexts } from './texts';

/** The employees of an act, each a way to the own row. */
export function ActEmployees({ kind, act }: { kind: ActKind; act: AnyAct }) {
  const t = useWorkmodeTexts();
  return (
    <section id="employees">
      <h2>{t('employees')}</h2>
      <List
        id="rows"
        title={t('employees')}
        file={`${kind}-act-${act.number}`}
        rows={here<AnyRow>(act.employees)}
        keyOf={({ employee }) => employee}
        marks={({ employee, state }) => ({ 'data-employee': employee, 'data-state': state })}
        columns={useRowColumns(kind, act.id)}
        filters={useRowFilters(kind)}
        empty={t('nobody')}
      />
    </section>
  );
}

function useRowColumns(kind: ActKind, act: string): Column<AnyRow>[] {
  const t = useWorkmodeTexts();
  const language = useLanguage();
  const { nameOf, person, unitName } = useDirectory();
  const own: Column<AnyRow> =
    kind === 'flexible'
      ? { id: 'hours', name: t('hours'), value: (row) => ('start' in row ? hoursText(row) : null) }
      : {
          id: 'equipment',
          name: t('equipment'),
          value: (row) => ('equipment' in row ? (row.equipment?.items.join(', ') ?? null) : null),
        };
  return [
    {
      id: 'name',
      name: t('employee'),
      value: ({ employee }) => nameOf(employee),
      show: ({ employee }) => <a href={linkTo(['worktime', 'acts', kind, act, employee])}>{nameOf(employee)}</a>,
    },
    {
      id: 'unit',
      name: t('unit'),
      value: ({ employee }) => unitName(person(employee)?.unit ?? '', language) || null,
    },
    {
      id: 'state',
      name: t('state'),
      value: ({ state }) => t(`act_${state}`),
      show: ({ state }) => <ActTag state={state} />,
    },
    own,
    { id: 'from', name: t('from'), kind: 'date', value: ({ from }) => from },
    { id: 'to', name: t('to'), kind: 'date', value: ({ to }) => to },
    {
      id: 'acknowledged',
      name: t('acknowledged'),
      kind: 'instant',
      value: ({ acknowledgedAt }) => acknowledgedAt ?? null,
    },
  ];
}

function useRowFilters(kind: ActKind): Filter<AnyRow>[] {
  const t = useWorkmodeTexts();
  const lacks: Filter<AnyRow>['options'] = [
    ['acknowledgement', t('lacks_acknowledgement')],
    ...(kind === 'remote' ? [['equipment', t('lacks_equipment')] as [string, string]] : []),
  ];
  return [
    {
      id: 'state',
      label: t('state'),
      options: ACT_STATES.map((state): [string, string] => [state, t(`act_${state}`)]),
      holds: ({ state }, chosen) => state === chosen,
    },
    {
      id: 'lacks',
      label: t('lacks'),
      options: lacks,
      holds: (row, chosen) =>
        chosen === 'equipment'
          ? 'equipment' in row === false || row.equipment === undefined
          : row.acknowledgedAt === undefined,
    },
  ];
}

/** One employee of an act: the own hours and term, what was agreed, and what has happened since (¶22). */
export function RowFacts({ row }: { row: AnyRow }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { claims } = useDesk();
  const { nameOf } = useDirectory();
  const { employee, from, to, acknowledgedAt } = row;
  return (
    <section id="row" data-employee={employee}>
      <h2>{t('employee')}</h2>
      <Facts
        id={`row-${employee}`}
        facts={[
          [
            t('name'),
            <a key="name" href={linkTo(['worktime', 'month', employee])}>
              {employee === claims.sub ? (claims.name ?? claims.sub) : nameOf(employee)}
            </a>,
          ],
          [t('hours'), 'start' in row && hoursText(row)],
          [t('period'), `${showDate(from, common)} – ${showDate(to, common)}`],
          [t('agreement'), 'agreement' in row && row.agreement],
          [
            t('equipment'),
            'equipment' in row && row.equipment && `${row.equipment.items.join(', ')}. ${t('employer_pays')}`,
          ],
          [t('acknowledged'), acknowledgedAt === undefined ? t('not_yet') : showInstant(acknowledgedAt, common)],
        ]}
      />
      <RowHistory row={row} />
    </section>
  );
}

/** What has changed the row since the act was signed. */
function RowHistory({ row }: { row: AnyRow }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const day = (date: string) => showDate(date, common);
  const signed = (by: { number: string; signedOn: string }) => `№ ${by.number}, ${day(by.signedOn)}`;
  const happened = [
    ...('extensions' in row ? (row.extensions ?? []) : []).map(
      (one) => `${t('was_extended', { day: day(one.to) })} ${one.agreement}; ${signed(one)}`,
    ),
    'cancellation' in row &&
      row.cancellation !== undefined &&
      `${t('was_cancelled', { day: day(row.cancellation.lastDay) })} ${signed(row.cancellation)}`,
    row.ended !== undefined && `${t('was_ended', { day: day(row.ended.lastDay) })} ${row.ended.document}`,
    row.annulled !== undefined && `${t('was_annulled')} ${row.annulled.reason}; ${row.annulled.document}`,
  ].filter((line) => line !== false);
  return happened.length === 0 ? null : (
    <>
      <h3>{t('history')}</h3>
      <ul id="history" class="said">
        {happened.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
