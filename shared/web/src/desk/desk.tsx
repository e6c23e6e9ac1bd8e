import { useEffect, useState } from 'preact/hooks';
import { askOf, FILE } from '../common/asking';
import { type Config, readConfig, rolePrefix } from '../common/config';
import { type Desk, DeskContext, hasRole } from '../common/desk';
import { type Ask, ask } from '../common/http';
import { forgetKept } from '../common/kept';
import { useLanguage } from '../common/language';
import { lazily } from '../common/lazily';
import { beginLogin, type Claims, claimsOf, redeem, returned } from '../common/login';
import { RoomLink } from '../common/room-link';
import { useRoute } from '../common/route';
import { forgetTyped } from '../common/typed';
import { Frame, Heading, Loading, Note, Unreachable } from '../common/view';
import { Bodies } from './bodies';
import { OpenSurvey } from './open-survey';
import { SurveyDesk } from './survey-desk';
import { SurveyList } from './survey-list';
import { useDeskTexts } from './texts';
import { useVisitSending } from './visit-sending';

/** An official's login lasts as long as the tab; a respondent's, on its own page, is never stored. */
const KEPT_AS = 'bagalau.desk';

interface RoomOfDesk {
  name:
    | 'home'
    | 'staff'
    | 'surveys'
    | 'facts'
    | 'preview'
    | 'runs'
    | 'reports'
    | 'leavers'
    | 'procedures'
    | 'bodies'
    | 'kpi'
    | 'appraisals'
    | 'monitoring'
    | 'workmode';
  /** The places in the address that belong to it, its own first. */
  places: string[];
  /** Whom it is open to; everybody where nothing is said. Only the API decides what is shown there. */
  roles?: string[];
  /** No login leads there by itself: whoever has only such rooms begins with their work. */
  asked?: true;
}

/** So many fit beside each other on a phone. */
const FEW_ROOMS = 4;

const HOME: RoomOfDesk = { name: 'home', places: ['home'] };
const ROOMS: RoomOfDesk[] = [
  HOME,
  {
    name: 'appraisals',
    places: ['appraisals'],
    roles: ['hr', 'head', 'assessor', 'employee', 'commission'],
    asked: true,
  },
  { name: 'staff', places: ['people'], roles: ['hr', 'head', 'assessor'], asked: true },
  { name: 'surveys', places: ['', 'surveys', 'open'], roles: ['agency', 'hr'] },
  { name: 'facts', places: ['facts'], roles: ['agency', 'digital', 'hr'] },
  { name: 'preview', places: ['preview'], roles: ['agency', 'digital', 'hr'] },
  { name: 'runs', places: ['runs'], roles: ['agency', 'digital', 'hr'] },
  { name: 'reports', places: ['reports'], roles: ['agency', 'digital', 'hr'] },
  { name: 'leavers', places: ['exit'], roles: ['agency', 'hr', 'territorial'] },
  { name: 'procedures', places: ['procedures'], roles: ['agency', 'hr', 'head'], asked: true },
  { name: 'bodies', places: ['bodies'], roles: ['agency'] },
  {
    name: 'kpi',
    places: ['kpi'],
    roles: ['assessor', 'employee', 'hr', 'head', 'commission', 'agency', 'territorial'],
    asked: true,
  },
  {
    name: 'workmode',
    places: ['worktime'],
    roles: ['hr', 'head', 'employee', 'agency', 'territorial', 'monitor'],
    asked: true,
  },
  {
    name: 'monitoring',
    places: ['monitoring'],
    roles: ['monitor', 'agency', 'territorial', 'hr', 'head', 'employee'],
    asked: true,
  },
];

