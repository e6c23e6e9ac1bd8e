import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Config, readConfig } from '../common/config';
import { ask, type Problem } from '../common/http';
import { type Language, useLanguage } from '../common/language';
import { beginLogin, redeem, returned } from '../common/login';
import type { By } from '../common/questionnaire/choose-right';
import { useUnsent } from '../common/questionnaire/unsent';
import { RetryTimer } from '../common/retry-timer';
import { readSlipCode } from '../common/slip-code';
import { type Entrance, entranceOf } from './entrance';
import { type Answers, type Form, pagesOf } from './form';
import { kept, type Pending, type Right } from './kept';
import { outsideOf } from './outside';
import { OVER, send } from './sending';
import type { Mine, Stage } from './stage';

/** What waits while the person is at the issuer's page. */
interface Back {
  shared: boolean;
}

/** What the page knows of the person and of the answers, and where they are. */
export interface Interview extends ReturnType<typeof useParts>, Entrance {
  setStage: (stage: Stage) => void;
  begun: boolean;
  boot: () => Promise<void>;
  deliver: (pending: Pending) => Promise<void>;
  submit: () => void;
  eraseAll: () => void;
  logIn: () => Promise<void>;
  /** On from the first page: to the questions, or to how one shows that one may answer. */
  first: () => void;
}

/** The state of one interview. */
function useParts() {
  const language = useLanguage();
  const spoken = useRef<Language>(language);
  spoken.current = language;
  const [form, setForm] = useState<Form | null>(null);
  const [answers, setAnswers] = useState<Answers>({});
  const [shared, setShared] = useState<boolean | null>(null);
  const [by, setBy] = useState<By | null>(null);
  const [code, setCode] = useState('');
  const [draft, setDraft] = useState(false);
  const [unknownCode, setUnknownCode] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [mine, setMine] = useState<Mine | null>(null);
  const config = useRef<Config | null>(null);
  const token = useRef<string | null>(null);
  const retryTimer = useRef(new RetryTimer()).current;
  const underway = useRef(false);
  const linkCode = useRef(takeCode());
  const pages = useMemo(() => (form === null ? [] : pagesOf(form)), [form]);
  const state = { form, setForm, answers, setAnswers, shared, setShared, by, setBy, code, setCode, draft, setDraft };
  const asked = { unknownCode, setUnknownCode, asking, setAsking, mine, setMine };
  return { ...state, ...asked, spoken, config, token, retryTimer, underway, linkCode, pages };
}

export type Parts = ReturnType<typeof useParts>;

export function useInterview(stage: Stage, setStage: (stage: Stage) => void): Interview {
  const parts = useParts();
  const { answers, setAnswers, by, setBy, code, setCode, draft, setDraft, shared, token, linkCode } = parts;
  const entrance = entranceOf(parts, setStage);
  const delivery = deliveryOf(parts, setStage);
  const begun = Object.keys(answers).length > 0;
  const boot = bootOf(parts, setStage, entrance, delivery.deliver);
  useEffect(() => {
    void boot();
    // A new link pasted into this tab changes the fragment only.
    const opened = () => location.reload();
    addEventListener('hashchange', opened);
    return () => removeEventListener('hashchange', opened);
  }, []);
  useDraft(parts, stage, begun);
  const known = by === 'code' && readSlipCode(code) !== null;
  return {
    ...parts,
    ...entrance,
    ...delivery,
    setStage,
    begun,
    boot,
    /** What was another person's goes with their answers: the right to begin with is that of the link. */
    eraseAll: () => {
      kept.eraseAll();
      setAnswers({});
      setDraft(false);
      setCode(linkCode.current);
      setBy(linkCode.current === '' ? null : 'code');
    },
    logIn: () => beginLogin(parts.config.current!, { shared: shared !== false } satisfies Back),
    first: () => {
      const questions: Stage = { at: 'page', page: draft ? (kept.draft()?.page ?? 0) : 0 };
      if (known) {
        return void entrance.askCode(questions);
      }
      setStage(by === 'login' && token.current !== null ? questions : { at: 'right' });
    },
  };
}

/** Keeps what is answered, on a device of one's own only, and asks before answers are lost on another. */
function useDraft({ answers, shared, by, code, pages }: Parts, stage: Stage, begun: boolean): void {
  const answering = stage.at === 'page' || stage.at === 'check';
  const pageNow = stage.at === 'page' ? stage.page : pages.length - 1;
  useEffect(() => {
    if (answering && shared === false && begun) {
      const right: Right | null = by === 'code' ? { by, code } : by === 'login' ? { by } : null;
      kept.keepDraft({ answers, page: pageNow, right });
    }
  }, [answers, stage, shared]);
  useUnsent(begun && shared !== false && answering);
}

function bootOf(
  parts: Parts,
  setStage: (stage: Stage) => void,
  { invited }: Entrance,
  deliver: (pending: Pending) => Promise<void>,
): () => Promise<void> {
  const { setForm, setAnswers, setDraft, setCode, setBy, setShared, spoken, config, token, linkCode } = parts;
  return async () => {
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
    const asking = { language: spoken.current, anonymous: true };
    const reply = await ask<Form>(`${config.current.api}/exit-interviews/form`, asking);
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
}

function deliveryOf(parts: Parts, setStage: (stage: Stage) => void): Pick<Interview, 'deliver' | 'submit'> {
  const { answers, setAnswers, setCode, by, code, mine, token, underway } = parts;
  const deliver = async (pending: Pending) => {
    underway.current = true;
    const sent = await send(outsideOf(parts, setStage), pending);
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
        return setStage({ at: 'refused', reason: sent.reason, said: saidBy(sent.problem) });
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
  return { deliver, submit };
}

function saidBy({ detail, title, errors }: Problem): string {
  return [detail || title, ...errors.map(({ message }) => message)].join(' ');
}

/** Reads the code of the link and takes it out of the address, where the next person could find it in the history. */
function takeCode(): string {
  const code = new URLSearchParams(location.hash.slice(1)).get('code') ?? '';
  if (code !== '') {
    history.replaceState(null, '', location.pathname);
  }
  return code;
}
