import { hasRole, useDesk } from '../common/desk';
import { RoomLink } from '../common/room-link';
import { linkTo } from '../common/route';
import './appraisals.css';
import { Assess } from './assess';
import { Board } from './board';
import { Mine } from './mine';
import { OneAppraisal } from './one';
import { OneYear } from './one-year';
import { Retention } from './retention';
import { Sessions } from './sessions';
import { useAppraisalTexts } from './texts';
import { Years } from './years';

type Part = 'mine' | 'assess' | 'sessions' | 'board' | 'years' | 'retention';
/** Who acts is decided by the case: everybody may have people to score, and sit in a session. */
const PARTS: { part: Part; roles?: string[] }[] = [
  { part: 'board', roles: ['hr', 'head'] },
  { part: 'assess' },
  { part: 'sessions' },
  { part: 'mine' },
  { part: 'years', roles: ['hr', 'head'] },
  { part: 'retention', roles: ['hr', 'head'] },
];

/** The rooms of quarterly appraisals (No. 245). */
export function AppraisalRooms({ path, query }: { path: string[]; query: URLSearchParams }) {
  const t = useAppraisalTexts();
  const desk = useDesk();
  const open = PARTS.filter(({ roles }) => roles?.some((role) => hasRole(desk, role)) ?? true).map(({ part }) => part);
  const [place, first, second] = path;
  const usual = hasRole(desk, 'hr') || hasRole(desk, 'head') ? 'board' : hasRole(desk, 'assessor') ? 'assess' : 'mine';
  const here = open.find((part) => part === place) ?? (place === 'one' ? undefined : usual);
  const year = place === 'years' && first !== undefined && second !== undefined;
  return (
    <>
      <nav class="rooms rooms-small no-print" aria-label={t('parts')}>
        {open.map((part) => (
          <RoomLink key={part} to={linkTo(['appraisals', part])} name={t(`part_${part}`)} here={part === here} />
        ))}
      </nav>
      {place === 'one' && first !== undefined && <OneAppraisal key={first} id={first} />}
      {year && <OneYear key={path.join(' ')} year={first} employee={second} />}
      {!year && here === 'mine' && <Mine />}
      {!year && here === 'assess' && <Assess query={query} />}
      {!year && here === 'sessions' && <Sessions />}
      {!year && here === 'board' && <Board query={query} />}
      {!year && here === 'years' && <Years query={query} />}
      {!year && here === 'retention' && <Retention />}
    </>
  );
}
