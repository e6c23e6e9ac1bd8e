import { at } from '../common/api';
import { hasRole, useDesk } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import type { Column, Filter } from '../common/list/column';
import { List } from '../common/list/list';
import { type Paged, usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { Heading } from '../common/view';
import { ACT_STATES, type ActLine } from './api';
import { ActTag } from './tags';
import { useWorkmodeTexts } from './texts';

/** The acts of flexible time and of remote work: of the body, or one's own rows. */
export function ActList() {
  const t = useWorkmodeTexts();
  const desk = useDesk();
  const office = hasRole(desk, 'hr') || hasRole(desk, 'head');
  return (
    <>
      <Heading page="acts">{t('acts')}</Heading>
      {hasRole(desk, 'head') && (
        <p>
          <a id="new-act" class="button" href={linkTo(['worktime', 'acts', 'new'])}>
            {t('make_act')}
          </a>
        </p>
      )}
      <WithDirectory>
        <Both body={office ? desk.claims.body : undefined} />
      </WithDirectory>
    </>
  );
}

function Both({ body }: { body: string | undefined }) {
  const t = useWorkmodeTexts();
  const flexible = usePaged(
    (cursor) => at('/flexible-acts', { body, cursor }),
    ({ acts, next }) => ({ rows: acts, next }),
  );
  const remote = usePaged(
    (cursor) => at('/remote-acts', { body, cursor }),
    ({ acts, next }) => ({ rows: acts, next }),
  );
  return (
    <>
      <h2>{t('flexible_acts')}</h2>
      <OfKind id="flexible" rows={flexible} />
      <h2>{t('remote_acts')}</h2>
      <OfKind id="remote" rows={remote} />
    </>
  );
}

function OfKind({ id, rows }: { id: 'flexible' | 'remote'; rows: Paged<ActLine> }) {
  const t = useWorkmodeTexts();
  return (
    <List
      id={id}
      title={t(`${id}_acts`)}
      file={`${id}-acts`}
      rows={rows}
      keyOf={(act) => act.id}
      marks={(act) => ({ 'data-act': act.id, 'data-state': act.state })}
      columns={useColumns(id)}
      filters={useFilters(id)}
      search={false}
      empty={t('no_acts')}
    />
  );
}

function useColumns(kind: 'flexible' | 'remote'): Column<ActLine>[] {
  const t = useWorkmodeTexts();
  const { nameOf } = useDirectory();
  const people = ({ employees }: ActLine) => employees.map(({ employee }) => nameOf(employee)).join(', ');
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
    { id: 'people', name: t('employees'), value: people },
    { id: 'signed', name: t('signed_on'), kind: 'date', value: ({ signedOn }) => signedOn },
  ];
}

/** The two lists stand on one page: each keeps its own choice in the address. */
function useFilters(kind: 'flexible' | 'remote'): Filter<ActLine>[] {
  const t = useWorkmodeTexts();
  return [
    {
      id: `${kind}-state`,
      label: t('state'),
      options: ACT_STATES.map((state): [string, string] => [state, t(`act_${state}`)]),
      holds: ({ state }, chosen) => state === chosen,
    },
  ];
}
