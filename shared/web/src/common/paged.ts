import { useEffect, useRef, useState } from 'preact/hooks';
import type { Address, Answer, Path } from './api';
import { useDesk } from './desk';
import type { Problem, Reply } from './http';
import { useLanguage } from './language';

/** What is loaded of a route that answers a page at a time. */
export interface Paged<R> {
  rows: R[];
  /** The beginning has not come yet. */
  starting: boolean;
  busy: boolean;
  /** Whether there is more than was loaded. */
  more: boolean;
  trouble: 'unreachable' | Problem | null;
  /** Loads the next page, or all that are left. */
  load: (all: boolean) => void;
  /** Loads everything anew. */
  again: () => void;
}

/** One page of a route. */
export interface PageOf<R> {
  rows: R[];
  next?: string | undefined;
}

/** Rows that are here already, as a list takes them. */
export function here<R>(rows: R[]): Paged<R> {
  return {
    rows,
    starting: false,
    busy: false,
    more: false,
    trouble: null,
    load: () => undefined,
    again: () => undefined,
  };
}

/**
 * Asks for pages from a cursor on until there are enough: one, or all. What came before a failure is kept, and the cursor
 * with it, so that the next try goes on from there.
 */
export async function loadPages<R>(
  ask: (cursor: string | undefined) => Promise<Reply<PageOf<R>>>,
  from: string | undefined,
  all: boolean,
): Promise<{ rows: R[]; next: string | undefined; trouble: Paged<R>['trouble'] }> {
  const rows: R[] = [];
  let cursor = from;
  do {
    const reply = await ask(cursor);
    if (reply.kind !== 'answered') {
      return { rows, next: cursor, trouble: reply.kind === 'refused' ? reply.problem : 'unreachable' };
    }
    rows.push(...reply.body.rows);
    cursor = reply.body.next;
  } while (all && cursor !== undefined);
  return { rows, next: cursor, trouble: null };
}

interface Held<R> {
  rows: R[];
  next: string | undefined;
  trouble: Paged<R>['trouble'];
  starting: boolean;
  busy: boolean;
}

const NOTHING = { rows: [], next: undefined, trouble: null, starting: true, busy: true };

/** The pages of a route, the first at once. `of` gives the address of the page at a cursor. */
export function usePaged<P extends Path, R>(
  of: (cursor: string | undefined) => Address<P>,
  pageOf: (answer: Answer<P>) => PageOf<R>,
): Paged<R> {
  const { api } = useDesk();
  const language = useLanguage();
  const [held, setHeld] = useState<Held<R>>(NOTHING);
  const [round, setRound] = useState(0);
  /** What came for an address or a language of before is dropped. */
  const current = useRef(0);
  const first = of(undefined);
  const fetchPages = async (before: Held<R>, all: boolean) => {
    current.current += 1;
    const mine = current.current;
    setHeld({ ...before, busy: true, trouble: null });
    const ask = async (cursor: string | undefined): Promise<Reply<PageOf<R>>> => {
      const reply = await api(of(cursor));
      return reply.kind === 'answered' ? { ...reply, body: pageOf(reply.body) } : reply;
    };
    const { rows, next, trouble } = await loadPages(ask, before.next, all);
    if (mine === current.current) {
      const starting = before.starting && rows.length === 0 && trouble !== null;
      setHeld({ rows: [...before.rows, ...rows], next, trouble, starting, busy: false });
    }
  };
  useEffect(() => {
    void fetchPages(NOTHING, false);
    return () => {
      current.current += 1;
    };
  }, [first, language, round]);
  return {
    rows: held.rows,
    starting: held.starting,
    busy: held.busy,
    more: held.next !== undefined,
    trouble: held.trouble,
    load: (all) => {
      if (!held.busy) {
        void fetchPages(held, all);
      }
    },
    again: () => setRound((before) => before + 1),
  };
}
