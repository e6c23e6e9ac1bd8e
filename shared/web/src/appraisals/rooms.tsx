import { hasRole, useDesk } from '../common/desk';
import { RoomLink } from '../common/room-link';
import { linkTo } from '../common/route';
import './appraisals.css';
import { Assess } from './assess';
import { Board } from './board';
import { Mine } from './mine';
import { OneAppraisal } from './one';
import { useAppraisalTexts } from './texts';

type Part = 'mine' | 'assess' | 'board';
/** Who acts is decided by the case: everybody may have people to score. */
const PARTS: { part: Part; roles?: string[] }[] = [
  { part: 'board', roles: ['hr', 'head'] },
  { part: 'assess' },
  { part: 'mine' },
];

/** The rooms of quarterly appraisals (No. 245). */
export function AppraisalRooms({ path, query }: { path: string[]; query: URLSearchParams }) {
  const t = useAppraisalTexts();
  const desk = useDesk();
  const open = PARTS.filter(({ roles }) => roles?.some((role) => hasRole(desk, role)) ?? true).map(({ part }) => part);
  const [place, first] = path;
  const usual = hasRole(desk, 'hr') || hasRole(desk, 'head') ? 'board' : hasRole(desk, 'assessor') ? 'assess' : 'mine';
  const here = open.find((part) => part === place) ?? (place === 'one' ? undefined : usual);
  return (
    <>
      <nav class="rooms rooms-small no-print" aria-label={t('parts')}>
        {open.map((part) => (
          <RoomLink key={part} to={linkTo(['appraisals', part])} name={t(`part_${part}`)} here={part === here} />
        ))}
      </nav>
      {place === 'one' && first !== undefined && <OneAppraisal key={first} id={first} />}
      {here === 'mine' && <Mine />}
      {here === 'assess' && <Assess query={query} />}
      {here === 'board' && <Board query={query} />}
    </>
  );
}
