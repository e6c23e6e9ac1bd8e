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
import type { FlexibleAct, FlexibleRow, Values } from './api';
import { Cancel, Extend } from './flexible-steps';
import { useOffice } from './office';
import { rowOf } from './one-remote-act';
import { useWorkmodeTexts } from './texts';
import { Trail } from './trail';
import { OpenViolations, ViolationsOf } from './violations';

/** An act of flexible time with the fixed hours of each (¶17), or one employee of it. */
export function OneFlexibleAct({ id, employee }: { id: string; employee: string | undefined }) {
  const [loaded, again] = useLoaded(at('/flexible-acts/{act}', { act: id }));
  const [settings, askAgain] = useLoaded(at('/worktime-settings'));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(act) => (
        <LoadedView loaded={settings} again={askAgain}>
          {({ values }) => (
            <WithDirectory>
              <FlexiblePage act={act} row={rowOf(act.employees, employee)} values={values} again={again} />
            </WithDirectory>
          )}
        </LoadedView>
      )}
    </LoadedView>
  );
}

interface Parts {
  act: FlexibleAct;
  values: Values;
  again: () => void;
}

function FlexiblePage({ act, row, values, again }: Parts & { row: FlexibleRow | undefined }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { hr, head } = useOffice(act.body);
  const whole = row === undefined || act.employees.length === 1;
  const { ground, from, to } = act;
  return (
    <>
      <ActHead kind="flexible" act={act} row={row} />
      {whole && (
        <Facts
          id="act"
          facts={[
            [t('ground'), ground],
            [t('period'), `${showDate(from, common)} – ${showDate(to, common)}`],
          ]}
        />
      )}
      <Acknowledge kind="flexible" act={act} again={again} />
      {row === undefined ? (
        <>
          {hr && <OpenViolations act={act} />}
          <ActEmployees kind="flexible" act={act} />
        </>
      ) : (
        <>
          <RowFacts row={row} />
          <ViolationsOf act={act} row={row} least={leastOf(values)} again={again} />
          <RowSteps act={act} row={row} values={values} again={again} />
        </>
      )}
      {head && row === undefined && act.employees.some(({ state }) => state !== 'ANNULLED') && (
        <Annul kind="flexible" act={act} row={undefined} again={again} />
      )}
      {whole && <ActPaper kind="flexible" act={act} />}
      {hr && whole && <Trail object={`flexible-time~${act.id}`} />}
    </>
  );
}

/** So many confirmed violations are systematic (¶21), by the Agency's setting. */
function leastOf({ systematicMin = 2 }: Values): number {
  return systematicMin;
}

/** What the authorised person may do about one employee's row. */
function RowSteps({ act, row, values, again }: Parts & { row: FlexibleRow }) {
  const { head } = useOffice(act.body);
  if (!head) {
    return null;
  }
  const parts = { act, row, again };
  return (
    <>
      {goesOn(row) && (
        <>
          <Extend {...parts} values={values} />
          <EndEarlier kind="flexible" {...parts} />
          <Cancel {...parts} least={leastOf(values)} />
        </>
      )}
      {row.state !== 'ANNULLED' && <Annul kind="flexible" {...parts} />}
    </>
  );
}
