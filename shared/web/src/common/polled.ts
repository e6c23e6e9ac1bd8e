import { useEffect, useState } from 'preact/hooks';
import type { Address, Answer, Path } from './api';
import { type Loaded, useLoaded } from './desk';

const EVERY_MS = 2_000;

/** Loads a route again and again while its answer is not final yet. A request that fails in between keeps what was last answered. */
export function usePolled<P extends Path>(
  address: Address<P>,
  goesOn: (value: Answer<P>) => boolean,
): [Loaded<Answer<P>>, () => void] {
  const [loaded, again] = useLoaded(address);
  const [last, setLast] = useState(loaded);
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
