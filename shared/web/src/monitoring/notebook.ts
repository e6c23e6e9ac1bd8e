import type { Body } from '../common/api';
import type { Visit } from './api';

/** What an official writes down in a visit; each is one request, sent once the network is there. */
export type Step =
  | { kind: 'start'; body: Body<'/visits/{visit}/start', 'POST'> }
  | { kind: 'explanation'; body: Body<'/visits/{visit}/explanations', 'POST'> }
  | { kind: 'evidence'; body: Body<'/visits/{visit}/evidence', 'POST'>; file: Blob }
  /** Its `evidence` may name entries that have not been sent yet. */
  | { kind: 'act'; body: Body<'/visits/{visit}/acts', 'POST'> };

export interface Entry {
  id: string;
  /** The `Idempotency-Key` of its request: sent again it is the same one. */
  key: string;
  /** By whom. Entries of one person are never sent in the name of another. */
  sub: string;
  visit: string;
  step: Step;
  /** When it was first sent, in milliseconds since 1970. */
  tried?: number;
  /** Why the server did not take it. Nothing after it is sent for the same visit until that is settled. */
  refused?: string[];
}

/** An entry in its place of the order. */
export interface Written extends Entry {
  order: number;
}

/** A visit as it was last seen, so that it can be opened without a network. */
export interface KeptVisit {
  sub: string;
  id: string;
  visit: Visit;
  body: string;
  at: number;
}

/** What this browser keeps of visits, in IndexedDB: neither a killed tab nor an empty battery loses it. */
export interface Notebook {
  /** Those of a person, in the order in which they were written down. */
  entries(sub: string): Promise<Written[]>;
  /** Fails where the device has no room. */
  write(entry: Entry): Promise<void>;
  change(entry: Written): Promise<void>;
  /** Takes an entry out that became something of the visit, whose id is kept for what names it. */
  sent(entry: Written, made: string): Promise<void>;
  drop(entry: Written): Promise<void>;
  /** What an entry became; empty where it was dropped, undefined where it was not sent or names what the server knows already. */
  made(entry: string): Promise<string | undefined>;
  keepVisit(kept: KeptVisit): Promise<void>;
  visit(sub: string, id: string): Promise<KeptVisit | undefined>;
  visits(sub: string): Promise<KeptVisit[]>;
  forgetVisit(sub: string, id: string): Promise<void>;
}

const ENTRIES = 'entries';
const MADE = 'made';
const VISITS = 'visits';

let opened: Promise<Notebook> | null = null;

/** Fails where the browser refuses to keep anything. */
export function notebook(): Promise<Notebook> {
  opened ??= open().catch((cause: unknown) => {
    opened = null;
    throw cause;
  });
  return opened;
}

async function open(): Promise<Notebook> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bagalau.visits', 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(ENTRIES, { keyPath: 'order', autoIncrement: true });
      opening.result.createObjectStore(MADE, { keyPath: 'entry' });
      opening.result.createObjectStore(VISITS, { keyPath: ['sub', 'id'] });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const all = <T>(store: string) => once<T[]>(database.transaction(store).objectStore(store).getAll());
  const read = <T>(store: string, key: IDBValidKey) =>
    once<T | undefined>(database.transaction(store).objectStore(store).get(key));
  const write = (stores: string[], change: (transaction: IDBTransaction) => void) =>
    new Promise<void>((resolve, reject) => {
      // What was written down must be on the disk before the page says so.
      const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
      change(transaction);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  const put = (store: string, value: unknown) =>
    write([store], (transaction) => void transaction.objectStore(store).put(value));
  const remove = (store: string, key: IDBValidKey) =>
    write([store], (transaction) => void transaction.objectStore(store).delete(key));
  return {
    entries: async (sub) => (await all<Written>(ENTRIES)).filter((entry) => entry.sub === sub),
    write: (entry) => put(ENTRIES, entry),
    change: (entry) => put(ENTRIES, entry),
    sent: ({ order, id }, made) =>
      write([ENTRIES, MADE], (transaction) => {
        transaction.objectStore(MADE).put({ entry: id, id: made });
        transaction.objectStore(ENTRIES).delete(order);
      }),
    drop: ({ order, id }) =>
      write([ENTRIES, MADE], (transaction) => {
        transaction.objectStore(MADE).put({ entry: id, id: '' });
        transaction.objectStore(ENTRIES).delete(order);
      }),
    made: async (entry) => (await read<{ id: string }>(MADE, entry))?.id,
    keepVisit: (kept) => put(VISITS, kept),
    visit: (sub, id) => read<KeptVisit>(VISITS, [sub, id]),
    visits: async (sub) => (await all<KeptVisit>(VISITS)).filter((kept) => kept.sub === sub),
    forgetVisit: (sub, id) => remove(VISITS, [sub, id]),
  };
}

function once<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
}
