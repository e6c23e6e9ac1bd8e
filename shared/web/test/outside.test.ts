import { afterEach, expect, test, vi } from 'vitest';
import { RetryTimer } from '../src/common/retry-timer';
import { askForSurvey, browserOutside } from '../src/survey/outside';
import type { Survey } from '../src/survey/survey';

const config = { issuer: 'https://login', clientId: 'pages', api: 'https://api' };
const survey = { id: 's', state: 'OPEN', fingerprint: 'f' } as Survey;
const outside = browserOutside(
  survey,
  config,
  {} as never,
  { token: 'jwt' },
  new RetryTimer(),
  () => 'kk',
  () => undefined,
);
const bytes = Uint8Array.of(1);

afterEach(() => void vi.unstubAllGlobals());

function answering(status: number, text: string) {
  vi.stubGlobal('fetch', async () => new Response(text, { status }));
}

test.each(['{}', '', '{"receipt":null}', '"welcome"', '<html>Log in to the network</html>'])(
  'a success that says %s is no receipt and no signature',
  async (text) => {
    answering(200, text);
    expect(
      await outside.cast({
        stage: 'signed',
        survey: 's',
        body: 'b',
        shared: false,
        paper: { answers: {}, respondent: {} },
        message: bytes,
        signature: bytes,
      }),
    ).toEqual({ kind: 'unreachable' });
    expect(
      await outside.askForToken({
        stage: 'sealed',
        survey: 's',
        body: 'b',
        shared: false,
        right: { by: 'login' },
        paper: { answers: {}, respondent: {} },
        message: bytes,
        inverse: bytes,
        blinded: bytes,
      }),
    ).toEqual({ kind: 'unreachable' });
  },
);

test.each([
  [200, JSON.stringify(survey), survey, false],
  [200, JSON.stringify({ ...survey, state: 'CLOSING' }), { ...survey, state: 'CLOSING' }, true],
  [200, JSON.stringify({ ...survey, state: 'CLOSED' }), { ...survey, state: 'CLOSED' }, true],
  [200, '{"state":"down"}', 'unreachable', false],
  [503, '', 'unreachable', false],
  [403, '<html>Request blocked</html>', 'unreachable', false],
  [404, '<html>Not Found</html>', 'unreachable', false],
  [404, '{"type":"urn:bagalau:problem:NOT_FOUND"}', 'missing', false],
])("a survey answered with %i %s is read by the server's own word", async (status, text, read, over) => {
  answering(status, text);
  expect(await askForSurvey(config, 's', 'kk')).toEqual(read);
  expect(await outside.over()).toBe(over);
});
