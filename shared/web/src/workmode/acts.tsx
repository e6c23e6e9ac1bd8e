import { at } from '../common/api';
import { hasRole, useDesk } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import type { Column, Filter } from '../common/list/column';
import { List } from '../common/list/list';
import { type Paged, usePaged } from '../common/paged';
import { usePlaceQuery } from '../common/place';
import { RoomLink } from '../common/room-link';
import { linkTo } from '../common/route';
import { Heading, TextField } from '../common/view';
import type { ActKind } from './act-head';
import { ACT_KINDS, ACT_STATES, type ActLine } from './api';
import { ActTag } from './tags';
import { useWorkmodeTexts } from './texts';

const KINDS = ['flexible', 'remote'] as const;

/** The acts of flexible time or of remote and combined work: of the body, or one's own rows. */
export function ActList({ kind }: { kind: ActKind }) {
  const t = useWorkmodeTexts();
  const desk = useDesk();
  const office = hasRole(desk, 'hr') || hasRole(desk, 'head');
  return (
    <>
      <Heading page={`acts ${kind}`}>{t(`acts_${kind}`)}</Heading>
      <nav class="rooms rooms-small no-print" aria-label={t('acts')}>
        {KINDS.map((each) => (
          <RoomLink key={each} to={linkTo(['worktime', 'acts', each])} name={t(`acts_${each}`)} here={each === kind} />
        ))}
      </nav>
      {hasRole(desk, 'head') && (
        <p>
          <a id="new-act" class="button" href={linkTo(['worktime', 'acts', kind, 'new'])}>
            {t(kind === 'flexible' ? 'make_act' : 'make_remote_act')}
          </a>
        </p>
      )}
      <WithDirectory>
        {kind === 'flexible' ? (
          <FlexibleActs body={office ? desk.claims.body : undefined} />
        ) : (
          <RemoteActs body={office ? desk.claims.body : undefined} />
        )}
      </WithDirectory>
    </>
  );
}

function FlexibleActs({ body }: { body: string | undefined }) {
  const on = useHeldOn();
  const rows = usePaged(
    (cursor) => at('/flexible-acts', { body, on, cursor }),
    ({ acts, next }) => ({ rows: acts, next }),
  );
  return <OfKind id="flexible" rows={rows} />;
}

function RemoteActs({ body }: { body: string | undefined }) {
  const on = useHeldOn();
  const rows = usePaged(
    (cursor) => at('/remote-acts', { body, on, cursor }),
    ({ acts, next }) => ({ rows: acts, next }),
  );
  return <OfKind id="remote" rows={rows} />;
}

/** The day on which the acts that are listed hold, as the address says; all where it says none. */
function useHeldOn(): string | undefined {
  const [query] = usePlaceQuery();
  const on = query.get('on') ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : undefined;
}

function OfKind({ id, rows }: { id: ActKind; rows: Paged<ActLine> }) {
  const t = useWorkmodeTexts();
  const [query, setQuery] = usePlaceQuery();
  const on = query.get('on') ?? '';
  return (
    <>
      <TextField
        id="on"
        label={t('held_on')}
        hint={t('held_on_hint')}
        kind="date"
        value={on}
        change={(day) => setQuery({ on: day })}
      />
      <List
        id={id}
        title={t(`acts_${id}`)}
        file={`${id}-acts`}
        rows={rows}
        keyOf={(act) => act.id}
        marks={(act) => ({ 'data-act': act.id, 'data-state': act.state })}
        columns={useColumns(id)}
        filters={useFilters(id)}
        empty={t(on === '' ? 'no_acts' : 'no_acts_on')}
      />
    </>
  );
}

function useColumns(kind: ActKind): Column<ActLine>[] {
  const t = useWorkmodeTexts();
  const { nameOf } = useDirectory();
  const people = ({ employees }: ActLine) => employees.map(({ employee }) => nameOf(employee)).join(', ');
  const kindOf: Column<ActLine> = {
    id: 'kind',
    name: t('kind'),
    value: (act) => (act.kind === undefined ? null : t(`kind_${act.kind}`)),
  };
  return [
    {
      id: 'number',
      name: t('number'),
      value: ({ number }) => number,
      show: ({ id, number }) => <a href={linkTo(['worktime', 'acts', kind, id])}>№ {number}</a>,
    },
    { id: 'from', name: t('from'), kind: 'date', value: ({ from }) => from },
    { id: 'to', name: t('to'), kind: 'date', value: ({ to }) => to },
    {
      id: 'state',
      name: t('state'),
      value: ({ state }) => t(`act_${state}`),
      show: ({ state }) => <ActTag state={state} />,
    },
    ...(kind === 'remote' ? [kindOf] : []),
    { id: 'people', name: t('employees'), value: people, show: (act) => <People act={act} /> },
    { id: 'signed', name: t('signed_on'), kind: 'date', value: ({ signedOn }) => signedOn },
  ];
}

/** So many people a line names. */
const NAMED = 3;

function People({ act: { employees } }: { act: ActLine }) {
  const t = useWorkmodeTexts();
  const { nameOf } = useDirectory();
  const names = employees.slice(0, NAMED).map(({ employee }) => nameOf(employee));
  const others = employees.length - NAMED;
  return <>{[...names, ...(others > 0 ? [t('and_others', { n: others })] : [])].join(', ')}</>;
}

function useFilters(kind: ActKind): Filter<ActLine>[] {
  const t = useWorkmodeTexts();
  const state: Filter<ActLine> = {
    id: 'state',
    label: t('state'),
    options: ACT_STATES.map((each): [string, string] => [each, t(`act_${each}`)]),
    holds: (act, chosen) => act.state === chosen,
  };
  const kindOf: Filter<ActLine> = {
    id: 'kind',
    label: t('kind'),
    options: ACT_KINDS.map((each): [string, string] => [each, t(`kind_${each}`)]),
    holds: (act, chosen) => act.kind === chosen,
  };
  return kind === 'remote' ? [state, kindOf] : [state];
}
