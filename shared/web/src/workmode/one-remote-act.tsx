import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useLoaded } from '../common/desk';
import { WithDirectory } from '../common/directory';
import { Facts } from '../common/facts';
import { LoadedView } from '../common/loaded-view';
import { useCommonTexts } from '../common/texts';
import { ActHead } from './act-head';
import { ActEmployees, RowFacts } from './act-rows';
import { Acknowledge, ActPaper, Annul, EndEarlier, goesOn } from './act-steps';
import { type RemoteAct, type RemoteRow, WEEKDAYS } from './api';
import { useOffice } from './office';
import { CauseRemoved, EquipmentOf, RecallOf } from './remote-steps';
import { useWorkmodeTexts } from './texts';
import { Trail } from './trail';

/** An act of remote or combined work with its place and its cause (¶6), or one employee of it. */
export function OneRemoteAct({ id, employee }: { id: string; employee: string | undefined }) {
  const [loaded, again] = useLoaded(at('/remote-acts/{act}', { act: id }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(act) => (
        <WithDirectory>
          <RemotePage act={act} row={rowOf(act.employees, employee)} again={again} />
        </WithDirectory>
      )}
    </LoadedView>
  );
}

/** The row that a page is about: the one that is asked for, or the only one. */
export function rowOf<R extends { employee: string }>(rows: R[], employee: string | undefined): R | undefined {
  return rows.length === 1 ? rows[0] : rows.find((row) => row.employee === employee);
}

interface Parts {
  act: RemoteAct;
  again: () => void;
}

function RemotePage({ act, row, again }: Parts & { row: RemoteRow | undefined }) {
  const { hr, head } = useOffice(act.body);
  const whole = row === undefined || act.employees.length === 1;
  return (
    <>
      <ActHead kind="remote" act={act} row={row} />
      {whole && <RemoteFacts act={act} />}
      <Acknowledge kind="remote" act={act} again={again} />
      {row === undefined ? <ActEmployees kind="remote" act={act} /> : <RowFacts row={row} />}
      {row !== undefined && <RowSteps act={act} row={row} again={again} />}
      {head && whole && act.cause !== undefined && act.employees.some(goesOn) && (
        <CauseRemoved act={act} again={again} />
      )}
      {head && row === undefined && act.employees.some(({ state }) => state !== 'ANNULLED') && (
        <Annul kind="remote" act={act} row={undefined} again={again} />
      )}
      {whole && <ActPaper kind="remote" act={act} />}
      {hr && whole && <Trail object={`remote-work~${act.id}`} />}
    </>
  );
}

/** What may happen to one employee's row. */
function RowSteps({ act, row, again }: Parts & { row: RemoteRow }) {
  const { hr, head } = useOffice(act.body);
  const parts = { act, row, again };
  return (
    <>
      {hr && row.state !== 'ANNULLED' && <EquipmentOf {...parts} />}
      {head && goesOn(row) && <RecallOf {...parts} />}
      {head && goesOn(row) && <EndEarlier kind="remote" {...parts} />}
      {head && row.state !== 'ANNULLED' && <Annul kind="remote" {...parts} />}
    </>
  );
}

function RemoteFacts({ act }: { act: RemoteAct }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { ground, from, to, cause, remoteDays } = act;
  return (
    <Facts
      id="act"
      facts={[
        [t('ground'), ground],
        [t('period'), `${showDate(from, common)} – ${showDate(to, common)}`],
        [t('kind'), t(`kind_${act.kind}`)],
        [t('basis'), t(`basis_${act.basis}`)],
        [t('place'), act.place],
        [t('remote_days'), remoteDays?.map((day) => dayName(day, t, common)).join(', ')],
        [
          t('cause'),
          cause && [t(`cause_${cause.kind}`), cause.decision, showDate(cause.from, common)].filter(Boolean).join(', '),
        ],
        [
          t('cause_removed'),
          cause?.removedOn && [showDate(cause.removedOn, common), cause.removal].filter(Boolean).join(', '),
        ],
        [t('specifics'), act.specifics],
        [t('control'), act.control],
        [t('channels'), act.channels],
      ]}
    />
  );
}

/** A weekday by its name, or a date. */
export function dayName(
  day: string,
  t: ReturnType<typeof useWorkmodeTexts>,
  common: ReturnType<typeof useCommonTexts>,
): string {
  const weekday = WEEKDAYS.find((each) => each === day);
  return weekday === undefined ? showDate(day, common) : t(`day_${weekday}`);
}
