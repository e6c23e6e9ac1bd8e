import { useEffect, useState } from 'preact/hooks';
import { type Desk, useDesk } from '../common/desk';
import { RetryTimer } from '../common/retry-timer';
import { put } from '../common/upload';
import { deliver, type Trouble } from './delivery';
import { type Entry, notebook, type Step, type Written } from './notebook';

/** One outbox a page: it sends what the notebook holds, and everybody who shows entries hears of what changed. */

type Listener = (settled: string | null) => void;
const listeners = new Set<Listener>();
const timer = new RetryTimer();
let trouble: Trouble = null;
let wake: () => void = () => undefined;

function changed(settled: string | null): void {
  for (const listener of listeners) {
    listener(settled);
  }
}

/** Sends now what waits. */
export function wakeOutbox(): void {
  timer.now();
  wake();
}

/** Writes an entry down, which is then sent; fails where the device keeps nothing or has no room. */
export async function writeDown(sub: string, visit: string, step: Step): Promise<void> {
  const entry: Entry = { id: crypto.randomUUID(), key: crypto.randomUUID(), sub, visit, step };
  await (await notebook()).write(entry);
  changed(null);
  wakeOutbox();
}

/** Has a refused entry sent again. */
export async function sendAgain({ refused: _, ...entry }: Written): Promise<void> {
  await (await notebook()).change(entry);
  changed(null);
  wakeOutbox();
}

export async function dropEntry(entry: Written): Promise<void> {
  await (await notebook()).drop(entry);
  changed(null);
  wakeOutbox();
}

/** Sends the entries of a person until it is ended; the network and new entries wake it. */
export function runOutbox(sub: string, api: Desk['api']): () => void {
  let over = false;
  let running = false;
  let again = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await alone(sub, () => send(sub, api, () => over)).catch(() => undefined);
    } while (again && !over);
    running = false;
  };
  wake = () => void run();
  addEventListener('online', wakeOutbox);
  void run();
  return () => {
    over = true;
    wake = () => undefined;
    removeEventListener('online', wakeOutbox);
    timer.now();
  };
}

async function send(sub: string, api: Desk['api'], over: () => boolean): Promise<void> {
  await deliver({
    sub,
    notebook: await notebook(),
    api,
    put,
    now: Date.now,
    show: (shown) => {
      trouble = shown;
      changed(null);
    },
    changed,
    beforeRetry: (attempt, seconds) => timer.beforeRetry(attempt, seconds),
    over,
  });
}

/** Two tabs of one person do not send the same entry at once; a browser without locks relies on the keys alone. */
async function alone(sub: string, work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) {
    return work();
  }
  return navigator.locks.request(`bagalau.visits ${sub}`, work);
}

export interface Outbox {
  /** Of the visit, in their order. */
  entries: Written[];
  trouble: Trouble;
  /** Grows whenever an entry of the visit was taken or refused. */
  settled: number;
  /** Whether the browser keeps nothing, so that nothing can be written down. */
  keepsNothing: boolean;
}

export function useOutbox(visit: string): Outbox {
  const { claims } = useDesk();
  const [outbox, setOutbox] = useState<Outbox>({ entries: [], trouble, settled: 0, keepsNothing: false });
  useEffect(() => {
    let current = true;
    const read = async (settled: string | null) => {
      try {
        const all = await (await notebook()).entries(claims.sub);
        const entries = all.filter((entry) => entry.visit === visit);
        if (current) {
          setOutbox((before) => ({
            entries,
            trouble,
            settled: before.settled + (settled === visit ? 1 : 0),
            keepsNothing: false,
          }));
        }
      } catch {
        if (current) {
          setOutbox((before) => ({ ...before, keepsNothing: true }));
        }
      }
    };
    const listener: Listener = (settled) => void read(settled);
    listeners.add(listener);
    void read(null);
    return () => {
      current = false;
      listeners.delete(listener);
    };
  }, [visit, claims.sub]);
  return outbox;
}
