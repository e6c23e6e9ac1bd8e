import { at } from '../common/api';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { LoadedView } from '../common/loaded-view';
import { here } from '../common/paged';
import { linkTo } from '../common/route';
import { Heading } from '../common/view';
import type { Run } from './api';
import { useScoringTexts } from './texts';
import { useOwnBody } from './year-and-body';

/** All assessments of the reader's, the latest first, and for the Agency the start of another. */
export function Runs() {
  const t = useScoringTexts();
  const own = useOwnBody();
  const agency = hasRole(useDesk(), 'agency');
  const [loaded, again] = useLoaded(at('/runs'));
  return (
    <>
      <Heading page="runs">{t('runs_title')}</Heading>
      <p>{t(own === undefined ? 'runs_intro' : 'runs_intro_own')}</p>
      {agency && (
        <p>
          <a id="start-run" class="button" href="#/runs/start">
            {t('run_start')}
          </a>
        </p>
      )}
      <LoadedView loaded={loaded} again={again}>
        {({ runs }) => <RunList runs={runs} />}
      </LoadedView>
    </>
  );
}

const KINDS = ['PRELIMINARY', 'FINAL'] as const;

function RunList({ runs }: { runs: Run[] }) {
  const t = useScoringTexts();
  const columns = useRunColumns();
  const years = [...new Set(runs.map(({ year }) => String(year)))].sort().reverse();
  return (
    <List
      id="runs"
      title={t('runs_title')}
      file="runs"
      rows={here(runs)}
      keyOf={({ id }) => id}
      marks={({ id }) => ({ 'data-run': id })}
      columns={columns}
      sort={{ column: 'at', down: true }}
      filters={[
        {
          id: 'year',
          label: t('year'),
          options: years.map((year): [string, string] => [year, year]),
          holds: ({ year }, chosen) => String(year) === chosen,
        },
        {
          id: 'kind',
          label: t('run_kind'),
          options: KINDS.map((kind): [string, string] => [kind, t(`kind_${kind}`)]),
          holds: ({ kind }, chosen) => kind === chosen,
        },
      ]}
      empty={t('no_runs')}
    />
  );
}

/** A personnel service sees of a run only that it is there: counts are of other bodies. */
function useRunColumns(): Column<Run>[] {
  const t = useScoringTexts();
  const own = useOwnBody();
  const nameOf = ({ year, kind }: Run) => t('run_name', { year, kind: t(`kind_${kind}`) });
  const to = ({ id }: Run) => linkTo(own === undefined ? ['runs', id] : ['runs', id, 'scores', own]);
  const counts: Column<Run>[] = [
    {
      id: 'scored',
      name: t('bodies_scored'),
      kind: 'number',
      value: ({ scored }) => scored,
      show: ({ scored, bodies }) => t('of_all', { n: scored, all: bodies }),
    },
    { id: 'failed', name: t('bodies_failed'), kind: 'number', value: ({ failed }) => failed },
  ];
  return [
    { id: 'name', name: t('run'), value: nameOf, show: (run) => <a href={to(run)}>{nameOf(run)}</a> },
    {
      id: 'state',
      name: t('run_state'),
      value: ({ state, supersededBy }) =>
        [t(`run_${state}`), ...(supersededBy === undefined ? [] : [t('superseded')])].join(', '),
      show: (run) => <RunState run={run} />,
    },
    { id: 'at', name: t('started'), kind: 'instant', value: (run) => run.at },
    ...(own === undefined ? counts : []),
  ];
}

export function RunState({ run }: { run: Run }) {
  const t = useScoringTexts();
  return (
    <>
      <strong class={`tag ${run.state === 'DONE' ? 'tag-open' : 'tag-closing'}`} data-state={run.state}>
        {t(`run_${run.state}`)}
      </strong>
      {run.supersededBy !== undefined && (
        <strong class="tag" data-superseded={run.supersededBy}>
          {t('superseded')}
        </strong>
      )}
    </>
  );
}
