import { useEffect, useRef } from 'preact/hooks';
import { type Desk, hasRole } from '../common/desk';

/** What an official has written down in visits is sent from whichever room of the desk they are in. */
export function useVisitSending(desk: Pick<Desk, 'claims' | 'api'>): void {
  const latest = useRef(desk.api);
  latest.current = desk.api;
  const { sub } = desk.claims;
  const official = hasRole(desk, 'monitor');
  useEffect(() => {
    if (!official) {
      return undefined;
    }
    let over = false;
    let stop: () => void = () => undefined;
    const api = ((address, asking) => latest.current(address, asking)) as Desk['api'];
    const begin = () =>
      void import('../monitoring/outbox').then(
        ({ runOutbox }) => {
          if (!over) {
            stop = runOutbox(sub, api);
          }
        },
        // Without a network the part of the page that sends has not come either.
        () => addEventListener('online', begin, { once: true }),
      );
    begin();
    return () => {
      over = true;
      removeEventListener('online', begin);
      stop();
    };
  }, [sub, official]);
}
