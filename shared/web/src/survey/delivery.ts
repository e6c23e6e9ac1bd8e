import { readSlipCode } from '../common/slip-code';
import type { Pending, Right } from './kept';
import { browserOutside } from './outside';
import type { Parts } from './participation';
import { type Progress, type Sent, seal, send } from './sending';
import type { Opened } from './stage';
import { ballotPaper } from './survey';
import { stay } from './way';

/** The way from Send to the receipt, as the page shows it. */
export interface Delivery {
  deliver: (now: Opened, pending: Pending) => Promise<void>;
  submit: () => Promise<void>;
}

export function deliveryOf(parts: Parts): Delivery {
  const { opened, said, shared, right, code, body, pages, setStage, session, retryTimer, spoken, underway } = parts;
  const outsideOf = ({ survey, config, kept }: Opened, show: (progress: Progress) => void) =>
    browserOutside(survey, config, kept, session, retryTimer, () => spoken.current, show);
  const show = (progress: Progress) => setStage({ at: 'sending', progress });
  const deliver = async (now: Opened, pending: Pending) => {
    stay(null);
    underway.current = true;
    const outside = outsideOf(now, show);
    show({ step: pending.stage === 'sealed' ? 'token' : 'ballot' });
    // One window at a time: two would ask for two signatures with one right.
    const sent = await alone(`bagalau-${now.survey.id}`, async () => {
      const latest = await now.kept.pending(now.survey.id);
      return latest === undefined ? null : send(outside, latest);
    });
    underway.current = false;
    settle(parts, sent);
  };
  const submit = async () => {
    // A second click must not seal a second ballot.
    if (opened === null || underway.current) {
      return;
    }
    underway.current = true;
    const how: Right = right === 'code' ? { by: 'code', code: readSlipCode(code) ?? code } : { by: 'login' };
    const outside = outsideOf(opened, show);
    try {
      const paper = ballotPaper(pages, said);
      await deliver(opened, await seal(outside, opened.survey.id, body, shared !== false, how, paper));
    } catch {
      underway.current = false;
      setStage({ at: 'stop', why: 'unfit' });
    }
  };
  return { deliver, submit };
}

/** Shows what came of sending. */
function settle({ setStage, setSaid, setCode }: Parts, sent: Sent | null) {
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
}

/** Runs a task while no other window of this browser runs one of the same name. */
function alone<T>(name: string, task: () => Promise<T>): Promise<T> {
  return navigator.locks === undefined ? task() : (navigator.locks.request(name, task) as Promise<T>);
}
