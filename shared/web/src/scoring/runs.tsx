import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { formErrors, hasRole, useDesk, useLoaded } from '../common/desk';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { LoadedView } from '../common/loaded-view';
import { here } from '../common/paged';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { useTypedRequest } from '../common/typed';
import { Choices, ErrorSummary, errorAt, type FormError, Heading, SelectField, TextArea } from '../common/view';
import type { Run } from './api';
import { WithMethodology, type Words } from './methodology';
import { useScoringTexts } from './texts';
import { lastYear, useOwnBody, YearField } from './year-and-body';

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

/** The order to assess, as typed. */
interface Order {
  year: number;
  kind: Run['kind'] | '';
  settings: Record<string, string>;
  reasons: Record<string, string>;
  release: string;
}

export function StartRun() {
  const t = useScoringTexts();
  const common = useCommonTexts();
  const { api, claims } = useDesk();
  const [order, key, setOrder, forget] = useTypedRequest<Order>(`run ${claims.sub}`, {
    year: lastYear(),
    kind: '',
    settings: {},
    reasons: {},
    release: '',
  });
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const wrong = (found: FormError[]) => {
    setErrors(found);
    setAttempt((earlier) => earlier + 1);
  };
  const start = async () => {
    const missing: FormError[] = [];
    if (order.kind === '') {
      missing.push({ field: 'kind', message: t('error_choose') });
    }
    for (const id of Object.keys(order.settings)) {
      if ((order.reasons[id] ?? '').trim() === '') {
        missing.push({ field: `reason-${id}`, message: t('error_reason') });
      }
    }
    if (order.kind === '' || missing.length > 0) {
      return wrong(missing);
    }
    const settings = Object.fromEntries(
      Object.entries(order.settings).map(([id, value]) => [id, { value, reason: order.reasons[id]!.trim() }]),
    );
    const release =
      order.kind === 'FINAL' && order.release.trim() !== '' ? { release: { reason: order.release.trim() } } : {};
    setBusy(true);
    const reply = await api(at('/runs'), {
      method: 'POST',
      idempotencyKey: key,
      body: { year: order.year, kind: order.kind, ...(Object.keys(settings).length > 0 && { settings }), ...release },
    });
    setBusy(false);
    if (reply.kind === 'answered') {
      forget();
      location.assign(linkTo(['runs', reply.body.id]));
    } else {
      wrong(
        reply.kind === 'refused'
          ? formErrors(reply.problem, ({ pointer = '' }) => fieldAt(pointer), 'start')
          : [{ field: 'start', message: `${common('unreachable_title')}. ${t('typed_kept')}` }],
      );
    }
  };
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Heading page="start-run">{t('run_start')}</Heading>
      <p>{t('run_start_intro')}</p>
      <YearField year={order.year} choose={(year) => setOrder({ ...order, year })} />
      <Choices
        id="kind"
        legend={t('run_kind')}
        error={errorAt(errors, 'kind')}
        choices={(['PRELIMINARY', 'FINAL'] as const).map((kind) => ({
          value: kind,
          label: t(`kind_${kind}`),
          hint: t(`kind_hint_${kind}`),
        }))}
        selected={[order.kind]}
        select={([kind]) => setOrder({ ...order, kind: kind as Run['kind'] })}
        under={(kind) =>
          kind === 'FINAL' && (
            <TextArea
              id="release"
              label={t('release_early')}
              hint={t('release_hint')}
              error={errorAt(errors, 'release')}
              value={order.release}
              change={(release) => setOrder({ ...order, release })}
            />
          )
        }
      />
      <WithMethodology year={order.year}>
        {(words) => <Readings words={words} order={order} change={setOrder} errors={errors} />}
      </WithMethodology>
      <div class="buttons">
        <button id="start" type="button" class="button" disabled={busy} onClick={() => void start()}>
          {t('start')}
        </button>
        <a href="#/runs">{t('cancel')}</a>
      </div>
    </>
  );
}

/** How the act is read where it is silent; any other reading than the one in use wants a reason. */
function Readings({
  words,
  order,
  change,
  errors,
}: {
  words: Words;
  order: Order;
  change: (order: Order) => void;
  errors: FormError[];
}) {
  const t = useScoringTexts();
  const { [ZERO]: _, ...settings } = order.settings;
  const choose = (id: string, value: string, byDefault: string) => {
    const { [id]: __, ...others } = settings;
    change({ ...order, settings: value === byDefault ? others : { ...others, [id]: value } });
  };
  return (
    <details id="readings">
      <summary>{t('readings')}</summary>
      <p>{t('readings_run')}</p>
      {words.methodology.settings
        .filter(({ id }) => id !== ZERO)
        .map(({ id, values, default: byDefault, citation }) => (
          <div key={id}>
            <SelectField
              id={`setting-${id}`}
              label={`${words.name(id)} (${citation.paragraph})`}
              error={errorAt(errors, `setting-${id}`)}
              value={settings[id] ?? byDefault}
              change={(value) => choose(id, value, byDefault)}
              options={values.map((value): [string, string] => [value, words.reading(id, value)])}
            />
            {settings[id] !== undefined && (
              <div class="under">
                <TextArea
                  id={`reason-${id}`}
                  label={t('reason')}
                  hint={t('reason_hint')}
                  error={errorAt(errors, `reason-${id}`)}
                  value={order.reasons[id] ?? ''}
                  change={(reason) => change({ ...order, reasons: { ...order.reasons, [id]: reason } })}
                />
              </div>
            )}
          </div>
        ))}
    </details>
  );
}

/** Decided for one indicator at a time, with a reason, not for a whole assessment. */
const ZERO = 'zero_denominator';

function fieldAt(pointer: string): string | undefined {
  const [, part, name, last] = pointer.split('/');
  return part === 'settings' && name !== undefined
    ? last === 'reason'
      ? `reason-${name}`
      : `setting-${name}`
    : part === 'year' || part === 'kind' || part === 'release'
      ? part
      : undefined;
}
