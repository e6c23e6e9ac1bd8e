import { useEffect, useRef } from 'preact/hooks';
import type { Form } from '../common/form/form';

/** What is typed over a version: that version is sent with it, however often the page was loaded anew since. */
export interface Over {
  version: number;
}

/**
 * Where nothing was typed, a form follows what stands. What was typed stays as it is, and what stands now is refused and shown
 * when it is sent.
 */
export function useFollowing<T extends Over>(form: Form<T>, standing: T): void {
  const before = useRef(standing);
  useEffect(() => {
    if (sameText(form.typed, before.current)) {
      form.forget(standing);
    }
    before.current = standing;
  }, [standing.version]);
}

function sameText<T extends Over>(one: T, other: T): boolean {
  return JSON.stringify({ ...one, version: 0 }) === JSON.stringify({ ...other, version: 0 });
}
