import { at } from '../common/api';
import { hasRole, useDesk } from '../common/desk';
import type { Column, Filter } from '../common/list/column';
import { List } from '../common/list/list';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { Heading } from '../common/view';
import { RESULT_STATES, type ResultLine } from './api';
import { useBodies } from './bodies';
import { useMonitoringTexts } from './texts';

/** Results of monitoring: the authority's, or those that were sent to the reader's body (¶17). */
export function Results() {
  const t = useMonitoringTexts();
  const desk = useDesk();
  const { nameOf } = useBodies();
  const paged = usePaged(
    (cursor) => at('/monitoring-results', { cursor }),
    ({ results, next }) => ({ rows: results, next }),
  );
  const columns: Column<ResultLine>[] = [
    {
      id: 'body',
      name: t('body'),
      value: ({ body }) => nameOf(body),
      show: ({ id, body }) => <a href={linkTo(['monitoring', 'results', id])}>{nameOf(body)}</a>,
    },
    { id: 'from', name: t('from'), kind: 'date', value: ({ from }) => from },
    { id: 'to', name: t('to'), kind: 'date', value: ({ to }) => to },
    {
      id: 'state',
      name: t('state'),
      value: ({ state }) => t(`result_${state}`),
      show: ({ state }) => <ResultTag state={state} />,
    },
    { id: 'sent', name: t('sent_at'), kind: 'instant', value: ({ sentAt }) => sentAt ?? null },
  ];
  const filters: Filter<ResultLine>[] = [
    {
      id: 'state',
      label: t('state'),
      options: RESULT_STATES.map((state): [string, string] => [state, t(`result_${state}`)]),
      holds: ({ state }, chosen) => state === chosen,
    },
  ];
  return (
    <>
      <Heading page="results">{t('results')}</Heading>
      {(hasRole(desk, 'agency') || hasRole(desk, 'territorial')) && (
        <p>
          <a id="prepare" class="button" href={linkTo(['monitoring', 'results', 'new'])}>
            {t('prepare')}
          </a>
        </p>
      )}
      <List
        id="result-list"
        title={t('results')}
        file="monitoring-results"
        rows={paged}
        keyOf={({ id }) => id}
        marks={({ id, state }) => ({ 'data-result': id, 'data-state': state })}
        columns={columns}
        filters={filters}
        sort={{ column: 'from', down: true }}
        empty={t('no_results')}
      />
    </>
  );
}

export function ResultTag({ state }: Pick<ResultLine, 'state'>) {
  const t = useMonitoringTexts();
  return (
    <strong
      class={`tag ${state === 'ANSWERED' ? 'tag-open' : state === 'SENT' ? 'tag-closing' : ''}`}
      data-state={state}
    >
      {t(`result_${state}`)}
    </strong>
  );
}
