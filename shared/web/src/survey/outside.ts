import type { Answer, Schema } from '../common/api';
import type { Config } from '../common/config';
import { fromBase64Url, toBase64Url } from '../common/encoding';
import { ask, codeOf, type Reply } from '../common/http';
import type { Language } from '../common/language';
import type { RetryTimer } from '../common/retry-timer';
import type { Kept, Sealed, Signed } from './kept';
import type { Outside, Progress } from './sending';
import { keyFor, type Survey } from './survey';

const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;

/** The blind signature, however the right to it was shown. */
type Token = Answer<'/surveys/{survey}/tokens' | '/surveys/{survey}/code-tokens', 'POST'>;

/** The login of this page, in memory only: gone with the tab, and dropped before a ballot is sent. */
export interface Session {
  token: string | null;
}

/** The token's arithmetic is fetched apart from the page, and early: at Send there may be no network. */
export function loadToken() {
  return import('./token');
}

/** What everybody may read of a survey. Only the server's own word says that there is none. */
export async function askForSurvey(
  config: Config,
  id: string,
  language: Language,
): Promise<Survey | 'missing' | 'unreachable'> {
  const reply = ours(
    await ask<Survey>(`${config.api}/surveys/${encodeURIComponent(id)}`, { language, anonymous: true }),
    'fingerprint',
  );
  return reply.kind === 'answered'
    ? reply.body
    : reply.kind === 'refused' && codeOf(reply.problem) === 'NOT_FOUND'
      ? 'missing'
      : 'unreachable';
}

export function browserOutside(
  survey: Survey,
  config: Config,
  kept: Kept,
  session: Session,
  retryTimer: RetryTimer,
  language: () => Language,
  show: (progress: Progress) => void,
): Outside {
  const route = (last: string) => `${config.api}/surveys/${encodeURIComponent(survey.id)}/${last}`;
  return {
    kept,
    show,
    blind: async (body, { by }) => (await loadToken()).blind(keyFor(survey, body, by)),
    finish: async (sealed, signature) =>
      (await loadToken()).finish(keyFor(survey, sealed.body, sealed.right.by), sealed, signature),
    mayAsk: ({ right }) => right.by === 'code' || session.token !== null,
    async askForToken({ right, body, blinded }: Sealed): Promise<Reply<{ signature: Uint8Array }>> {
      const what = { body, blinded: toBase64Url(blinded) };
      const reply = ours(
        right.by === 'code'
          ? await ask<Token>(route('code-tokens'), {
              method: 'POST',
              body: { code: right.code, ...what },
              language: language(),
            })
          : await ask<Token>(route('tokens'), {
              method: 'POST',
              body: what,
              language: language(),
              ...(session.token !== null && { token: session.token }),
            }),
        'signature',
      );
      return reply.kind === 'answered' ? { ...reply, body: { signature: fromBase64Url(reply.body.signature) } } : reply;
    },
    forgetLogin() {
      session.token = null;
    },
    async cast({ body, paper, message, signature }: Signed) {
      const ballot = { body, token: { message: toBase64Url(message), signature: toBase64Url(signature) }, ...paper };
      return ours(
        await ask<Schema<'Receipt'>>(route('ballots'), {
          method: 'POST',
          body: ballot,
          language: language(),
          anonymous: true,
        }),
        'receipt',
      );
    },
    async over() {
      const now = await askForSurvey(config, survey.id, language());
      return typeof now === 'object' && now.state !== 'OPEN';
    },
    pause() {
      const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
      return new Promise((resolve) =>
        setTimeout(resolve, SHORTEST_PAUSE_MS + (random / 2 ** 32) * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS)),
      );
    },
    beforeRetry: (attempt, serverAskedForSeconds) => retryTimer.beforeRetry(attempt, serverAskedForSeconds),
    online: () => navigator.onLine,
  };
}

/** A success without what ours has is somebody else's, such as a login page of the network: worth another try. */
function ours<T>(reply: Reply<T>, has: keyof T): Reply<T> {
  return reply.kind === 'answered' && typeof reply.body?.[has] !== 'string' ? { kind: 'unreachable' } : reply;
}
