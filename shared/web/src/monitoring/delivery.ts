import { at } from '../common/api';
import type { Desk } from '../common/desk';
import { codeOf, type Problem, type Refused, type Reply, type Unreachable } from '../common/http';
import type { put } from '../common/upload';
import type { PresenceAct, Visit } from './api';
import type { Notebook, Step, Written } from './notebook';

/**
 * From the notebook to the server: one entry after another, in the order in which they were written down, each exactly once.
 * What the network loses is sent again under the same key; what the server refuses stops its visit until the official has settled it.
 */

/** What keeps entries from being sent; null while they are. */
export type Trouble = 'network' | 'clock' | null;

/** The world outside, so that the tests can cut the network at every point. */
export interface Outside {
  sub: string;
  notebook: Pick<Notebook, 'entries' | 'change' | 'sent' | 'made'>;
  api: Desk['api'];
  put: typeof put;
  now(): number;
  show(trouble: Trouble): void;
  /** An entry has left the notebook, or was refused. */
  changed(visit: string): void;
  /** Waits before the try of that number, or until the network is back or the person asks. */
  beforeRetry(attempt: number, serverAskedForSeconds: number | undefined): Promise<void>;
  /** Whether the person has left meanwhile. */
  over(): boolean;
}

/** The server keeps replies for a day; an entry that was first sent longer ago is looked for before it is sent again. */
const KEPT_MS = 20 * 3_600_000;

/** The device's clock is a little ahead of the server's: the moment has to come first. */
const CLOCK_SECONDS = 20;

type Outcome = { kind: 'sent'; made: string } | Refused | Unreachable | { kind: 'ahead' } | { kind: 'login' };

/** Sends until nothing is left that can be sent. */
export async function deliver(outside: Outside): Promise<void> {
  let attempt = 0;
  while (!outside.over()) {
    const entry = next(await outside.notebook.entries(outside.sub));
    if (entry === undefined) {
      return outside.show(null);
    }
    const outcome = await send(outside, entry);
    switch (outcome.kind) {
      case 'sent':
        attempt = 0;
        await outside.notebook.sent(entry, outcome.made);
        outside.show(null);
        outside.changed(entry.visit);
        break;
      case 'refused':
        await outside.notebook.change({ ...entry, refused: wordsOf(outcome.problem) });
        outside.changed(entry.visit);
        break;
      case 'login':
        return;
      default: {
        const ahead = outcome.kind === 'ahead';
        outside.show(ahead ? 'clock' : 'network');
        attempt += 1;
        await outside.beforeRetry(attempt, ahead ? CLOCK_SECONDS : outcome.retryAfterSeconds);
      }
    }
  }
}

/** The first entry of a visit of which none was refused. */
export function next(entries: Written[]): Written | undefined {
  const stopped = new Set(entries.filter(({ refused }) => refused !== undefined).map(({ visit }) => visit));
  return entries.find(({ visit }) => !stopped.has(visit));
}

function wordsOf({ errors, detail, title }: Problem): string[] {
  return errors.length > 0 ? errors.map(({ message }) => message) : [detail || title];
}

async function send(outside: Outside, entry: Written): Promise<Outcome> {
  const { tried } = entry;
  if (tried === undefined) {
    await outside.notebook.change({ ...entry, tried: outside.now() });
  } else if (outside.now() - tried > KEPT_MS) {
    const stands = await found(outside, entry);
    if (stands !== null) {
      return stands;
    }
  }
  return judged(await request(outside, entry));
}

/** Only our server's own word refuses an entry: a proxy's, or that of a login that ended, says nothing about it. */
function judged(reply: Reply<{ id: string }>): Outcome {
  switch (reply.kind) {
    case 'answered':
      return { kind: 'sent', made: reply.body.id };
    case 'unreachable':
      return reply;
    case 'refused': {
      const { status, errors } = reply.problem;
      if (status === 401) {
        return { kind: 'login' };
      }
      if (codeOf(reply.problem) === '') {
        return { kind: 'unreachable' };
      }
      return errors.length > 0 && errors.every(({ code }) => code === 'IN_FUTURE') ? { kind: 'ahead' } : reply;
    }
  }
}

