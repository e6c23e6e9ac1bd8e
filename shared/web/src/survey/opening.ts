import { type Config, readConfig } from '../common/config';
import { redeem, returned } from '../common/login';
import { readSlipCode } from '../common/slip-code';
import type { Delivery } from './delivery';
import { fingerprintOf, linkMatches } from './fingerprint';
import { type Draft, type Kept, openKept, type Sealed, type Slip } from './kept';
import { type Link, showLink, slipOf, takeLink } from './link';
import { askForSurvey, loadToken, type Session } from './outside';
import type { Parts } from './participation';
import type { Back, Opened } from './stage';
import { pagesOf, type Survey } from './survey';
import { layWay, type Step, stay, stepHere, wayTo } from './way';

type Redeemed = Awaited<ReturnType<typeof redeem>>;

/** The way from the link to the first page, or to what waits on this device. */
export interface Opening {
  boot: () => Promise<void>;
  /** The keys are the published ones: on to what waits on this device, to the login's end, or to the first page. */
  enter: (now: Opened, back: Back | null, redeemed: Redeemed) => Promise<void>;
  /** The first page. Where kept answers wait for their place in this entry of the history, it leaves that alone. */
  begin: () => void;
  /** Fills in the right by a slip and the body, which is returned: empty where the person has to choose it. */
  fillIn: (survey: Survey, slip: Slip, claimed?: string) => string;
  /** Goes on in this entry of the history. */
  become: (next: Step) => void;
}

export function openingOf(parts: Parts, deliver: Delivery['deliver']): Opening {
  const { setStage, setBody, setCode, setRight, resumed } = parts;
  const become = (next: Step) => {
    stay(next);
    setStage(next);
  };
  const begin = () => {
    if (resumed.current?.here) {
      setStage({ at: 'start' });
    } else {
      become({ at: 'start' });
    }
  };
  const fillIn = (survey: Survey, slip: Slip, claimed?: string): string => {
    const bodies = Object.keys(survey.bodies);
    const known =
      [claimed, slip.body].find((each) => each !== undefined && bodies.includes(each)) ??
      (bodies.length === 1 ? bodies[0]! : '');
    setBody(known);
    setCode(slip.code);
    setRight(slip.code !== '' ? 'code' : null);
    return known;
  };
  const enter = enterOf(parts, deliver, begin, fillIn);
  return { boot: bootOf(parts, deliver, enter), enter, begin, fillIn, become };
}

function bootOf(parts: Parts, deliver: Delivery['deliver'], enter: Opening['enter']): () => Promise<void> {
  const { setStage, setOpened, link, spoken } = parts;
  const boot = async () => {
    setStage({ at: 'loading' });
    if (!window.isSecureContext || crypto.subtle === undefined) {
      return setStage({ at: 'stop', why: 'unfit' });
    }
    const login = returned<Back>();
    if (login !== null) {
      showLink(login.back.survey, login.back.fingerprint);
    }
    link.current ??= takeLink();
    const { survey: id, fingerprint: fromLink } = link.current;
    if (id === null) {
      return setStage({ at: 'stop', why: 'link' });
    }
    const config = await readConfig();
    if (config === null) {
      return setStage(navigator.onLine ? { at: 'stop', why: 'config' } : { at: 'unreachable' });
    }
    let kept: Kept;
    try {
      kept = await openKept();
    } catch {
      return setStage({ at: 'stop', why: 'unfit' });
    }
    const redeemed =
      login === null ? null : login.code === null ? null : await redeem(config, login.code, login.verifier);
    const survey = await askForSurvey(config, id, spoken.current);
    if (survey === 'unreachable') {
      return setStage({ at: 'unreachable' });
    }
    if (survey === 'missing') {
      return setStage({ at: 'stop', why: 'missing' });
    }
    return open(survey, config, kept, fromLink, login?.back ?? null, redeemed);
  };
  const open = async (
    survey: Survey,
    config: Config,
    kept: Kept,
    fromLink: string | null,
    back: Back | null,
    redeemed: Redeemed,
  ) => {
    const fingerprint = await fingerprintOf(survey);
    const now: Opened = { survey, config, kept, fingerprint: fingerprint ?? '', fromLink };
    setOpened(now);
    if (survey.state !== 'OPEN') {
      return closed(parts, now, deliver);
    }
    if (fingerprint === null || (fromLink !== null && !linkMatches(fingerprint, fromLink))) {
      return setStage({ at: 'fingerprint-mismatch' });
    }
    if (fromLink === null) {
      return setStage({ at: 'fingerprint-absent' });
    }
    await enter(now, back, redeemed);
  };
  return boot;
}

