import type { Answer } from '../common/api';
import { ask, codeOf, type Problem, type Reply } from '../common/http';
import { readSlipCode } from '../common/slip-code';
import type { Parts } from './interview';
import { kept } from './kept';
import type { Why } from './pages';
import type { Asked, Mine, Stage } from './stage';

/** Before eleven questions are answered in vain it is asked whether the interview is still to be given. */
export interface Entrance {
  /** Of whoever logged in: is an interview asked of them, and about which leaving? */
  invited: () => Promise<void>;
  /**
   * Of a code: is it known? Without a network the questions can be answered all the same; the code is asked about again when they
   * are sent.
   */
  askCode: (next: Stage) => Promise<void>;
}

const STOPS: Record<Exclude<Asked, 'OPEN'>, Why> = { GIVEN: 'given', EXEMPT: 'exempt', TOO_LATE: 'late' };

export function askMine({ config, spoken, token }: Parts): Promise<Reply<Mine>> {
  const asking = { language: spoken.current, token: token.current ?? '' };
  return ask<Mine>(`${config.current!.api}/exit-interviews/mine`, asking);
}

export function entranceOf(parts: Parts, setStage: (stage: Stage) => void): Entrance {
  const { setAnswers, setDraft, setMine, code, setUnknownCode, asking, setAsking, config, spoken } = parts;
  /** After these the answers on this device cannot be sent any more. */
  const stop = (state: Exclude<Asked, 'OPEN'>) => {
    kept.eraseDraft();
    setAnswers({});
    setDraft(false);
    setStage({ at: 'stop', why: STOPS[state] });
  };
  const invited = async () => {
    const reply = await askMine(parts);
    if (reply.kind === 'refused') {
      return setStage(refusedLogin(reply.problem));
    }
    if (reply.kind === 'answered' && reply.body.state !== 'OPEN') {
      return stop(reply.body.state);
    }
    setMine(reply.kind === 'answered' ? reply.body : null);
    setStage({ at: 'page', page: kept.draft()?.page ?? 0 });
  };
  const askCode = async (next: Stage) => {
    if (asking) {
      return;
    }
    setAsking(true);
    const reply = await ask<Answer<'/exit-interviews/by-code/check', 'POST'>>(
      `${config.current!.api}/exit-interviews/by-code/check`,
      { method: 'POST', body: { code: readSlipCode(code) ?? code }, language: spoken.current, anonymous: true },
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
  return { invited, askCode };
}

function refusedLogin(problem: Problem): Stage {
  const code = codeOf(problem);
  if (problem.status === 401) {
    return { at: 'stop', why: 'login' };
  }
  return code === 'NOT_INVITED' || code === 'FORBIDDEN' ? { at: 'stop', why: 'not_invited' } : { at: 'unreachable' };
}