async function request(outside: Outside, { visit, step, key }: Written): Promise<Reply<{ id: string }>> {
  const { api } = outside;
  switch (step.kind) {
    case 'start':
      return start(outside, visit, step);
    case 'explanation':
      return api(at('/visits/{visit}/explanations', { visit }), {
        method: 'POST',
        body: step.body,
        idempotencyKey: key,
      });
    case 'act': {
      const evidence = await Promise.all(
        (step.body.evidence ?? []).map(async (id) => (await outside.notebook.made(id)) ?? id),
      );
      const body = { ...step.body, evidence: evidence.filter((id) => id !== '') };
      return api(at('/visits/{visit}/acts', { visit }), { method: 'POST', body, idempotencyKey: key });
    }
    case 'evidence': {
      const permitted = await api(at('/visits/{visit}/evidence', { visit }), {
        method: 'POST',
        body: step.body,
        idempotencyKey: key,
      });
      if (permitted.kind !== 'answered') {
        return permitted;
      }
      const stored = await outside.put(permitted.body.upload, step.file);
      return stored.kind === 'answered' ? permitted : stored;
    }
  }
}

/** A start whose answer was lost may have been followed by what other officials wrote down: what counts is that it stands. */
async function start(
  { api }: Outside,
  visit: string,
  { body }: Step & { kind: 'start' },
): Promise<Reply<{ id: string }>> {
  const reply = await api(at('/visits/{visit}/start', { visit }), { method: 'POST', body });
  if (reply.kind !== 'refused' || reply.problem.status !== 409) {
    return reply;
  }
  const stands = await api(at('/visits/{visit}', { visit }));
  return stands.kind === 'answered' && isAt(stands.body.startedAt, body.at) ? stands : reply;
}

function isAt(one: string | undefined, other: string): boolean {
  return one !== undefined && Date.parse(one) === Date.parse(other);
}

/** What an old entry has become; null where it is nowhere and has to be sent. */
async function found(outside: Outside, entry: Written): Promise<Outcome | null> {
  const { visit, step } = entry;
  const seen = await outside.api(at('/visits/{visit}', { visit }));
  if (seen.kind !== 'answered') {
    return judged(seen);
  }
  switch (step.kind) {
    case 'start':
      return null;
    case 'explanation': {
      const same = seen.body.explanations.find(
        ({ person, requestedAt }) => person === step.body.person && isAt(requestedAt, step.body.requestedAt),
      );
      return same === undefined ? null : { kind: 'sent', made: same.id };
    }
    case 'evidence':
      return foundEvidence(outside, seen.body, entry, step);
    case 'act':
      return foundAct(outside, seen.body, step);
  }
}

/** A file that never came is dropped at the server, to be permitted anew: under another key, since the old one is of what was dropped. */
async function foundEvidence(
  { api, notebook }: Outside,
  visit: Visit,
  entry: Written,
  { body }: Step & { kind: 'evidence' },
): Promise<Outcome | null> {
  const same = visit.evidence.find(({ sha256, takenAt }) => sha256 === body.sha256 && isAt(takenAt, body.takenAt));
  if (same === undefined) {
    return null;
  }
  if (same.receivedAt !== undefined) {
    return { kind: 'sent', made: same.id };
  }
  const dropped = await api(at('/visits/{visit}/evidence/{evidence}', { visit: visit.id, evidence: same.id }), {
    method: 'DELETE',
  });
  if (dropped.kind !== 'answered') {
    return judged(dropped);
  }
  entry.key = crypto.randomUUID();
  await notebook.change(entry);
  return null;
}

async function foundAct({ api }: Outside, visit: Visit, { body }: Step & { kind: 'act' }): Promise<Outcome | null> {
  for (const act of visit.acts) {
    const reply = await api(at('/visits/{visit}/acts/{act}', { visit: visit.id, act }));
    if (reply.kind !== 'answered') {
      return judged(reply);
    }
    if (isSame(reply.body, body)) {
      return { kind: 'sent', made: act };
    }
  }
  return null;
}

function isSame(act: PresenceAct, body: (Step & { kind: 'act' })['body']): boolean {
  return (
    act.state !== 'WITHDRAWN' &&
    act.employee === body.employee &&
    act.person === body.person &&
    act.workplace === body.workplace &&
    isAt(act.observedAt, body.observedAt)
  );
}
