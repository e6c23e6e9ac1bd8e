import type { Bell } from '../common/bell';
import type { Config } from '../common/config';
import { fromBase64Url, toBase64Url } from '../common/encoding';
import { ask, type Reply } from '../common/http';
import type { Language } from '../common/language';
import type { Kept, Sealed, Signed } from './kept';
import type { Outside, Progress } from './sending';
import type { Survey } from './survey';

const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;

/** The login of this page, in memory only: gone with the tab, and dropped before a ballot is sent. */
export interface Session {
  token: string | null;
}

/** The token's arithmetic is fetched apart from the page, and early: at Send there may be no network. */
export function loadToken() {
  return import('./token');
}

export function browserOutside(
  survey: Survey,
  config: Config,
  kept: Kept,
  session: Session,
  bell: Bell,
  language: () => Language,
  show: (progress: Progress) => void,
): Outside {
  const key = (body: string) => survey.keys[body]!;
  const route = (last: string) => `${config.api}/surveys/${encodeURIComponent(survey.id)}/${last}`;
  return {
    kept,
    show,
    blind: async (body) => (await loadToken()).blind(key(body)),
    finish: async (body, sealed, signature) => (await loadToken()).finish(key(body), sealed, signature),
    mayAsk: ({ right }) => right.by === 'code' || session.token !== null,
    async askForToken({ right, body, blinded }: Sealed): Promise<Reply<{ signature: Uint8Array }>> {
      const what = { body, blinded: toBase64Url(blinded) };
      const reply =
        right.by === 'code'
          ? await ask<{ signature: string }>(route('code-tokens'), { method: 'POST', body: { code: right.code, ...what }, language: language() })
          : await ask<{ signature: string }>(route('tokens'), { method: 'POST', body: what, language: language(), ...(session.token !== null && { token: session.token }) });
      return reply.kind === 'answered' ? { ...reply, body: { signature: fromBase64Url(reply.body.signature) } } : reply;
    },
    forgetLogin() {
      session.token = null;
    },
    cast: ({ body, paper, message, signature }: Signed) =>
      ask<{ receipt: string }>(route('ballots'), {
        method: 'POST',
        body: { body, token: { message: toBase64Url(message), signature: toBase64Url(signature) }, ...paper },
        language: language(),
        anonymous: true,
      }),
    pause() {
      const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
      return new Promise((resolve) => setTimeout(resolve, SHORTEST_PAUSE_MS + (random / 2 ** 32) * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS)));
    },
    beforeRetry: (attempt, serverAskedForSeconds) => bell.beforeRetry(attempt, serverAskedForSeconds),
    online: () => navigator.onLine,
  };
}
