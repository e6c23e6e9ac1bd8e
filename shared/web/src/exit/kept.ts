import type { Answers } from './form';

/** How the leaver is known. A login is never kept, only which leaving it was about; a code is, until the answers were received. */
export type Right = { by: 'login'; id?: string } | { by: 'code'; code: string };

/** Unfinished answers. */
export interface Draft {
  answers: Answers;
  page: number;
  right: Right | null;
}

/** Answers on their way: kept from Send until the server has them, so that a killed tab sends the very same again. */
export interface Pending {
  answers: Answers;
  right: Right;
}

const DRAFT = 'bagalau.exit.draft';
const PENDING = 'bagalau.exit.pending';

/**
 * What this browser keeps of an exit interview. It is `localStorage` because it forgets at once: whoever presses "leave this page"
 * must not have to wait for a database. Where a browser keeps nothing, the answers live in the open page only.
 */
export const kept = {
  draft: () => read<Draft>(DRAFT),
  keepDraft: (draft: Draft) => write(DRAFT, draft),
  pending: () => read<Pending>(PENDING),
  keepPending: (pending: Pending) => write(PENDING, pending),
  erasePending: () => erase(PENDING),
  eraseDraft: () => erase(DRAFT),
  eraseAll() {
    erase(DRAFT);
    erase(PENDING);
  },
};

function read<T>(name: string): T | null {
  try {
    const text = localStorage.getItem(name);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing only makes a reload begin again.
  }
}

function erase(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // What could not be kept need not be erased.
  }
}
