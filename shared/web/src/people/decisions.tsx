import { at, type Schema } from '../common/api';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { LoadedView } from '../common/loaded-view';
import { here } from '../common/paged';
import { linkTo } from '../common/route';
import { Heading } from '../common/view';
import { DecisionForm } from './decision-form';
import { Saved } from './saved';
import { usePeopleTexts } from './texts';

export type Decision = Schema<'ApparatusDecision'>;

/** The decisions by which the head of the apparatus assesses in place of the first head (No. 245, ¶3). */
export function Decisions({ id, saved }: { id: string | undefined; saved: boolean }) {
  const { claims } = useDesk();
  const [loaded, again] = useLoaded(
    at('/bodies/{body}/apparatus-decisions', { body: claims.body ?? '' }),
    id ?? 'list',
  );
  return (
    <WithDirectory>
      <LoadedView loaded={loaded} again={again}>
        {({ decisions }) => {
          const one = decisions.find((each) => each.id === id);
          return id === undefined ? (
            <AllDecisions all={decisions} saved={saved} />
          ) : (
            <DecisionForm key={id} stands={one} />
          );
        }}
      </LoadedView>
    </WithDirectory>
  );
}

function AllDecisions({ all, saved }: { all: Decision[]; saved: boolean }) {
  const t = usePeopleTexts();
  const decides = hasRole(useDesk(), 'head');
  const { nameOf } = useDirectory();
  const whom = ({ employees }: Decision) => employees.map(nameOf).join(', ');
  const columns: Column<Decision>[] = [
    {
      id: 'employees',
      name: t('decision_employees'),
      value: whom,
      show: (one) => (decides ? <a href={linkTo(['people', 'decisions', one.id])}>{whom(one)}</a> : whom(one)),
    },
    { id: 'from', name: t('from'), kind: 'date', value: ({ from }) => from },
    { id: 'until', name: t('to'), kind: 'date', value: ({ until }) => until ?? null },
    { id: 'order', name: t('order'), value: ({ order }) => t('order_of', { number: order.number, date: order.date }) },
  ];
  return (
    <>
      <Heading page="decisions">{t('decisions_title')}</Heading>
      <p>{t('decisions_intro')}</p>
      <Saved shown={saved} />
      {decides && (
        <p>
          <a id="decision-add" class="button" href={linkTo(['people', 'decisions', 'new'])}>
            {t('decision_add')}
          </a>
        </p>
      )}
      <List
        id="decisions"
        title={t('decisions_title')}
        file="decisions"
        rows={here(all)}
        keyOf={({ id }) => id}
        marks={({ id }) => ({ 'data-decision': id })}
        columns={columns}
        sort={{ column: 'from', down: true }}
        empty={t('no_decisions')}
      />
    </>
  );
}
