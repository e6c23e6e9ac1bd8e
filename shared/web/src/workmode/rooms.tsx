import { hasRole, useDesk } from '../common/desk';
import { RoomLink } from '../common/room-link';
import { linkTo } from '../common/route';
import { ActList } from './acts';
import { Applications } from './applications';
import { Month } from './month';
import { NewApplication } from './new-application';
import { NewFlexibleAct } from './new-flexible-act';
import { OneFlexibleAct, OneRemoteAct } from './one-act';
import { OneApplication } from './one-application';
import { useWorkmodeTexts } from './texts';
import { Today } from './today';
import './workmode.css';

const PEOPLE = ['hr', 'head', 'employee'];

/** The parts of the room, and to whom each is open; only the API decides what is shown there. */
const PARTS = [
  { part: 'today', roles: ['hr', 'head'] },
  { part: 'applications', roles: PEOPLE },
  { part: 'acts', roles: PEOPLE },
  { part: 'month', roles: ['employee'] },
] as const;

/** The rooms of remote and flexible work (No. 120). */
export function WorkmodeRooms({ path, query }: { path: string[]; query: URLSearchParams }) {
  const t = useWorkmodeTexts();
  const desk = useDesk();
  const open = PARTS.filter(({ roles }) => roles.some((role) => hasRole(desk, role))).map(({ part }) => part);
  const [place = open[0] ?? '', first, second] = path;
  return (
    <>
      <nav class="rooms rooms-small no-print" aria-label={t('workmode')}>
        {open.map((part) => (
          <RoomLink key={part} to={linkTo(['worktime', part])} name={t(part)} here={part === place} />
        ))}
      </nav>
      <Place place={place} first={first} second={second} query={query} />
    </>
  );
}

function Place(props: {
  place: string;
  first: string | undefined;
  second: string | undefined;
  query: URLSearchParams;
}) {
  const { place, first, second, query } = props;
  switch (place) {
    case 'today':
      return <Today query={query} />;
    case 'acts':
      return first === 'new' ? (
        <NewFlexibleAct />
      ) : second === undefined ? (
        <ActList />
      ) : first === 'remote' ? (
        <OneRemoteAct key={second} id={second} />
      ) : (
        <OneFlexibleAct key={second} id={second} />
      );
    case 'month':
      return <Month key={first} employee={first} query={query} />;
    default:
      return first === undefined ? (
        <Applications />
      ) : first === 'new' ? (
        <NewApplication />
      ) : (
        <OneApplication key={first} id={first} />
      );
  }
}
