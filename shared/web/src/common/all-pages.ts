import { useEffect } from 'preact/hooks';
import type { Loaded } from './desk';
import type { Paged } from './paged';

/** All rows of a route that answers a page at a time, where the reader chooses among them or one is sought: the first page is not enough. */
export function useAllOf<R>(paged: Paged<R>): Loaded<R[]> {
  const goesOn = paged.more && !paged.busy && paged.trouble === null;
  useEffect(() => {
    if (goesOn) {
      paged.load(true);
    }
  }, [goesOn]);
  return allOf(paged);
}

/** Nothing is here before all is. */
export function allOf<R>({ rows, starting, busy, more, trouble }: Omit<Paged<R>, 'load' | 'again'>): Loaded<R[]> {
  if (trouble !== null) {
    return trouble === 'unreachable' ? { at: 'unreachable' } : { at: 'refused', problem: trouble };
  }
  return starting || busy || more ? { at: 'loading' } : { at: 'here', value: rows };
}
