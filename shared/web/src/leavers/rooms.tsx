import { hasRole, useDesk } from '../common/desk';
import { RoomLink } from '../common/room-link';
import { linkTo } from '../common/route';
import '../exit/exit.css';
import { Announce } from './announce';
import { Consents } from './consents';
import { Correct } from './correct';
import './leavers.css';
import { EnterPaper } from './enter-paper';
import { LeaversOfYear } from './leavers-of-year';
import { OneLeaver } from './one-leaver';
import { Papers } from './papers';
import { Summary } from './summary';
import { useLeaversTexts } from './texts';

interface Place {
  path: string[];
  query: URLSearchParams;
}

type Part = 'list' | 'papers' | 'summary' | 'consents';
const PARTS: { part: Part; roles: string[] }[] = [
  { part: 'list', roles: ['hr'] },
  { part: 'papers', roles: ['territorial'] },
  { part: 'summary', roles: ['hr', 'agency'] },
  { part: 'consents', roles: ['hr', 'agency'] },
];

/** The rooms of exit interviews: a body's leavers, the papers of a territory, and the summary of a year. */
export function LeaverRooms({ path, query }: Place) {
  const t = useLeaversTexts();
  const desk = useDesk();
  const open = PARTS.filter(({ roles }) => roles.some((role) => hasRole(desk, role))).map(({ part }) => part);
  const [asked] = path;
  const here = open.find((part) => part === asked) ?? open[0];
  return (
    <>
      {open.length > 1 && (
        <nav class="rooms rooms-small no-print" aria-label={t('parts')}>
          {open.map((part) => (
            <RoomLink
              key={part}
              to={linkTo(['exit', part], { year: query.get('year') ?? '' })}
              name={t(`part_${part}`)}
              here={part === here}
            />
          ))}
        </nav>
      )}
      {here === 'list' && <ListRooms path={path.slice(1)} query={query} />}
      {here === 'papers' && <PaperRooms path={path.slice(1)} query={query} />}
      {here === 'summary' && <Summary query={query} />}
      {here === 'consents' && <Consents asked={query.get('asked')} />}
    </>
  );
}

function ListRooms({ path, query }: Place) {
  const [place, id] = path;
  if (place === 'announce') {
    return <Announce />;
  }
  if (place === 'correct' && id !== undefined) {
    return <Correct key={id} id={id} />;
  }
  if (place === 'one' && id !== undefined) {
    return <OneLeaver key={id} id={id} news={query.get('news')} />;
  }
  return <LeaversOfYear query={query} />;
}

function PaperRooms({ path: [id], query }: Place) {
  return id === undefined ? <Papers query={query} /> : <EnterPaper key={id} id={id} year={query.get('year')} />;
}
