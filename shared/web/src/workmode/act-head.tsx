import { showDate } from '../common/dates';
import { useDirectory } from '../common/directory';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading, Note } from '../common/view';
import type { FlexibleAct, RemoteAct, WorkWarning } from './api';
import { ActTag } from './tags';
import { useWorkmodeTexts } from './texts';

export type ActKind = 'flexible' | 'remote';
export type AnyAct = FlexibleAct | RemoteAct;
export type AnyRow = AnyAct['employees'][number];

/** So many people a remark names; of the others it says how many. */
const NAMED = 5;

/** Which act it is, where it stands, and what the rules remark. On the page of one employee it leads back to the whole. */
export function ActHead({ kind, act, row }: { kind: ActKind; act: AnyAct; row: AnyRow | undefined }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { nameOf } = useDirectory();
  const { id, number, signedOn, state } = act;
  const title = `№ ${number}, ${showDate(signedOn, common)}`;
  const one = row !== undefined && act.employees.length > 1;
  return (
    <>
      <Heading page={`act ${id} ${one ? row.employee : ''}`} caption={one ? title : t(`act_of_${kind}`)}>
        {one ? nameOf(row.employee) : title}
      </Heading>
      {one && (
        <p>
          <a id="whole-act" href={linkTo(['worktime', 'acts', kind, id])}>
            {t('whole_act')}
          </a>
        </p>
      )}
      <p id="state" data-state={one ? row.state : state}>
        <ActTag state={one ? row.state : state} />
      </p>
      <Warnings warnings={act.warnings ?? []} only={one ? row.employee : undefined} />
    </>
  );
}

/** Remarks of one kind stand together: an act of many people would repeat one for each of them. */
function Warnings({ warnings, only }: { warnings: WorkWarning[]; only: string | undefined }) {
  const t = useWorkmodeTexts();
  const { nameOf } = useDirectory();
  const said = (code: WorkWarning['code'], details: string) => (
    <Note key={code} kind={code === 'TEXT_NOT_LOADED' ? 'plain' : 'warning'}>
      <p data-warning={code}>{t(`warning_${code}`, { details })}</p>
    </Note>
  );
  return (
    <>
      {groupsOf(warnings, only).map(([code, of]) => {
        if (code !== 'EQUIPMENT_MISSING') {
          return said(code, of.map(({ details }) => details.join(' / ')).join('; '));
        }
        const names = of.map(({ details }) => nameOf(details[0] ?? ''));
        const others = names.length - NAMED;
        return said(
          code,
          [...names.slice(0, NAMED), ...(others > 0 ? [t('and_others', { n: others })] : [])].join(', '),
        );
      })}
    </>
  );
}

/** The remarks by what they say, of everybody or of one employee. */
export function groupsOf(warnings: WorkWarning[], only: string | undefined): [WorkWarning['code'], WorkWarning[]][] {
  const groups = new Map<WorkWarning['code'], WorkWarning[]>();
  for (const warning of warnings) {
    if (only === undefined || warning.code !== 'EQUIPMENT_MISSING' || warning.details[0] === only) {
      groups.set(warning.code, [...(groups.get(warning.code) ?? []), warning]);
    }
  }
  return [...groups];
}
