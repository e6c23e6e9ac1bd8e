/**
 * A second tap must not answer the page that the first one led to. After every change of page or error summary pointers are ignored for half
 * a second. So is a press near the last one, where what was pressed has gone or moved: something else stands there that nobody aimed at.
 * Keyboards and assistive technology, whose clicks have a `detail` of 0, always get through.
 */

export const SETTLING_MS = 500;

/** How far apart two presses may be that were meant for the same place, in CSS pixels. */
const SAME_PLACE = 48;

/** What has moved by less is where it was, in CSS pixels. */
const MOVED = 4;

const CLASS = 'settling';

/** What a press can work. */
const CONTROL = 'a, button, input, select, textarea, summary, [role="button"]';

/** Whatever must work at once, such as the way off a page that somebody else must not see. */
const ALWAYS = '[data-at-once]';

/** A press or click, as far as it matters here. `at` is in milliseconds of `performance.now()`. */
export interface Press {
  at: number;
  x: number;
  y: number;
  atOnce: boolean;
}

/** Whether a press counts, where the page stands still from `openFrom` on. `last` is the press before it, if what it pressed has gone since. */
export function counts(press: Press, openFrom: number, last: Press | null): boolean {
  return (
    (press.atOnce || press.at >= openFrom) &&
    !(last !== null && press.at - last.at < SETTLING_MS && distance(press, last) <= SAME_PLACE)
  );
}

function distance(one: Press, other: Press): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

let openFrom = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The page has changed: pointers are ignored until half a second after it was painted. */
export function settle(): void {
  hold();
  requestAnimationFrame(hold);
}

function hold(): void {
  openFrom = performance.now() + SETTLING_MS;
  document.documentElement.classList.add(CLASS);
  clearTimeout(timer);
  timer = setTimeout(release, SETTLING_MS);
}

function release(): void {
  const left = openFrom - performance.now();
  if (left > 0) {
    timer = setTimeout(release, left);
  } else {
    document.documentElement.classList.remove(CLASS);
  }
}

/** Watches all presses of this page, before anything else hears of them. */
export function guardPresses(): void {
  let last: { press: Press; stands: () => boolean } | null = null;
  let underway: { press: Press; counts: boolean } | null = null;
  const judged = (press: Press) => counts(press, openFrom, last === null || last.stands() ? null : last.press);
  const begin = (event: PointerEvent) => {
    const press = pressOf(event);
    underway = { press, counts: judged(press) };
    if (underway.counts) {
      last = { press, stands: standing(controlOf(event.target)) };
    } else {
      ignore(event);
    }
  };
  const go = (event: MouseEvent) => {
    if (event.detail === 0) {
      return;
    }
    // A press that began before the page changed was meant for the page before. What assistive technology presses may have had no beginning.
    const press = underway?.press ?? pressOf(event);
    const fine = underway === null ? judged(press) : underway.counts && (press.atOnce || press.at >= openFrom);
    underway = null;
    if (!fine) {
      ignore(event);
    }
  };
  const meanwhile = (event: MouseEvent) => {
    if (underway?.counts === false) {
      ignore(event);
    }
  };
  addEventListener('pointerdown', begin, true);
  addEventListener('pointercancel', () => (underway = null), true);
  for (const type of ['mousedown', 'pointerup', 'mouseup'] as const) {
    addEventListener(type, meanwhile, true);
  }
  for (const type of ['click', 'auxclick', 'dblclick'] as const) {
    addEventListener(type, go, true);
  }
}

function pressOf(event: MouseEvent): Press {
  return {
    at: event.timeStamp,
    x: event.clientX,
    y: event.clientY,
    atOnce: event.target instanceof Element && event.target.closest(ALWAYS) !== null,
  };
}

function controlOf(target: EventTarget | null): Element | null {
  const element = target instanceof Element ? target : null;
  return element?.closest('label')?.control ?? element?.closest(CONTROL) ?? null;
}

/** Whether a control is still where it is now. Scrolling moves nothing: whoever scrolls sees what comes. */
function standing(control: Element | null): () => boolean {
  const top = control === null ? 0 : topOf(control);
  return () => control === null || (control.isConnected && Math.abs(topOf(control) - top) < MOVED);
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top + scrollY;
}

function ignore(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
