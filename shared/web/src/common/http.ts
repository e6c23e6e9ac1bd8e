import type { Language } from './language';

/** One entry of a problem document's `errors`: at a field of the request, or at a cell of the workbook that was sent. */
export interface Fault {
  pointer?: string;
  sheet?: string;
  cell?: string;
  code: string;
  message: string;
}

/** RFC 9457, as every route of ours answers errors. `title`, `detail` and messages are in the language asked for. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors: Fault[];
  /** At the desk only: what stands where a version was overtaken, and the state where it is a wrong one. */
  current?: unknown;
  state?: string;
}

/** What came of a request. `Unreachable` is worth another try later; a problem is the server's word. */
export type Reply<T> = Answered<T> | Refused | Unreachable;
export interface Answered<T> {
  kind: 'answered';
  status: number;
  body: T;
}
export interface Refused {
  kind: 'refused';
  problem: Problem;
}
export interface Unreachable {
  kind: 'unreachable';
  retryAfterSeconds?: number;
}

export interface Ask {
  method?: string;
  body?: unknown;
  /** Sent as it is, instead of a `body`; `headers` say what it is. */
  payload?: Blob | undefined;
  /** Beside those that follow from the rest. */
  headers?: Record<string, string>;
  /** Reads an answer that is no JSON. */
  read?: (response: Response) => Promise<Reply<never>>;
  token?: string;
  language?: Language;
  /** Sends neither login nor cookies nor where the person came from, on a connection shared with nothing that does. */
  anonymous?: boolean;
}

const PATIENCE_MS = 30_000;

export async function ask<T>(
  url: string,
  { method = 'GET', body, payload, headers: more, read = readJson, token, language, anonymous = false }: Ask,
): Promise<Reply<T>> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (language !== undefined) {
    headers['Accept-Language'] = language;
  }
  if (token !== undefined && !anonymous) {
    headers.Authorization = `Bearer ${token}`;
  }
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, ...more },
      body: payload ?? (body === undefined ? null : JSON.stringify(body)),
      credentials: anonymous ? 'omit' : 'same-origin',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'follow',
      signal: stop.signal,
    });
    return await read(response);
  } catch {
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

export async function readJson<T>(response: Response): Promise<Reply<T>> {
  if (response.status >= 500 || response.status === 429 || response.status === 408) {
    const seconds = Number(response.headers.get('Retry-After'));
    return seconds > 0 ? { kind: 'unreachable', retryAfterSeconds: seconds } : { kind: 'unreachable' };
  }
  const text = await response.text();
  if (response.ok) {
    return { kind: 'answered', status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
  }
  return { kind: 'refused', problem: problem(response.status, text) };
}

/** API Gateway's own refusals (401, 403) are `{"message": …}` and no problem documents. */
function problem(status: number, text: string): Problem {
  let said: { [name in keyof Problem | 'message']?: unknown } = {};
  try {
    said = JSON.parse(text) ?? {};
  } catch {
    // A proxy's HTML page says nothing a reader could use.
  }
  const word = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    type: word(said.type) ?? 'about:blank',
    title: word(said.title) ?? word(said.message) ?? String(status),
    status,
    detail: word(said.detail) ?? '',
    errors: Array.isArray(said.errors) ? said.errors : [],
  };
}

/** The code of a problem of our server; empty where somebody else refused, such as a proxy or a firewall on the way. */
export function codeOf({ type }: Problem): string {
  return /^urn:bagalau:problem:(\w+)$/.exec(type)?.[1] ?? '';
}
