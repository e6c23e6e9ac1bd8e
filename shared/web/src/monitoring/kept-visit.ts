import { useEffect, useState } from 'preact/hooks';
import { at } from '../common/api';
import { type Loaded, useDesk, useLoaded } from '../common/desk';
import type { Visit } from './api';
import { useBodies } from './bodies';
import { type KeptVisit, notebook } from './notebook';

export interface SeenVisit {
  visit: Visit;
  /** The name of its body. */
  body: string;
  /** When it was last seen, in milliseconds since 1970, where it comes from this device. */
  since?: number;
}

const OVER: Visit['state'][] = ['DONE', 'CANCELLED'];

/** A visit as the server has it; without a network as it was last seen on this device. */
export function useVisit(id: string, official: (visit: Visit) => boolean): [Loaded<SeenVisit>, () => void] {
  const { claims } = useDesk();
  const { all, nameOf } = useBodies();
  const [loaded, again] = useLoaded(at('/visits/{visit}', { visit: id }));
  const [kept, setKept] = useState<KeptVisit>();
  useEffect(() => {
    if (loaded.at === 'here') {
      const seen = { sub: claims.sub, id, visit: loaded.value, body: nameOf(loaded.value.body), at: Date.now() };
      // What was seen stays on the page when the next look fails: its forms are not taken away under whoever types.
      setKept(seen);
      if (official(loaded.value)) {
        void keep(seen).catch(() => undefined);
      }
    } else if (loaded.at === 'unreachable' && kept?.id !== id) {
      void notebook()
        .then((pages) => pages.visit(claims.sub, id))
        .then(setKept, () => undefined);
    }
  }, [loaded, all.length]);
  useEffect(() => {
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, []);
  if (loaded.at === 'here') {
    return [{ at: 'here', value: { visit: loaded.value, body: nameOf(loaded.value.body) } }, again];
  }
  if (loaded.at === 'unreachable' && kept?.id === id) {
    return [{ at: 'here', value: { visit: kept.visit, body: kept.body, since: kept.at } }, again];
  }
  return [loaded as Loaded<SeenVisit>, again];
}

/** A visit that is over is kept no longer. */
async function keep(seen: KeptVisit): Promise<void> {
  const pages = await notebook();
  return OVER.includes(seen.visit.state) ? pages.forgetVisit(seen.sub, seen.id) : pages.keepVisit(seen);
}
