import { hasRole, useDesk } from '../common/desk';
import { RoomLink } from '../common/room-link';
import { linkTo } from '../common/route';
import { Decisions } from './decisions';
import { People } from './people';
import './people.css';
import { Person } from './person';
import { ChangePerson, NewPerson } from './person-form';
import { Seconded } from './seconded-form';
import { StaffFilePage } from './staff-file';
import { Substitutions } from './substitutions';
import { usePeopleTexts } from './texts';
import { UnitPage } from './unit-form';
import { Units } from './units';

interface Place {
  path: string[];
  query: URLSearchParams;
}

type Part = 'people' | 'units' | 'substitutions' | 'decisions' | 'file';
const PARTS: { part: Part; roles: string[] }[] = [
  { part: 'people', roles: ['hr', 'head', 'assessor'] },
  { part: 'units', roles: ['hr', 'head', 'assessor'] },
  { part: 'substitutions', roles: ['hr', 'head'] },
  { part: 'decisions', roles: ['hr', 'head'] },
  { part: 'file', roles: ['hr'] },
];

/** The rooms of a body's directory: its people and units, who does whose duties, and all of it as a file. */
export function PeopleRooms({ path, query }: Place) {
  const t = usePeopleTexts();
  const desk = useDesk();
  const open = PARTS.filter(({ roles }) => roles.some((role) => hasRole(desk, role))).map(({ part }) => part);
  const [asked, id] = path;
  const here = open.find((part) => part === asked) ?? 'people';
  const saved = query.get('news') === 'saved';
  return (
    <>
      <nav class="rooms rooms-small no-print" aria-label={t('parts')}>
        {open.map((part) => (
          <RoomLink
            key={part}
            to={linkTo(part === 'people' ? ['people'] : ['people', part])}
            name={t(`part_${part}`)}
            here={part === here}
          />
        ))}
      </nav>
      {here === 'people' && <OfPeople path={path} query={query} />}
      {here === 'units' && (id === undefined ? <Units saved={saved} /> : <UnitPage key={id} id={id} />)}
      {here === 'substitutions' && <Substitutions id={id} saved={saved} />}
      {here === 'decisions' && <Decisions id={id} saved={saved} />}
      {here === 'file' && <StaffFilePage />}
    </>
  );
}

function OfPeople({ path: [place, id], query }: Place) {
  if (place === 'new') {
    return <NewPerson />;
  }
  if (place === 'one' && id !== undefined) {
    return <Person key={id} id={id} saved={query.get('news') === 'saved'} />;
  }
  if (place === 'change' && id !== undefined) {
    return <ChangePerson key={id} id={id} add={query.get('add')} />;
  }
  if (place === 'seconded' && id !== undefined) {
    return <Seconded key={id} id={id} />;
  }
  return <People />;
}
