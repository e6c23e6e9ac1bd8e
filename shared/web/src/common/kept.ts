import { useState } from 'preact/hooks';

const PREFIX = 'bagalau.kept.';

/** What is older is no draft any more, in milliseconds. */
const OLDEST = 30 * 86_400_000;

interface Kept<T> {
  at: number;
  value: T;
}

/**
 * A draft that outlives even its tab: kept on this device until it is sent, the person logs out, or a month has passed. Only for
 * work in which much is typed before anything is sent.
 *
 * @param key what it is about, then the person's `sub`, then the object, such as `score emp-1 a-1`
 */
export function useKept<T>(key: string, initial: T): [T, (value: T) => void, (next: T) => void, boolean] {
  const [held, setHeld] = useState<{ value: T; kept: boolean }>(() => {
    const found = read<T>(key);
    return found === undefined ? { value: initial, kept: false } : { value: found, kept: true };
  });
  const keep = (value: T) => {
    setHeld({ value, kept: true });
    try {
      localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), value } satisfies Kept<T>));
    } catch {
      // A browser that keeps nothing loses it with the page, and only then.
    }
  };
  const forget = (next: T) => {
    drop(PREFIX + key);
    setHeld({ value: next, kept: false });
  };
  return [held.value, keep, forget, held.kept];
}

function read<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key);
    const kept = text === null ? undefined : (JSON.parse(text) as Kept<T>);
    return kept !== undefined && Date.now() - kept.at <= OLDEST ? kept.value : undefined;
  } catch {
    return undefined;
  }
}

function drop(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** At a person's logout nothing of theirs is left on the device. */
export function forgetKept(sub: string): void {
  try {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX) && key.split(' ')[1] === sub)
      .forEach(drop);
  } catch {
    // Nothing was kept.
  }
}
