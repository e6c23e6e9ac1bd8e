import { useEffect } from 'preact/hooks';
import { hasRole, useDesk } from '../common/desk';
import { RoomLink } from '../common/room-link';
import { linkTo } from '../common/route';
import { AUTHORITIES, OF_BODY } from './api';
import { keepPage } from './keep-page';
import './monitoring.css';
import { OnePlan } from './one-plan';
import { OneResult } from './one-result';
import { OneVisit } from './one-visit';
import { OvertimeRoom } from './overtime';
import { OneOwnAct, OwnActs } from './own-acts';
import { PlanForm } from './plan-form';
import { Plans } from './plans';
import { Quarterly } from './quarterly';
import { RecipientOf } from './recipient';
import { RegisterVisit } from './register';
import { ResultForm } from './result-form';
import { Results } from './results';
import { Settings } from './settings';
import { Signals } from './signals';
import { useMonitoringTexts } from './texts';
import { Visits } from './visits';

/** The parts of the room, and to whom each is open; only the API decides what is shown there. */
const PARTS = [
  { part: 'visits', roles: AUTHORITIES },
  { part: 'plans', roles: [...AUTHORITIES, 'hr', 'head'] },
  { part: 'signals', roles: AUTHORITIES },
  { part: 'results', roles: [...AUTHORITIES, 'hr', 'head'] },
  { part: 'acts', roles: OF_BODY },
  { part: 'reports', roles: [...AUTHORITIES, 'hr'] },
  { part: 'overtime', roles: [...AUTHORITIES, 'hr'] },
  { part: 'settings', roles: [...AUTHORITIES, ...OF_BODY] },
] as const;

/** The rooms of the monitoring of working time (No. 121). */
export function MonitoringRooms({ path, query }: { path: string[]; query: URLSearchParams }) {
  const t = useMonitoringTexts();
  const desk = useDesk();
  const open = PARTS.filter(({ roles }) => roles.some((role) => hasRole(desk, role))).map(({ part }) => part);
  const official = hasRole(desk, 'monitor');
  useEffect(() => {
    if (official) {
      void keepPage();
    }
  }, [official]);
  const [place, first, second] = path;
  const here = open.find((part) => part === place) ?? open[0];
  return (
    <>
      <nav class="rooms rooms-small no-print" aria-label={t('monitoring')}>
        {open.map((part) => (
          <RoomLink key={part} to={linkTo(['monitoring', part])} name={t(part)} here={part === here} />
        ))}
      </nav>
      {here === 'visits' && <VisitPlace first={first} query={query} />}
      {here === 'plans' &&
        (first === undefined ? <Plans /> : first === 'new' ? <PlanForm /> : <OnePlan key={first} id={first} />)}
      {here === 'signals' && <Signals key={query.get('state')} query={query} />}
      {here === 'acts' &&
        (first === undefined || second === undefined ? (
          <OwnActs />
        ) : (
          <OneOwnAct key={second} visit={first} act={second} />
        ))}
      {here === 'reports' &&
        (first === undefined ? (
          <Quarterly key={query.toString()} query={query} />
        ) : (
          <RecipientOf key={first} body={first} />
        ))}
      {here === 'overtime' && <OvertimeRoom query={query} />}
      {here === 'settings' && <Settings query={query} />}
      {here === 'results' &&
        (first === undefined ? <Results /> : first === 'new' ? <ResultForm /> : <OneResult key={first} id={first} />)}
    </>
  );
}

function VisitPlace({ first, query }: { first: string | undefined; query: URLSearchParams }) {
  return first === undefined ? (
    <Visits />
  ) : first === 'new' ? (
    <RegisterVisit key={query.get('item')} query={query} />
  ) : (
    <OneVisit key={first} id={first} />
  );
}
