import { useEffect, useState } from 'preact/hooks';
import { type Config, readConfig } from '../common/config';
import { type Ask, ask } from '../common/http';
import { useLanguage } from '../common/language';
import { beginLogin, type Claims, claimsOf, redeem, returned } from '../common/login';
import { Frame, Heading, Loading, Note, Unreachable } from '../common/view';
import { DeskContext } from './api';
import { Bodies } from './bodies';
import { OpenSurvey } from './open-survey';
import { RoomLink } from './room-link';
import { SurveyDesk } from './survey-desk';
import { SurveyList } from './survey-list';
import { useDeskTexts } from './texts';

/** An official's login lasts as long as the tab; a respondent's, on its own page, is never stored. */
const KEPT_AS = 'bagalau.desk';

type At = { at: 'loading' } | { at: 'unreachable' } | { at: 'out'; why?: 'login_failed' | 'login_ended' } | { at: 'in'; token: string; claims: Claims };

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
      return setSession(token === null ? { at: 'out' } : { at: 'in', token, claims: claimsOf(token) });
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
  return (
    <Frame account={session.at === 'in' && <Account claims={session.claims} leave={() => leave()} />}>
      {session.at === 'loading' && <Loading />}
      {session.at === 'unreachable' && <Unreachable again={() => void boot()} />}
      {session.at === 'out' && config !== null && <LogIn config={config} why={session.why} />}
      {session.at === 'in' && config !== null && <Rooms config={config} token={session.token} claims={session.claims} ended={() => leave('login_ended')} />}
    </Frame>
  );
}

function Account({ claims, leave }: { claims: Claims; leave: () => void }) {
  const t = useDeskTexts();
  const roles = (['agency', 'hr'] as const).filter((role) => claims.roles?.includes(role)).map((role) => t(`role_${role}`));
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
  const told = failed ? 'login_failed' : why;
  return (
    <>
      <Heading page="login">{t('login_title')}</Heading>
      <div role="status">
        {told && (
          <Note kind="warning">
            <p>{t(told)}</p>
          </Note>
        )}
      </div>
      <p>{t('login_intro')}</p>
      <button id="login" type="button" class="button" onClick={() => void beginLogin(config, location.hash).catch(() => setFailed(true))}>
        {t('login')}
      </button>
    </>
  );
}

function Rooms({ config, token, claims, ended }: { config: Config; token: string; claims: Claims; ended: () => void }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const moved = () => setHash(location.hash);
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  const api = async <T,>(path: string, asking: Ask = {}) => {
    const reply = await ask<T>(config.api + path, { ...asking, token, language });
    if (reply.kind === 'refused' && reply.problem.status === 401) {
      ended();
    }
    return reply;
  };
  const agency = claims.roles?.includes('agency') ?? false;
  if (!agency && !claims.roles?.includes('hr')) {
    return (
      <>
        <Heading page="no-role">{t('no_role_title')}</Heading>
        <p>{t('no_role')}</p>
      </>
    );
  }
  const [, room = '', id, part] = hash.replace(/^#/, '').split('/');
  return (
    <DeskContext.Provider value={{ claims, api }}>
      <nav class="rooms no-print" aria-label={t('desk')}>
        <RoomLink to="#/" name={t('surveys')} here={room !== 'bodies'} />
        {agency && <RoomLink to="#/bodies" name={t('bodies')} here={room === 'bodies'} />}
      </nav>
      {room === 'bodies' ? (
        <Bodies />
      ) : room === 'open' && agency ? (
        <OpenSurvey />
      ) : room === 'surveys' && id !== undefined && id !== '' ? (
        <SurveyDesk key={id} id={decodeURIComponent(id)} part={part ?? ''} />
      ) : (
        <SurveyList />
      )}
    </DeskContext.Provider>
  );
}