const HomeRoom = lazily(() => import('../home/home').then((loaded) => loaded.Home));
const AppraisalRooms = lazily(() => import('../appraisals/rooms').then((loaded) => loaded.AppraisalRooms));
const PeopleRooms = lazily(() => import('../people/rooms').then((loaded) => loaded.PeopleRooms));
const ProcedureRooms = lazily(() => import('../procedures/rooms').then((loaded) => loaded.ProcedureRooms));
const ScoringRooms = lazily(() => import('../scoring/rooms').then((loaded) => loaded.ScoringRooms));
const ReportRooms = lazily(() => import('../reports/rooms').then((loaded) => loaded.ReportRooms));
const KpiRooms = lazily(() => import('../kpi/rooms').then((loaded) => loaded.KpiRooms));
const WorkmodeRooms = lazily(() => import('../workmode/rooms').then((loaded) => loaded.WorkmodeRooms));
const MonitoringRooms = lazily(() => import('../monitoring/rooms').then((loaded) => loaded.MonitoringRooms));
const LeaverRooms = lazily(() => import('../leavers/rooms').then((loaded) => loaded.LeaverRooms));

type At =
  | { at: 'loading' }
  | { at: 'unreachable' }
  | { at: 'out'; why?: 'login_failed' | 'login_ended' }
  | { at: 'in'; token: string; claims: Claims };

export function DeskPage() {
  const [config, setConfig] = useState<Config | null>(null);
  const [session, setSession] = useState<At>({ at: 'loading' });

  const boot = async () => {
    setSession({ at: 'loading' });
    const read = await readConfig();
    if (read === null) {
      return setSession({ at: 'unreachable' });
    }
    setConfig(read);
    const login = returned<string>();
    if (login === null) {
      const token = sessionStorage.getItem(KEPT_AS);
      return setSession(
        token === null ? { at: 'out' } : { at: 'in', token, claims: claimsOf(token, rolePrefix(read)) },
      );
    }
    history.replaceState(null, '', location.pathname + login.back);
    const redeemed = login.code === null ? null : await redeem(read, login.code, login.verifier);
    if (redeemed === null) {
      return setSession({ at: 'out', why: 'login_failed' });
    }
    sessionStorage.setItem(KEPT_AS, redeemed.token);
    setSession({ at: 'in', ...redeemed });
  };
  useEffect(() => void boot(), []);

  const leave = (why?: 'login_ended') => {
    sessionStorage.removeItem(KEPT_AS);
    setSession({ at: 'out', ...(why && { why }) });
  };
  const logOut = () => {
    forgetTyped();
    if (session.at === 'in') {
      forgetKept(session.claims.sub);
    }
    leave();
  };
  return (
    <Frame account={session.at === 'in' && <Account claims={session.claims} leave={logOut} />}>
      {session.at === 'loading' && <Loading />}
      {session.at === 'unreachable' && <Unreachable again={() => void boot()} />}
      {session.at === 'out' && config !== null && <LogIn config={config} why={session.why} />}
      {session.at === 'in' && config !== null && (
        <Rooms config={config} token={session.token} claims={session.claims} ended={() => leave('login_ended')} />
      )}
    </Frame>
  );
}

function Account({ claims, leave }: { claims: Claims; leave: () => void }) {
  const t = useDeskTexts();
  const roles = (
    ['agency', 'digital', 'territorial', 'monitor', 'hr', 'head', 'assessor', 'commission', 'employee'] as const
  )
    .filter((role) => claims.roles.includes(role))
    .map((role) => t(`role_${role}`));
  return (
    <div class="account">
      <span id="account">
        {claims.name ?? claims.sub}
        {roles.length > 0 && ` · ${roles.join(', ')}`}
      </span>
      <button id="logout" type="button" class="link-button" onClick={leave}>
        {t('logout')}
      </button>
    </div>
  );
}

