import { useEffect, useState } from 'preact/hooks';
import { settle } from './settling';

/** Where in a page the reader is: the address after `#`, such as `#/facts/2025?show=pm`. */
export interface Route {
  path: string[];
  query: URLSearchParams;
}

export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return { path: path === '' ? [] : path.split('/').map(decodeURIComponent), query: new URLSearchParams(query) };
}

/** The address of a place; what is empty is left out of the query. */
export function linkTo(path: (string | number)[], query: Record<string, string> = {}): string {
  const said = Object.entries(query).filter(([, value]) => value !== '');
  return `#/${path.map((part) => encodeURIComponent(part)).join('/')}${said.length > 0 ? `?${new URLSearchParams(said)}` : ''}`;
}

export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const moved = () => {
      settle();
      setHash(location.hash);
    };
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  return routeOf(hash);
}
