import { hasRole, useDesk } from '../common/desk';
import { RoomLink } from '../common/room-link';
import { linkTo } from '../common/route';
import { ActList } from './acts';
import { Applications } from './applications';
import { Month } from './month';
import { NewApplication } from './new-application';
import { NewFlexibleAct } from './new-flexible-act';
import { NewRemoteAct } from './new-remote-act';
import { useControls } from './office';
import { OneApplication } from './one-application';
import { OneFlexibleAct } from './one-flexible-act';
import { OneRecall } from './one-recall';
import { OneRemoteAct } from './one-remote-act';
import { Recalls } from './recalls';
import { Records } from './records';
import { useWorkmodeTexts, type WorkmodeKey } from './texts';
import { Today } from './today';
import { WorkRulesRoom } from './work-rules';
import './workmode.css';

const PARTS = ['today', 'applications', 'acts', 'recalls', 'records', 'rules', 'month'] as const;

/** The parts of the room that are open to the reader; only the API decides what is shown there. */
function useOpenParts(): string[] {
  const desk = useDesk();
  const employed = hasRole(desk, 'employee');
  const ofBody = employed || hasRole(desk, 'hr') || hasRole(desk, 'head');
  const controls = useControls();
  return PARTS.filter((part) =>
    part === 'rules' ? true : part === 'today' ? controls : part === 'month' ? employed : ofBody,
  );
}

/** The rooms of remote and flexible work (No. 120). */
export function WorkmodeRooms({ path, query }: { path: string[]; query: URLSearchParams }) {
  const t = useWorkmodeTexts();
  const open = useOpenParts();
  const [place = open[0] ?? '', ...within] = path;
  return (
    <>
      <nav class="rooms rooms-small no-print" aria-label={t('workmode')}>
        {open.map((part) => (
          <RoomLink key={part} to={linkTo(['worktime', part])} name={t(part as WorkmodeKey)} here={part === place} />
        ))}
      </nav>
      <Place place={place} within={within} query={query} />
    </>
  );
}

function Place({ place, within, query }: { place: string; within: string[]; query: URLSearchParams }) {
  const [first] = within;
  switch (place) {
    case 'today':
      return <Today query={query} />;
    case 'acts':
      return <Acts within={within} />;
    case 'recalls':
      return first === undefined ? <Recalls /> : <OneRecall key={first} id={first} />;
    case 'records':
      return <Records key={first} employee={first} query={query} />;
    case 'rules':
      return <WorkRulesRoom first={first} query={query} />;
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

/** The acts of one kind, a new one, or one act as a whole or for one employee. */
function Acts({ within: [kind, id, employee] }: { within: string[] }) {
  const remote = kind === 'remote';
  if (id === undefined) {
    return <ActList key={kind} kind={remote ? 'remote' : 'flexible'} />;
  }
  if (id === 'new') {
    return remote ? <NewRemoteAct /> : <NewFlexibleAct />;
  }
  return remote ? (
    <OneRemoteAct key={id} id={id} employee={employee} />
  ) : (
    <OneFlexibleAct key={id} id={id} employee={employee} />
  );
}
