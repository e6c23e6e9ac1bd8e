import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Config, readConfig } from '../common/config';
import { useLanguage } from '../common/language';
import { beginLogin, redeem, returned } from '../common/login';
import { RetryTimer } from '../common/retry-timer';
import { readSlipCode } from '../common/slip-code';
import { Loading, Unreachable } from '../common/view';
import { CheckAnswers } from './check-answers';
import { fingerprintOf, linkMatches } from './fingerprint';
import { type Kept, openKept, type Pending, type Right, type Sealed, type Slip } from './kept';
import { type Link, showLink, slipOf, takeLink } from './link';
import { askForSurvey, browserOutside, loadToken, type Session } from './outside';
import { QuestionPage } from './question-page';
import { ChooseBody, ChooseRight } from './right';
import { type Progress, type Reason, type Sent, seal, send } from './sending';
import { Receipt, Refused, Sending, Waiting } from './sending-pages';
import { Start } from './start';
import { FingerprintAbsent, FingerprintMismatch, LoginFailed, NotOpenYet, Stop, type StopReason } from './stops';
import { ballotPaper, pagesOf, type Said, type Survey } from './survey';
import { goTo, isStep, layWay, type Step, stay, stepHere, wayTo } from './way';

/** Where the person is. */
type Stage =
  | Step
  | { at: 'loading' }
  | { at: 'unreachable' }
  | { at: 'stop'; why: StopReason }
  | { at: 'fingerprint-absent' }
  | { at: 'fingerprint-mismatch' }
  | { at: 'login-failed' }
  | { at: 'not-open-yet' }
  | { at: 'waiting'; pending: Sealed }
  | { at: 'sending'; progress: Progress | 'login' }
  | { at: 'refused'; reason: Reason; said: string; pending: Pending }
  | { at: 'receipt'; receipt: string };

/** What waits while the person is at the issuer's page. */
interface Back {
  survey: string;
  fingerprint: string | null;
  shared: boolean;
  /** Where to go on, if not with the first page. */
  to: Step | null;
}

interface Opened {
  survey: Survey;
  config: Config;
  kept: Kept;
  fingerprint: string;
  fromLink: string | null;
}

