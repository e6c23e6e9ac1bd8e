import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Answer, Schema } from '../common/api';
import { type Config, readConfig } from '../common/config';
import { showDate } from '../common/dates';
import { ask, codeOf, type Reply } from '../common/http';
import { useLanguage } from '../common/language';
import { beginLogin, redeem, returned } from '../common/login';
import { RetryTimer } from '../common/retry-timer';
import { readSlipCode } from '../common/slip-code';
import { useCommonTexts } from '../common/texts';
import { Loading, Unreachable } from '../common/view';
import { Answering, type Step } from './answering';
import { type Answers, type Form, pagesOf } from './form';
import { kept, type Pending, type Right } from './kept';
import { LeaveThisPage } from './leave';
import { ChooseRight, Received, Refused, Sending, Start, Stop, Waiting, type Why } from './pages';
import { OVER, type Reason, send, type Taken } from './sending';
import { useExitTexts } from './texts';

/** Where the person is. The browser's history holds one entry for all of them, so that "leave this page" leaves none. */
type Stage =
  | { at: 'loading' }
  | { at: 'unreachable' }
  | { at: 'stop'; why: Why }
  | { at: 'start' }
  | { at: 'right' }
  | Step
  | { at: 'waiting' }
  | { at: 'sending'; trouble: 'retry' | 'offline' | null }
  | { at: 'refused'; reason: Reason; said: string }
  | { at: 'received' };

/** The leaving that whoever logged in is asked about. */
type Mine = Answer<'/exit-interviews/mine'>;

/** Whether the interview is still to be given. */
type Asked = Schema<'InterviewAsked'>;

const STOPS: Record<Exclude<Asked, 'OPEN'>, Why> = { GIVEN: 'given', EXEMPT: 'exempt', TOO_LATE: 'late' };

/** What waits while the person is at the issuer's page. */
interface Back {
  shared: boolean;
}

export function Leaver() {
  const [stage, setStage] = useState<Stage>({ at: 'loading' });
  return (
    <>
      <LeaveThisPage />
      <Interview stage={stage} setStage={setStage} />
    </>
  );
}