/** After the close a ballot whose answer was lost still gets its receipt; nothing else may stay on the device. */
async function closed({ setStage }: Parts, now: Opened, deliver: Delivery['deliver']): Promise<void> {
  const { survey, kept } = now;
  await kept.eraseDraft(survey.id);
  const pending = await kept.pending(survey.id);
  if (pending?.stage === 'signed') {
    return deliver(now, pending);
  }
  await kept.erasePending(survey.id);
  setStage({ at: 'stop', why: survey.state === 'CANCELLED' ? 'cancelled' : 'closed' });
}

function enterOf(
  parts: Parts,
  deliver: Delivery['deliver'],
  begin: () => void,
  fillIn: Opening['fillIn'],
): Opening['enter'] {
  const { setStage, setOpened, setSaid, setDraft, setRight, setShared, session, link, resumed } = parts;
  return async (now, back, redeemed) => {
    setOpened(now);
    // A failure shows again, and is reported, when the ballot is sealed.
    loadToken().catch(() => undefined);
    const { survey, kept } = now;
    session.token = redeemed?.token ?? null;
    const pending = await kept.pending(survey.id);
    const drafted = await kept.draft(survey.id);
    const known = fillIn(survey, slipOf(link.current!, drafted?.slip), redeemed?.claims.body);
    if (drafted !== undefined) {
      setSaid(drafted.said);
      setDraft(true);
      if (drafted.by === 'login' && link.current!.code === '') {
        setRight('login');
      }
    }
    if (back !== null) {
      setRight('login');
      setShared(back.shared);
    }
    if (pending !== undefined) {
      setShared(pending.shared);
      return pending.stage === 'sealed' && mayBeAnothers(pending, session, link.current!)
        ? setStage({ at: 'waiting', pending })
        : deliver(now, pending);
    }
    if (back !== null) {
      return afterLogin(parts, survey, back, drafted, known);
    }
    const here = stepHere();
    resumed.current =
      drafted === undefined
        ? null
        : here === null
          ? { to: { at: 'page', page: drafted.page }, here: false }
          : { to: here, here: true };
    // The clock of this device may be wrong: the server decides about what is sent, and nobody is turned away for good.
    return Date.now() < Date.parse(survey.opens) ? setStage({ at: 'not-open-yet' }) : begin();
  };
}

/** The issuer's page lies between this entry of the history and the way here. */
function afterLogin(parts: Parts, survey: Survey, back: Back, drafted: Draft | undefined, known: string) {
  const { setStage, session, resumed } = parts;
  if (session.token === null) {
    layWay([{ at: 'start' }, { at: 'right' }]);
    return setStage({ at: 'login-failed' });
  }
  const goal: Step = back.to ?? { at: 'page', page: drafted?.page ?? 0 };
  const to: Step = known === '' ? { at: 'body' } : goal;
  resumed.current = known === '' ? { to: goal, here: false } : null;
  layWay(wayTo(to, pagesOf(survey.questionnaire).length));
  setStage(to);
}

/** Whether a sealed ballot may be of somebody else than whoever opened the page: it waits for a login, or the link has another code. */
function mayBeAnothers({ right }: Sealed, session: Session, link: Link): boolean {
  return right.by === 'login' ? session.token === null : link.code !== '' && readSlipCode(link.code) !== right.code;
}
