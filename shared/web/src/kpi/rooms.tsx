import { hasRole, useDesk } from '../common/desk';
import { RoomLink } from '../common/room-link';
import { linkTo } from '../common/route';
import { AppealList, OneAppeal } from './appeals';
import { ArchiveEntries } from './archive';
import { Board } from './board';
import { CommissionList, OneCommission } from './commissions';
import { ImportFile } from './import-file';
import './kpi.css';
import { MeetingRoom } from './meeting-room';
import { NewPlan } from './new-plan';
import { OneMeeting } from './one-meeting';
import { OnePlan } from './one-plan';
import { OneSheet } from './one-sheet';
import { useKpiTexts } from './texts';

const OF_CASES = ['hr', 'head', 'assessor', 'employee', 'commission'];

/** The parts of the room, and to whom each is open; only the API decides what is shown there. */
const PARTS = [
  { part: 'sheets', places: ['sheets'], roles: OF_CASES },
  { part: 'plans', places: ['plans', 'new'], roles: OF_CASES },
  { part: 'commissions', places: ['commissions', 'meet', 'meetings'], roles: ['hr', 'head', 'commission'] },
  { part: 'appeals', places: ['appeals'], roles: [...OF_CASES, 'agency', 'territorial'] },
  { part: 'archive', places: ['archive'], roles: ['hr', 'head'] },
  { part: 'import', places: ['import'], roles: ['hr'] },
] as const;

/** The room of KPI: plans, sheets, the Commission, appeals. */
export function KpiRooms({ path }: { path: string[] }) {
  const t = useKpiTexts();
  const desk = useDesk();
  const open = PARTS.filter(({ roles }) => roles.some((role) => hasRole(desk, role)));
  const place = path[0] ?? open[0]?.places[0] ?? '';
  return (
    <>
      <nav class="rooms rooms-small no-print" aria-label={t('kpi')}>
        {open.map(({ part, places }) => (
          <RoomLink
            key={part}
            to={linkTo(['kpi', part])}
            name={t(part)}
            here={(places as readonly string[]).includes(place)}
          />
        ))}
      </nav>
      <Place place={place} first={path[1]} second={path[2]} />
    </>
  );
}

function Place({ place, first, second }: { place: string; first: string | undefined; second: string | undefined }) {
  switch (place) {
    case 'plans':
      return first === undefined ? <Board key="plans" of="kpi-plan" /> : <OnePlan key={first} id={first} />;
    case 'new':
      return <NewPlan />;
    case 'commissions':
      return first === undefined ? <CommissionList /> : <OneCommission key={first} id={first} />;
    case 'meetings':
      return first === undefined ? <CommissionList /> : <OneMeeting key={first} id={first} />;
    case 'meet':
      return first !== undefined && second !== undefined ? (
        <MeetingRoom key={`${first} ${second}`} commission={first} on={second} />
      ) : (
        <CommissionList />
      );
    case 'archive':
      return <ArchiveEntries />;
    case 'import':
      return <ImportFile />;
    case 'appeals':
      return first === undefined ? <AppealList /> : <OneAppeal key={first} id={first} />;
    default:
      return first === undefined ? <Board key="sheets" of="kpi-sheet" /> : <OneSheet key={first} id={first} />;
  }
}
