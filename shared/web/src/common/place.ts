import { useEffect, useState } from 'preact/hooks';
import { linkTo, routeOf } from './route';

/** What replacing an entry of the history does not say by itself. */
const CHANGED = 'bagalau.place';

/**
 * The query of this place's address, and a way to change some of it: a list keeps there how it is looked at, so that a link, a
 * reload and the way back show the same. A change makes no entry in the history; what is empty is left out.
 */
export function usePlaceQuery(): [URLSearchParams, (changed: Record<string, string>) => void] {
  const [query, setQuery] = useState(() => routeOf(location.hash).query);
  useEffect(() => {
    const moved = () => setQuery(routeOf(location.hash).query);
    addEventListener('hashchange', moved);
    addEventListener(CHANGED, moved);
    return () => {
      removeEventListener('hashchange', moved);
      removeEventListener(CHANGED, moved);
    };
  }, []);
  const change = (changed: Record<string, string>) => {
    const { path, query: before } = routeOf(location.hash);
    history.replaceState(history.state, '', linkTo(path, { ...Object.fromEntries(before), ...changed }));
    dispatchEvent(new Event(CHANGED));
  };
  return [query, change];
}
