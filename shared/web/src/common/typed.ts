import { useState } from 'preact/hooks';

/** What was typed and not sent yet, kept for this tab: neither a reload nor a login that ended loses it. */

const PREFIX = 'bagalau.typed.';

/**
 * A state that is kept under its key until it is forgotten, and is then what the form shows next: `initial`, where nothing else is given.
 * Keys hold the person's `sub`: what one typed no other finds.
 */
export function useTyped<T>(key: string, initial: T): [T, (value: T) => void, (next?: T) => void] {
  const [value, setValue] = useState<T>(() => read<T>(key) ?? initial);
  const keep = (changed: T) => {
    setValue(changed);
    try {
      sessionStorage.setItem(PREFIX + key, JSON.stringify(changed));
    } catch {
      // A browser that keeps nothing loses it on a reload, and only then.
    }
  };
  const forget = (next = initial) => {
    sessionStorage.removeItem(PREFIX + key);
    setValue(next);
  };
  return [value, keep, forget];
}

/**
 * What was typed for a request that makes something, and its `Idempotency-Key`: sent again it is the same request, also after a reload;
 * changed it is another.
 */
export function useTypedRequest<T>(key: string, initial: T): [T, string, (value: T) => void, (next?: T) => void] {
  const anew = (typed: T) => ({ typed, idempotencyKey: crypto.randomUUID() as string });
  const [{ typed, idempotencyKey }, keep, forget] = useTyped(`request ${key}`, anew(initial));
  return [typed, idempotencyKey, (changed) => keep(anew(changed)), (next = initial) => forget(anew(next))];
}

/** At the logout nothing is left of what was typed. */
export function forgetTyped(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) {
      sessionStorage.removeItem(key);
    }
  }
}

function read<T>(key: string): T | undefined {
  const kept = sessionStorage.getItem(PREFIX + key);
  return kept === null ? undefined : (JSON.parse(kept) as T);
}
