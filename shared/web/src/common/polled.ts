import { useEffect, useState } from 'preact/hooks';
import { type Loaded, useLoaded } from './desk';

const EVERY_MS = 2_000;

/** Loads a route again and again while its answer is not final yet. A request that fails in between keeps what was last answered. */
export function usePolled<T>(path: string, goesOn: (value: T) => boolean): [Loaded<T>, () => void] {
  const [loaded, again] = useLoaded<T>(path);
  const [last, setLast] = useState<Loaded<T>>(loaded);
  useEffect(() => {
    if (loaded.at !== 'unreachable' || last.at !== 'here') {
      setLast(loaded);
    }
    if (loaded.at === 'here' ? goesOn(loaded.value) : loaded.at === 'unreachable') {
      const timer = setTimeout(again, EVERY_MS);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [loaded]);
  return [last, again];
}
