import { ask, type Reply } from '../common/http';
import { askMine } from './entrance';
import type { Answers } from './form';
import type { Parts } from './interview';
import { kept, type Pending } from './kept';
import type { Outside, Taken } from './sending';
import type { Stage } from './stage';

/** The network, the clock and the page, for the sending of answers. */
export function outsideOf(parts: Parts, setStage: (stage: Stage) => void): Outside<Pending> {
  const { spoken, config, retryTimer } = parts;
  return {
    put: ({ right, answers }) =>
      right.by === 'code'
        ? ask<Taken>(`${config.current!.api}/exit-interviews/by-code`, {
            method: 'PUT',
            body: { code: right.code, answers },
            language: spoken.current,
            anonymous: true,
          })
        : putMine(parts, answers, right.id),
    byLogin: ({ right }) => right.by === 'login',
    beforeRetry: (attempt, seconds) => retryTimer.beforeRetry(attempt, seconds),
    trouble: (trouble) => setStage({ at: 'sending', trouble }),
    online: () => navigator.onLine,
  };
}

/** With the leaving it is about, kept before the first attempt: the same sent again must never be taken for another leaving. */
async function putMine(parts: Parts, answers: Answers, id: string | undefined): Promise<Reply<Taken>> {
  const { spoken, config, token } = parts;
  let about = id;
  if (about === undefined) {
    const reply = await askMine(parts);
    if (reply.kind !== 'answered' || typeof reply.body?.id !== 'string') {
      return reply.kind === 'answered' ? { kind: 'unreachable' } : reply;
    }
    about = reply.body.id;
    kept.keepPending({ answers, right: { by: 'login', id: about } });
  }
  return ask<Taken>(`${config.current!.api}/exit-interviews/mine`, {
    method: 'PUT',
    body: { id: about, answers },
    language: spoken.current,
    token: token.current ?? '',
  });
}