function LogIn({ config, why }: { config: Config; why: 'login_failed' | 'login_ended' | undefined }) {
  const t = useDeskTexts();
  const [failed, setFailed] = useState(false);
  const notice = failed ? 'login_failed' : why;
  return (
    <>
      <Heading page="login">{t('login_title')}</Heading>
      <div role="status">
        {notice && (
          <Note kind="warning">
            <p>{t(notice)}</p>
          </Note>
        )}
      </div>
      <p>{t('login_intro')}</p>
      <button
        id="login"
        type="button"
        class="button"
        onClick={() => void beginLogin(config, location.hash).catch(() => setFailed(true))}
      >
        {t('login')}
      </button>
    </>
  );
}

/** The rooms that somebody may enter. Where they are many, a phone shows them on demand. */
function Navigation({ rooms, here }: { rooms: RoomOfDesk[]; here: RoomOfDesk }) {
  const t = useDeskTexts();
  const [unfolded, setUnfolded] = useState(false);
  useEffect(() => setUnfolded(false), [here.name]);
  return (
    <nav class="rooms no-print" aria-label={t('desk')}>
      {rooms.length > FEW_ROOMS && (
        <button
          id="menu"
          type="button"
          class="menu"
          aria-expanded={unfolded}
          aria-controls="room-links"
          onClick={() => setUnfolded(!unfolded)}
        >
          {t('menu')}: {t(here.name)}
        </button>
      )}
      <div id="room-links">
        {rooms.map(({ name, places: [to = ''] }) => (
          <RoomLink key={name} to={`#/${to}`} name={t(name)} here={name === here.name} />
        ))}
      </div>
    </nav>
  );
}

function Rooms({ config, token, claims, ended }: { config: Config; token: string; claims: Claims; ended: () => void }) {
  const language = useLanguage();
  const { path, query } = useRoute();
  const asked = async <T,>(address: string, asking: Ask) => {
    const reply = await ask<T>(config.api + address, { ...asking, token, language });
    if (reply.kind === 'refused' && reply.problem.status === 401) {
      ended();
    }
    return reply;
  };
  const api: Desk['api'] = (address, asking = {}) => asked(address, askOf(asking));
  const file: Desk['file'] = (address) => asked(address, FILE);
  useVisitSending({ claims, api });
  const open = ROOMS.filter(({ roles }) => roles?.some((role) => hasRole({ claims }, role)) ?? true);
  const [place = '', id, part] = path;
  const here =
    open.find(({ places }) => places.includes(place)) ?? open.find((room) => room !== HOME && !room.asked) ?? HOME;
  return (
    <DeskContext.Provider value={{ claims, api, file }}>
      <Navigation rooms={open} here={here} />
      {here.name === 'home' ? (
        <HomeRoom query={query} />
      ) : here.name === 'appraisals' ? (
        <AppraisalRooms path={path.slice(1)} query={query} />
      ) : here.name === 'staff' ? (
        <PeopleRooms path={path.slice(1)} query={query} />
      ) : here.name === 'procedures' ? (
        <ProcedureRooms path={path.slice(1)} query={query} />
      ) : here.name === 'bodies' ? (
        <Bodies />
      ) : here.name === 'reports' ? (
        <ReportRooms path={path.slice(1)} query={query} />
      ) : here.name === 'workmode' ? (
        <WorkmodeRooms path={path.slice(1)} query={query} />
      ) : here.name === 'monitoring' ? (
        <MonitoringRooms path={path.slice(1)} query={query} />
      ) : here.name === 'kpi' ? (
        <KpiRooms path={path.slice(1)} />
      ) : here.name === 'leavers' ? (
        <LeaverRooms path={path.slice(1)} query={query} />
      ) : here.name !== 'surveys' ? (
        <ScoringRooms room={here.name} path={path.slice(1)} query={query} />
      ) : place === 'open' && hasRole({ claims }, 'agency') ? (
        <OpenSurvey />
      ) : place === 'surveys' && id !== undefined && id !== '' ? (
        <SurveyDesk key={id} id={id} part={part ?? ''} />
      ) : (
        <SurveyList />
      )}
    </DeskContext.Provider>
  );
}
