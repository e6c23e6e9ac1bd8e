import { at } from '../common/api';
import { showDate } from '../common/dates';
import { hasRole, useDesk } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import type { Column, Filter } from '../common/list/column';
import { List } from '../common/list/list';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading } from '../common/view';
import { APPLICATION_STATES, type ApplicationLine } from './api';
import { ApplicationTag } from './tags';
import { useWorkmodeTexts } from './texts';

/** Applications for flexible time: one's own, or those of the body with the last day of their review. */
export function Applications() {
  const t = useWorkmodeTexts();
  const desk = useDesk();
  const office = hasRole(desk, 'hr') || hasRole(desk, 'head');
  return (
    <>
      <Heading page="applications">{t('applications')}</Heading>
      {(hasRole(desk, 'employee') || hasRole(desk, 'hr')) && (
        <p>
          <a id="apply" class="button" href={linkTo(['worktime', 'applications', 'new'])}>
            {hasRole(desk, 'employee') ? t('apply') : t('enter_paper')}
          </a>
        </p>
      )}
      <WithDirectory>
        <ApplicationList body={office ? desk.claims.body : undefined} />
      </WithDirectory>
    </>
  );
}

function ApplicationList({ body }: { body: string | undefined }) {
  const t = useWorkmodeTexts();
  const paged = usePaged(
    (cursor) => at('/flexible-applications', { body, cursor }),
    ({ applications, next }) => ({ rows: applications, next }),
  );
  return (
    <List
      id="application-list"
      title={t('applications')}
      file="flexible-applications"
      rows={paged}
      keyOf={({ id }) => id}
      marks={({ id, state }) => ({ 'data-application': id, 'data-state': state })}
      columns={useColumns(body !== undefined)}
      filters={useFilters()}
      empty={t('no_applications')}
    />
  );
}

function useColumns(named: boolean): Column<ApplicationLine>[] {
  const t = useWorkmodeTexts();
  const { nameOf } = useDirectory();
  const name: Column<ApplicationLine> = {
    id: 'employee',
    name: t('employee'),
    value: ({ employee }) => nameOf(employee),
    show: ({ id, employee }) => <a href={linkTo(['worktime', 'applications', id])}>{nameOf(employee)}</a>,
  };
  const from: Column<ApplicationLine> = { id: 'from', name: t('from'), kind: 'date', value: ({ from }) => from };
  return [
    ...(named ? [name, from] : [{ ...from, show: (line: ApplicationLine) => <OwnLink line={line} /> }]),
    { id: 'to', name: t('to'), kind: 'date', value: ({ to }) => to },
    {
      id: 'state',
      name: t('state'),
      value: ({ state }) => t(`application_${state}`),
      show: ({ state, overdue }) => <ApplicationTag state={state} overdue={overdue} />,
    },
    { id: 'due', name: t('due'), kind: 'date', value: ({ due }) => due ?? null },
  ];
}

function OwnLink({ line: { id, from } }: { line: ApplicationLine }) {
  const common = useCommonTexts();
  return <a href={linkTo(['worktime', 'applications', id])}>{showDate(from, common)}</a>;
}

function useFilters(): Filter<ApplicationLine>[] {
  const t = useWorkmodeTexts();
  return [
    {
      id: 'state',
      label: t('state'),
      options: APPLICATION_STATES.map((state): [string, string] => [state, t(`application_${state}`)]),
      holds: ({ state }, chosen) => state === chosen,
    },
    {
      id: 'overdue',
      label: t('attention'),
      options: [['late', t('overdue')]],
      holds: ({ overdue }) => overdue,
    },
  ];
}
