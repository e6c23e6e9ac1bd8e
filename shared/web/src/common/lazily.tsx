import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Loading, Unreachable } from './view';

/** A part of a page that is fetched when it is first shown, so that nobody waits for what another came for. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let fetched: ComponentType<P> | null = null;
  return function Later(props: P) {
    const [Part, setPart] = useState<{ here: ComponentType<P> } | 'loading' | 'unreachable'>(
      fetched === null ? 'loading' : { here: fetched },
    );
    const fetchIt = () => {
      setPart('loading');
      load().then(
        (part) => {
          fetched = part;
          setPart({ here: part });
        },
        () => setPart('unreachable'),
      );
    };
    useEffect(() => {
      if (fetched === null) {
        fetchIt();
      }
    }, []);
    return Part === 'loading' ? (
      <Loading />
    ) : Part === 'unreachable' ? (
      <Unreachable again={fetchIt} />
    ) : (
      <Part.here {...props} />
    );
  };
}