export function Respondent() {
  const language = useLanguage();
  const spoken = useRef(language);
  spoken.current = language;

  const [stage, setStage] = useState<Stage>({ at: 'loading' });
  const [opened, setOpened] = useState<Opened | null>(null);
  const [said, setSaid] = useState<Said>({});
  const [shared, setShared] = useState<boolean | null>(null);
  const [right, setRight] = useState<'login' | 'code' | null>(null);
  const [code, setCode] = useState('');
  const [body, setBody] = useState('');
  const [draft, setDraft] = useState(false);
  /** Where to go on with kept answers; `here` where this entry of the history is that place, since the page was only reloaded. */
  const resumed = useRef<{ to: Step; here: boolean } | null>(null);
  const link = useRef<Link | null>(null);
  const session = useRef<Session>({ token: null }).current;
  const retryTimer = useRef(new RetryTimer()).current;
  const underway = useRef(false);
  const pages = useMemo(() => (opened === null ? [] : pagesOf(opened.survey.questionnaire)), [opened]);

  const go = (next: Step) => {
    goTo(next);
    setStage(next);
  };
  /** Goes on in this entry of the history. */
  const become = (next: Step) => {
    stay(next);
    setStage(next);
  };

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
    const fingerprint = await fingerprintOf(survey);
    setOpened({ survey, config, kept, fingerprint: fingerprint ?? '', fromLink });
    if (survey.state !== 'OPEN') {
      return closed({ survey, config, kept, fingerprint: fingerprint ?? '', fromLink });
    }
    if (fingerprint === null || (fromLink !== null && !linkMatches(fingerprint, fromLink))) {
      return setStage({ at: 'fingerprint-mismatch' });
    }
    if (fromLink === null) {
      return setStage({ at: 'fingerprint-absent' });
    }
    await enter({ survey, config, kept, fingerprint, fromLink }, login?.back ?? null, redeemed);
  };

  /** After the close a ballot whose answer was lost still gets its receipt; nothing else may stay on the device. */
  const closed = async (now: Opened) => {
    const { survey, kept } = now;
    await kept.eraseDraft(survey.id);
    const pending = await kept.pending(survey.id);
    if (pending?.stage === 'signed') {
      return deliver(now, pending);
    }
    await kept.erasePending(survey.id);
    setStage({ at: 'stop', why: survey.state === 'CANCELLED' ? 'cancelled' : 'closed' });
  };

  /** The keys are the published ones: on to what waits on this device, to the login's end, or to the first page. */
  const enter = async (now: Opened, back: Back | null, redeemed: Awaited<ReturnType<typeof redeem>>) => {
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
    if (back === null) {
      const here = stepHere();
      resumed.current =
        drafted === undefined
          ? null
          : here === null
            ? { to: { at: 'page', page: drafted.page }, here: false }
            : { to: here, here: true };
      // The clock of this device may be wrong: the server decides about what is sent, and nobody is turned away for good.
      return Date.now() < Date.parse(survey.opens) ? setStage({ at: 'not-open-yet' }) : begin();
    }
    // The issuer's page lies between this entry of the history and the way here.
    if (session.token === null) {
      layWay([{ at: 'start' }, { at: 'right' }]);
      return setStage({ at: 'login-failed' });
    }
    const goal: Step = back.to ?? { at: 'page', page: drafted?.page ?? 0 };
    const to: Step = known === '' ? { at: 'body' } : goal;
    resumed.current = known === '' ? { to: goal, here: false } : null;
    layWay(wayTo(to, pagesOf(survey.questionnaire).length));
    setStage(to);
  };

  /** The first page. Where kept answers wait for their place in this entry of the history, it leaves that alone. */
  const begin = () => {
    if (resumed.current?.here) {
      setStage({ at: 'start' });
    } else {
      become({ at: 'start' });
    }
  };

  /** Fills in the right by a slip and the body, which is returned: empty where the person has to choose it. */
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

  const deliver = async (now: Opened, pending: Pending) => {
    stay(null);
    underway.current = true;
    const show = (progress: Progress) => setStage({ at: 'sending', progress });
    const outside = browserOutside(now.survey, now.config, now.kept, session, retryTimer, () => spoken.current, show);
    show({ step: pending.stage === 'sealed' ? 'token' : 'ballot' });
    // One window at a time: two would ask for two signatures with one right.
    const sent = await alone(`bagalau-${now.survey.id}`, async () => {
      const latest = await now.kept.pending(now.survey.id);
      return latest === undefined ? null : send(outside, latest);
    });
    underway.current = false;
    settle(sent);
  };

  const settle = (sent: Sent | null) => {
    if (sent === null) {
      return setStage({ at: 'stop', why: 'elsewhere' });
    }
    if (sent.kind === 'login') {
      return setStage({ at: 'sending', progress: 'login' });
    }
    if (sent.kind === 'receipt') {
      setSaid({});
      setCode('');
      return setStage({ at: 'receipt', receipt: sent.receipt });
    }
    const { reason, pending, problem } = sent;
    const what =
      problem === undefined
        ? ''
        : [problem.detail || problem.title, ...problem.errors.map(({ message }) => message)].filter(Boolean).join(' ');
    setSaid({ ...pending.paper.answers, ...pending.paper.respondent });
    setStage({ at: 'refused', reason, said: what, pending });
  };

  const submit = async () => {
    // A second click must not seal a second ballot.
    if (opened === null || underway.current) {
      return;
    }
    underway.current = true;
    const how: Right = right === 'code' ? { by: 'code', code: readSlipCode(code) ?? code } : { by: 'login' };
    const outside = browserOutside(
      opened.survey,
      opened.config,
      opened.kept,
      session,
      retryTimer,
      () => spoken.current,
      (progress) => setStage({ at: 'sending', progress }),
    );
    try {
      await deliver(
        opened,
        await seal(outside, opened.survey.id, body, shared !== false, how, ballotPaper(pages, said)),
      );
    } catch {
      underway.current = false;
      setStage({ at: 'stop', why: 'unfit' });
    }
  };

  const logIn = async () => {
    const { survey, config, fromLink, fingerprint } = opened!;
    const back: Back = {
      survey: survey.id,
      fingerprint: fromLink ?? fingerprint,
      shared: shared !== false,
      to: resumed.current?.to ?? (stage.at === 'right' && stage.toCheck ? { at: 'check' } : null),
    };
    await beginLogin(config, back);
  };

  const say = (key: string, value: Said[string] | undefined) => {
    setSaid((before) => {
      const { [key]: _, ...rest } = before;
      return value === undefined ? rest : { ...rest, [key]: value };
    });
  };

  const begun = Object.keys(said).length > 0;
  /** The step of an entry of the history, or what has to be said before: after a reload it may be known no more. */
  const reached = (step: Step): Step => {
    const ready = body !== '' && (right === 'login' ? session.token !== null : readSlipCode(code) !== null);
    const before: Step | null =
      shared === null && step.at !== 'start'
        ? { at: 'start' }
        : !ready && (step.at === 'page' || step.at === 'check')
          ? { at: 'right' }
          : null;
    if (before !== null && begun) {
      resumed.current = { to: step, here: true };
    } else if (before !== null) {
      stay(before);
    }
    return before ?? step;
  };
  const open = useRef(reached);
  open.current = reached;

  useEffect(() => {
    void boot();
    // A new link pasted into this tab changes the fragment only.
    const opened = () => location.reload();
    const back = ({ state }: PopStateEvent) => {
      setStage((now) => (isStep(now) && isStep(state) ? open.current(state) : now));
    };
    addEventListener('hashchange', opened);
    addEventListener('popstate', back);
    return () => {
      removeEventListener('hashchange', opened);
      removeEventListener('popstate', back);
    };
  }, []);

  const answering = stage.at === 'page' || stage.at === 'check';
  const pageNow = stage.at === 'page' ? stage.page : pages.length - 1;
  useEffect(() => {
    if (opened !== null && answering && shared === false && begun) {
      void opened.kept.keepDraft({
        survey: opened.survey.id,
        said,
        page: pageNow,
        ...(right === 'code' && { slip: { code, body } }),
        ...(right !== null && { by: right }),
      });
    }
  }, [said, stage, shared]);
  const losable = begun && shared !== false && isStep(stage);
  useEffect(() => {
    if (!losable) {
      return undefined;
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [losable]);

  switch (stage.at) {
    case 'loading':
      return <Loading />;
    case 'unreachable':
      return <Unreachable again={() => void boot()} />;
    case 'stop':
      return <Stop why={stage.why} closes={opened?.survey.closes} />;
    case 'login-failed':
      return <LoginFailed again={() => setStage({ at: 'right' })} />;
    default:
  }
  if (opened === null) {
    return <Loading />;
  }
  const { survey, kept } = opened;
  /** On from how one takes part: to where the kept answers were left, to the check that sent back here, or to the first questions. */
  const toAnswers = (toCheck = false) => {
    const { to, here } = resumed.current ?? {
      to: toCheck ? ({ at: 'check' } as const) : ({ at: 'page', page: 0 } as const),
      here: false,
    };
    resumed.current = null;
    if (here) {
      become(to);
    } else if (toCheck) {
      go(to);
    } else {
      wayTo(to, pages.length).slice(2).forEach(goTo);
      setStage(to);
    }
  };
  switch (stage.at) {
    case 'fingerprint-mismatch':
      return <FingerprintMismatch given={opened.fromLink ?? ''} />;
    case 'fingerprint-absent':
      return (
        <FingerprintAbsent
          fingerprint={opened.fingerprint}
          matched={() => {
            showLink(survey.id, opened.fingerprint);
            void enter({ ...opened, fromLink: opened.fingerprint }, null, null);
          }}
        />
      );
    case 'not-open-yet':
      return <NotOpenYet opens={survey.opens} again={() => void boot()} goOn={begin} />;
    case 'start':
      return (
        <Start
          survey={survey}
          shared={shared}
          setShared={setShared}
          draft={draft && resumed.current !== null}
          eraseDraft={() => {
            void kept.eraseDraft(survey.id);
            resumed.current = null;
            setSaid({});
            setDraft(false);
            fillIn(survey, link.current!);
            become({ at: 'start' });
          }}
          next={() => (resumed.current?.here ? setStage({ at: 'right' }) : go({ at: 'right' }))}
        />
      );
    case 'right':
      return (
        <ChooseRight
          survey={survey}
          right={right}
          setRight={setRight}
          code={code}
          setCode={setCode}
          body={body}
          setBody={setBody}
          loggedIn={session.token !== null && body !== ''}
          logIn={logIn}
          back={() => (resumed.current?.here ? setStage({ at: 'start' }) : history.back())}
          next={() => toAnswers(stage.toCheck)}
        />
      );
    case 'body':
      return <ChooseBody survey={survey} body={body} setBody={setBody} next={() => toAnswers()} />;
    case 'page':
      return (
        <QuestionPage
          key={stage.page}
          survey={survey}
          body={body}
          page={pages[stage.page]!}
          number={stage.page + 1}
          total={pages.length}
          said={said}
          say={say}
          question={stage.question}
          fromCheck={stage.fromCheck ?? false}
          loggedIn={right === 'login'}
          back={() => history.back()}
          next={() =>
            stage.fromCheck
              ? history.back()
              : go(stage.page + 1 === pages.length ? { at: 'check' } : { at: 'page', page: stage.page + 1 })
          }
        />
      );
    case 'check':
      return (
        <CheckAnswers
          pages={pages}
          said={said}
          change={(page, question) => go({ at: 'page', page, question, fromCheck: true })}
          back={() => history.back()}
          send={() => void submit()}
        />
      );
    case 'waiting':
      return (
        <Waiting
          mine={() => void (stage.pending.right.by === 'code' ? deliver(opened, stage.pending) : logIn())}
          erase={async () => {
            await kept.erasePending(survey.id);
            setShared(null);
            begin();
          }}
        />
      );
    case 'sending':
      return <Sending progress={stage.progress} now={() => retryTimer.now()} logIn={logIn} />;
    case 'refused':
      return (
        <Refused
          reason={stage.reason}
          said={stage.said}
          survey={survey}
          pending={stage.pending}
          again={() => void deliver(opened, stage.pending)}
          back={() => become({ at: 'check' })}
          changeRight={() => {
            if (stage.reason === 'body' && session.token !== null) {
              resumed.current = { to: { at: 'check' }, here: true };
              become({ at: 'body' });
            } else {
              become({ at: 'right', toCheck: true });
            }
          }}
        />
      );
    case 'receipt':
      return <Receipt receipt={stage.receipt} survey={survey} shared={shared !== false} />;
    default:
      return <Loading />;
  }
}

/** Whether a sealed ballot may be of somebody else than whoever opened the page: it waits for a login, or the link has another code. */
function mayBeAnothers({ right }: Sealed, session: Session, link: Link): boolean {
  return right.by === 'login' ? session.token === null : link.code !== '' && readSlipCode(link.code) !== right.code;
}

/** Runs a task while no other window of this browser runs one of the same name. */
function alone<T>(name: string, task: () => Promise<T>): Promise<T> {
  return navigator.locks === undefined ? task() : (navigator.locks.request(name, task) as Promise<T>);
}
