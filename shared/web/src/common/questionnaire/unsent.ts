import { useEffect } from 'preact/hooks';

/** Asks before the page is left while answers would be lost; nobody is asked who hid the page to leave it at once. */
export function useUnsent(losable: boolean): void {
  useEffect(() => {
    if (!losable) {
      return undefined;
    }
    const hold = (event: BeforeUnloadEvent) => {
      if (!document.body.hidden) {
        event.preventDefault();
      }
    };
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [losable]);
}
