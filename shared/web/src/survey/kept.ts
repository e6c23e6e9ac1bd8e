import type { BallotPaper, Said } from './survey';

/** What a slip gives: its code, and the body it was printed for. Empty where not known. */
export interface Slip {
  code: string;
  body: string;
}

/**
 * What this browser keeps, all of it in IndexedDB and erased with the receipt: a draft while answering (never on a shared device),
 * and from Send to the receipt the sealed ballot, without which a killed tab would cost the person their right to take part.
 */
export interface Draft {
  survey: string;
  said: Said;
  /** The page to go on with. */
  page: number;
  /** So that it need not be given twice on one's own device. */
  slip?: Slip;
  by?: Right['by'];
}

/** How the right to take part is shown. A login is never kept; a code is, until it has been changed for a signature. */
export type Right = { by: 'login' } | { by: 'code'; code: string };

/** Before the signature: everything to ask for the same one again. */
export interface Sealed {
  stage: 'sealed';
  survey: string;
  body: string;
  shared: boolean;
  right: Right;
  paper: BallotPaper;
  message: Uint8Array;
  inverse: Uint8Array;
  blinded: Uint8Array;
}

/** After it: the inverse and the blinded message, which could tie the ballot to the register, are already gone. */
export interface Signed {
  stage: 'signed';
  survey: string;
  body: string;
  shared: boolean;
  paper: BallotPaper;
  message: Uint8Array;
  signature: Uint8Array;
}

export type Pending = Sealed | Signed;

export interface Kept {
  draft(survey: string): Promise<Draft | undefined>;
  keepDraft(draft: Draft): Promise<void>;
  eraseDraft(survey: string): Promise<void>;
  pending(survey: string): Promise<Pending | undefined>;
  /** Keeps a sealed ballot where none waits; false, and nothing changed, where one does (another tab was quicker). */
  addPending(pending: Sealed): Promise<boolean>;
  replacePending(pending: Pending): Promise<void>;
  erasePending(survey: string): Promise<void>;
}

const DRAFTS = 'drafts';
const PENDING = 'pending';

/** Fails where the browser refuses to keep anything. */
export async function openKept(): Promise<Kept> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bagalau', 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(DRAFTS, { keyPath: 'survey' });
      opening.result.createObjectStore(PENDING, { keyPath: 'survey' });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const read = <T>(store: string, key: string) =>
    once(database.transaction(store).objectStore(store).get(key)) as Promise<T | undefined>;
  const write = (store: string, change: (objects: IDBObjectStore) => void) =>
    new Promise<void>((resolve, reject) => {
      // A sealed ballot must be on the disk, not in a buffer, before the server hears anything.
      const transaction = database.transaction(store, 'readwrite', {
        durability: store === PENDING ? 'strict' : 'relaxed',
      });
      change(transaction.objectStore(store));
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  return {
    draft: (survey) => read<Draft>(DRAFTS, survey),
    keepDraft: (draft) => write(DRAFTS, (drafts) => drafts.put(draft)),
    eraseDraft: (survey) => write(DRAFTS, (drafts) => drafts.delete(survey)),
    pending: (survey) => read<Pending>(PENDING, survey),
    addPending: (pending) =>
      write(PENDING, (objects) => objects.add(pending)).then(
        () => true,
        (cause: unknown) => {
          if (cause instanceof DOMException && cause.name === 'ConstraintError') {
            return false;
          }
          throw cause;
        },
      ),
    replacePending: (pending) => write(PENDING, (objects) => objects.put(pending)),
    erasePending: (survey) => write(PENDING, (objects) => objects.delete(survey)),
  };
}

function once<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
