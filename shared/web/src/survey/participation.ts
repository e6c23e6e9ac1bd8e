import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../common/language';
import { beginLogin } from '../common/login';
import type { By } from '../common/questionnaire/choose-right';
import { useUnsent } from '../common/questionnaire/unsent';
import { RetryTimer } from '../common/retry-timer';
import { readSlipCode } from '../common/slip-code';
import { type Delivery, deliveryOf } from './delivery';
import type { Link } from './link';
import { type Opening, openingOf } from './opening';
import type { Session } from './outside';
import type { Back, Opened, Stage } from './stage';
import { pagesOf, type Said } from './survey';
import { goTo, isStep, type Step, stay, wayTo } from './way';

/** The state of one participation. */
function useParts() {
  const language = useLanguage();
  const spoken = useRef(language);
  spoken.current = language;
  const [stage, setStage] = useState<Stage>({ at: 'loading' });
  const [opened, setOpened] = useState<Opened | null>(null);
  const [said, setSaid] = useState<Said>({});
  const [shared, setShared] = useState<boolean | null>(null);
  const [right, setRight] = useState<By | null>(null);
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
  const state = { stage, setStage, opened, setOpened, said, setSaid, shared, setShared, right, setRight };
  const more = { code, setCode, body, setBody, draft, setDraft, pages };
  return { ...state, ...more, spoken, resumed, link, session, retryTimer, underway };
}

export type Parts = ReturnType<typeof useParts>;

/** What the page knows and can do. */
export interface Participation extends Parts, Delivery, Opening {
  /** A further entry of the history. */
  go: (next: Step) => void;
  logIn: () => Promise<void>;
  say: (key: string, value: Said[string] | undefined) => void;
  /** On from how one takes part: to where the kept answers were left, to the check that sent back here, or to the first questions. */
  toAnswers: (toCheck?: boolean) => void;
}

export function useParticipation(): Participation {
  const parts = useParts();
  const { stage, setStage, setSaid, opened, said, shared, resumed, pages } = parts;
  const delivery = deliveryOf(parts);
  const opening = openingOf(parts, delivery.deliver);
  const begun = Object.keys(said).length > 0;
  useWay(parts, opening.boot, begun);
  useDraft(parts, begun);
  const go = (next: Step) => {
    goTo(next);
    setStage(next);
  };
  return {
    ...parts,
    ...delivery,
    ...opening,
    go,
    logIn: async () => {
      const { survey, config, fromLink, fingerprint } = opened!;
      const to = resumed.current?.to ?? (stage.at === 'right' && stage.toCheck ? { at: 'check' as const } : null);
      const back: Back = { survey: survey.id, fingerprint: fromLink ?? fingerprint, shared: shared !== false, to };
      await beginLogin(config, back);
    },
    say: (key, value) => {
      setSaid((before) => {
        const { [key]: _, ...rest } = before;
        return value === undefined ? rest : { ...rest, [key]: value };
      });
    },
    toAnswers: (toCheck = false) => {
      const first: Step = toCheck ? { at: 'check' } : { at: 'page', page: 0 };
      const { to, here } = resumed.current ?? { to: first, here: false };
      resumed.current = null;
      if (here) {
        opening.become(to);
      } else if (toCheck) {
        go(to);
      } else {
        wayTo(to, pages.length).slice(2).forEach(goTo);
        setStage(to);
      }
    },
  };
}

/** Opens the page, and follows the browser's history. */
function useWay(parts: Parts, boot: () => Promise<void>, begun: boolean): void {
  const { setStage, body, right, code, shared, session, resumed } = parts;
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
}

/** Keeps what is answered, on a device of one's own only, and asks before answers are lost on another. */
function useDraft({ stage, opened, said, shared, right, code, body, pages }: Parts, begun: boolean): void {
  const answering = stage.at === 'page' || stage.at === 'check';
  const page = stage.at === 'page' ? stage.page : pages.length - 1;
  useEffect(() => {
    if (opened !== null && answering && shared === false && begun) {
      void opened.kept.keepDraft({
        survey: opened.survey.id,
        said,
        page,
        ...(right === 'code' && { slip: { code, body } }),
        ...(right !== null && { by: right }),
      });
    }
  }, [said, stage, shared]);
  useUnsent(begun && shared !== false && isStep(stage));
}
