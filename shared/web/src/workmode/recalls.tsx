import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import type { Column, Filter } from '../common/list/column';
import { List } from '../common/list/list';
import { type Paged, usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { Heading } from '../common/view';
import { RECALL_KINDS, RECALL_STATES, type Recall } from './api';
import { useControls } from './office';
import { useWorkmodeTexts } from './texts';

/** The recalls that the reader may see: of the body, of those whom one controls, or one's own. */
export function useRecalls(): Paged<Recall> {
  const { claims } = useDesk();
  const body = useControls() ? claims.body : undefined;
  return usePaged(
    (cursor) => at('/recalls', { body, cursor }),
    ({ recalls, next }) => ({ rows: recalls, next }),
  );
}

/** Recalls from remote and combined work (¶12). */
export function Recalls() {
  const t = useWorkmodeTexts();
  return (
    <>
      <Heading page="recalls">{t('recalls')}</Heading>
      <WithDirectory>
        <RecallList />
      </WithDirectory>
    </>
  );
}

function RecallList() {
  const t = useWorkmodeTexts();
  return (
    <List
      id="recall-list"
      title={t('recalls')}
      file="recalls"
      rows={useRecalls()}
      keyOf={({ id }) => id}
      marks={({ id, state }) => ({ 'data-recall': id, 'data-state': state })}
      columns={useColumns()}
      filters={useFilters()}
      sort={{ column: 'from', down: true }}
      empty={t('no_recalls')}
    />
  );
}

function useColumns(): Column<Recall>[] {
  const t = useWorkmodeTexts();
  const { claims } = useDesk();
  const { nameOf } = useDirectory();
  const name = (employee: string) => (employee === claims.sub ? (claims.name ?? employee) : nameOf(employee));
  return [
    {
      id: 'employee',
      name: t('employee'),
      value: ({ employee }) => name(employee),
      show: ({ id, employee }) => <a href={linkTo(['worktime', 'recalls', id])}>{name(employee)}</a>,
    },
    { id: 'from', name: t('recall_from'), kind: 'date', value: ({ from }) => from },
    { id: 'returned', name: t('returned_on'), kind: 'date', value: ({ returnedOn }) => returnedOn ?? null },
    {
      id: 'state',
      name: t('state'),
      value: ({ state }) => t(`recall_state_${state}`),
      show: ({ state }) => <RecallTag state={state} />,
    },
    { id: 'kind', name: t('recall_why'), value: ({ kind }) => t(`recall_${kind}`) },
  ];
}

export function RecallTag({ state }: Pick<Recall, 'state'>) {
  const t = useWorkmodeTexts();
  const open = state === 'NOTIFIED' || state === 'AT_OFFICE';
  return (
    <strong class={`tag ${open ? 'tag-open' : ''}`} data-state={state}>
      {t(`recall_state_${state}`)}
    </strong>
  );
}

function useFilters(): Filter<Recall>[] {
  const t = useWorkmodeTexts();
  return [
    {
      id: 'state',
      label: t('state'),
      options: RECALL_STATES.map((state): [string, string] => [state, t(`recall_state_${state}`)]),
      holds: ({ state }, chosen) => state === chosen,
    },
    {
      id: 'kind',
      label: t('recall_why'),
      options: RECALL_KINDS.map((kind): [string, string] => [kind, t(`recall_${kind}`)]),
      holds: ({ kind }, chosen) => kind === chosen,
    },
  ];
}