function Interview({ stage, setStage }: { stage: Stage; setStage: (stage: Stage) => void }) {
  const t = useExitTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const spoken = useRef(language);
  spoken.current = language;
  const [form, setForm] = useState<Form | null>(null);
  const [answers, setAnswers] = useState<Answers>({});
  const [shared, setShared] = useState<boolean | null>(null);
  const [by, setBy] = useState<'login' | 'code' | null>(null);
  const [code, setCode] = useState('');
  const [draft, setDraft] = useState(false);
  const [unknownCode, setUnknownCode] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [mine, setMine] = useState<Mine | null>(null);
  const config = useRef<Config | null>(null);
  const token = useRef<string | null>(null);
  const retryTimer = useRef(new RetryTimer()).current;
  const underway = useRef(false);
  const pages = useMemo(() => (form === null ? [] : pagesOf(form)), [form]);
  const linkCode = useRef(takeCode());

  const boot = async () => {
    setStage({ at: 'loading' });
    const login = returned<Back>();
    if (login !== null) {
      history.replaceState(null, '', location.pathname);
    }
    config.current = await readConfig();
    if (config.current === null) {
      return setStage(navigator.onLine ? { at: 'stop', why: 'config' } : { at: 'unreachable' });
    }
    const redeemed =
      login === null || login.code === null ? null : await redeem(config.current, login.code, login.verifier);
    const reply = await ask<Form>(`${config.current.api}/exit-interviews/form`, {
      language: spoken.current,
      anonymous: true,
    });
    if (reply.kind !== 'answered') {
      return setStage({ at: 'unreachable' });
    }
    setForm(reply.body);
    token.current = redeemed?.token ?? null;
    const before = kept.draft();
    if (before !== null) {
      setAnswers(before.answers);
      setDraft(true);
    }
    const known = linkCode.current !== '' ? linkCode.current : before?.right?.by === 'code' ? before.right.code : '';
    setCode(known);
    setBy(login !== null ? 'login' : known !== '' ? 'code' : (before?.right?.by ?? null));
    const pending = kept.pending();
    if (pending !== null) {
      setAnswers(pending.answers);
      return pending.right.by === 'login' && token.current === null ? setStage({ at: 'waiting' }) : deliver(pending);
    }
    if (login === null) {
      return setStage({ at: 'start' });
    }
    setShared(login.back.shared);
    return token.current === null ? setStage({ at: 'stop', why: 'login' }) : invited();
  };

  const askMine = () =>
    ask<Mine>(`${config.current!.api}/exit-interviews/mine`, { language: spoken.current, token: token.current ?? '' });

  /** Before eleven questions are answered in vain: is an interview asked of whoever logged in, and about which leaving? */
  const invited = async () => {
    const reply = await askMine();
    if (reply.kind === 'refused') {
      const code = codeOf(reply.problem);
      return setStage(
        reply.problem.status === 401
          ? { at: 'stop', why: 'login' }
          : code === 'NOT_INVITED' || code === 'FORBIDDEN'
            ? { at: 'stop', why: 'not_invited' }
            : { at: 'unreachable' },
      );
    }
    if (reply.kind === 'answered' && reply.body.state !== 'OPEN') {
      return stop(reply.body.state);
    }
    setMine(reply.kind === 'answered' ? reply.body : null);
    setStage({ at: 'page', page: kept.draft()?.page ?? 0 });
  };

  /** After these the answers on this device cannot be sent any more. */
  const stop = (state: Exclude<Asked, 'OPEN'>) => {
    kept.eraseDraft();
    setAnswers({});
    setDraft(false);
    setStage({ at: 'stop', why: STOPS[state] });
  };

  /**
   * Before eleven questions are answered in vain: is the code known, and the interview still to be given? Without a network the questions
   * can be answered all the same; the code is asked about again when they are sent.
   */
  const askCode = async (next: Stage) => {
    if (asking) {
      return;
    }
    setAsking(true);
    const typed = readSlipCode(code) ?? code;
    const reply = await ask<Answer<'/exit-interviews/by-code/check', 'POST'>>(
      `${config.current!.api}/exit-interviews/by-code/check`,
      { method: 'POST', body: { code: typed }, language: spoken.current, anonymous: true },
    );
    setAsking(false);
    if (reply.kind === 'answered' && reply.body?.state !== undefined && reply.body.state !== 'OPEN') {
      return stop(reply.body.state);
    }
    if (reply.kind === 'refused') {
      const refusal = codeOf(reply.problem);
      if (refusal === 'NOT_INVITED') {
        return setStage({ at: 'stop', why: 'not_invited' });
      }
      if (refusal === 'UNKNOWN_CODE' || refusal === 'INVALID') {
        setUnknownCode(code);
        return setStage({ at: 'right' });
      }
    }
    setStage(next);
  };

  /** With the leaving it is about, kept before the first attempt: the same sent again must never be taken for another leaving. */
  const putMine = async (given: Answers, id: string | undefined): Promise<Reply<Taken>> => {
    let about = id;
    if (about === undefined) {
      const reply = await askMine();
      if (reply.kind !== 'answered' || typeof reply.body?.id !== 'string') {
        return reply.kind === 'answered' ? { kind: 'unreachable' } : reply;
      }
      about = reply.body.id;
      kept.keepPending({ answers: given, right: { by: 'login', id: about } });
    }
    return ask<Taken>(`${config.current!.api}/exit-interviews/mine`, {
      method: 'PUT',
      body: { id: about, answers: given },
      language: spoken.current,
      token: token.current ?? '',
    });
  };

  const deliver = async (pending: Pending) => {
    underway.current = true;
    const outside = {
      put: ({ right, answers: given }: Pending) =>
        right.by === 'code'
          ? ask<Taken>(`${config.current!.api}/exit-interviews/by-code`, {
              method: 'PUT',
              body: { code: right.code, answers: given },
              language: spoken.current,
              anonymous: true,
            })
          : putMine(given, right.id),
      byLogin: ({ right }: Pending) => right.by === 'login',
      beforeRetry: (attempt: number, seconds: number | undefined) => retryTimer.beforeRetry(attempt, seconds),
      trouble: (trouble: 'retry' | 'offline' | null) => setStage({ at: 'sending', trouble }),
      online: () => navigator.onLine,
    };
    const sent = await send(outside, pending);
    underway.current = false;
    switch (sent.kind) {
      case 'received':
        kept.eraseAll();
        setAnswers({});
        setCode('');
        token.current = null;
        return setStage({ at: 'received' });
      case 'login':
        token.current = null;
        return setStage({ at: 'waiting' });
      case 'refused':
        if (sent.reason !== 'other') {
          kept.erasePending();
        }
        if (OVER.includes(sent.reason)) {
          kept.eraseDraft();
          setAnswers({});
        }
        return setStage({
          at: 'refused',
          reason: sent.reason,
          said: [sent.problem.detail || sent.problem.title, ...sent.problem.errors.map(({ message }) => message)].join(
            ' ',
          ),
        });
    }
  };

  const submit = () => {
    // A second click must not send a second time beside the first.
    if (underway.current) {
      return;
    }
    const right: Right =
      by === 'code'
        ? { by: 'code', code: readSlipCode(code) ?? code }
        : { by: 'login', ...(mine !== null && { id: mine.id }) };
    const pending: Pending = { answers, right };
    kept.keepPending(pending);
    if (right.by === 'login' && token.current === null) {
      setStage({ at: 'waiting' });
    } else {
      void deliver(pending);
    }
  };

  /** What was another person's goes with their answers: the right to begin with is that of the link. */
  const eraseAll = () => {
    kept.eraseAll();
    setAnswers({});
    setDraft(false);
    setCode(linkCode.current);
    setBy(linkCode.current === '' ? null : 'code');
  };

  const logIn = () => beginLogin(config.current!, { shared: shared !== false } satisfies Back);

  useEffect(() => {
    void boot();
    // A new link pasted into this tab changes the fragment only.
    const opened = () => location.reload();
    addEventListener('hashchange', opened);
    return () => removeEventListener('hashchange', opened);
  }, []);

  const begun = Object.keys(answers).length > 0;
  const answering = stage.at === 'page' || stage.at === 'check';
  const pageNow = stage.at === 'page' ? stage.page : pages.length - 1;
  useEffect(() => {
    if (answering && shared === false && begun) {
      kept.keepDraft({ answers, page: pageNow, right: by === 'code' ? { by, code } : by === 'login' ? { by } : null });
    }
  }, [answers, stage, shared]);
  const losable = begun && shared !== false && answering;
  useEffect(() => {
    if (!losable) {
      return undefined;
    }
    const hold = (event: BeforeUnloadEvent) => {
      // Whoever leaves by the button must not be asked.
      if (!document.body.hidden) {
        event.preventDefault();
      }
    };
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [losable]);

  const known = by === 'code' && readSlipCode(code) !== null;
  const first = () => {
    const questions: Stage = { at: 'page', page: draft ? (kept.draft()?.page ?? 0) : 0 };
    if (known) {
      return void askCode(questions);
    }
    setStage(by === 'login' && token.current !== null ? questions : { at: 'right' });
  };
  switch (stage.at) {
    case 'loading':
      return <Loading />;
    case 'unreachable':
      return <Unreachable again={() => void boot()} />;
    case 'stop':
      return (
        <Stop why={stage.why} another={form === null || by === 'login' ? null : () => setStage({ at: 'right' })} />
      );
    case 'start':
      return (
        <>
          <Start form={form!} shared={shared} setShared={setShared} draft={draft} eraseDraft={eraseAll} next={first} />
          {asking && <Loading />}
        </>
      );
    case 'right':
      return (
        <>
          <ChooseRight
            key={unknownCode ?? ''}
            by={by}
            setBy={setBy}
            code={code}
            setCode={setCode}
            unknownCode={unknownCode}
            logIn={logIn}
            back={() => setStage({ at: 'start' })}
            next={() => void askCode(begun && !draft ? { at: 'check' } : { at: 'page', page: 0 })}
          />
          {asking && <Loading />}
        </>
      );
    case 'page':
    case 'check':
      return (
        <>
          {by === 'login' && mine !== null && (
            <p id="about" class="hint">
              {t('about_leaving', { body: mine.name?.[language] ?? mine.body, day: showDate(mine.leavingOn, common) })}
            </p>
          )}
          <Answering
            pages={pages}
            step={stage}
            go={setStage}
            answers={answers}
            say={setAnswers}
            leave={() => setStage({ at: 'start' })}
            send={submit}
          />
        </>
      );
    case 'waiting':
      return (
        <Waiting
          mine={() => void logIn()}
          erase={() => {
            eraseAll();
            setStage({ at: 'start' });
          }}
        />
      );
    case 'sending':
      return <Sending trouble={stage.trouble} safe={t('sending_safe')} now={() => retryTimer.now()} />;
    case 'refused':
      return (
        <Refused
          reason={stage.reason}
          said={stage.said}
          again={() => {
            const pending = kept.pending();
            return pending === null ? submit() : void deliver(pending);
          }}
          back={() => setStage({ at: 'check' })}
          changeRight={() => {
            setDraft(false);
            setStage({ at: 'right' });
          }}
        />
      );
    case 'received':
      return <Received shared={shared === true} />;
  }
}

/** Reads the code of the link and takes it out of the address, where the next person could find it in the history. */
function takeCode(): string {
  const code = new URLSearchParams(location.hash.slice(1)).get('code') ?? '';
  if (code !== '') {
    history.replaceState(null, '', location.pathname);
  }
  return code;
}
