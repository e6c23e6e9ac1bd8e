import { useEffect } from 'preact/hooks';
import { kept } from './kept';
import { useExitTexts } from './texts';

/** Nothing of the network is needed for it, and it looks like nothing. */
const NEUTRAL = 'about:blank';
const KEY = 'Escape';
const TIMES = 3;
const WITHIN_MS = 2_000;

/** Erases what is on the device and is gone, with no way back by the browser's button. */
export function leave(): void {
  document.body.hidden = true;
  kept.eraseAll();
  sessionStorage.clear();
  location.replace(NEUTRAL);
}

/** Somebody looks over the shoulder: one press, or three times Escape. */
export function LeaveThisPage() {
  const t = useExitTexts();
  useEffect(() => {
    let pressed: number[] = [];
    const listen = (event: KeyboardEvent) => {
      const now = Date.now();
      pressed = event.key === KEY ? [...pressed, now].filter((at) => now - at < WITHIN_MS) : [];
      if (pressed.length >= TIMES) {
        leave();
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return (
    <div class="leave">
      <button
        id="leave"
        type="button"
        class="button button-danger"
        aria-describedby="leave-hint"
        data-at-once
        onClick={leave}
      >
        {t('leave')}
      </button>
      <span id="leave-hint" class="hidden">
        {t('leave_hint')}
      </span>
    </div>
  );
}
