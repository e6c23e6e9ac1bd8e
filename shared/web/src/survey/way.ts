/** The way through the survey, as the browser's history keeps it: also after a reload, "back" leads where the person came from. */

/** Where a person can go back to. */
export type Step =
  | { at: 'start' }
  /** `toCheck` where another right is wanted for answers that were already checked. */
  | { at: 'right'; toCheck?: boolean }
  | { at: 'body' }
  | { at: 'page'; page: number; question?: string; fromCheck?: boolean }
  | { at: 'check' };

const PLACES = ['start', 'right', 'body', 'page', 'check'];

export function isStep(value: unknown): value is Step {
  return PLACES.includes((value as Step | null)?.at ?? '');
}

/** The step that this entry of the history holds: after a reload it is where the person was. */
export function stepHere(): Step | null {
  return isStep(history.state) ? history.state : null;
}

export function goTo(step: Step): void {
  history.pushState(step, '');
}

/** Makes this entry of the history another step. */
export function stay(step: Step | null): void {
  history.replaceState(step, '');
}

/** The steps before a step and itself, as whoever leaves nothing out comes there. */
export function wayTo(step: Step, pages: number): Step[] {
  const upTo = (last: number): Step[] => Array.from({ length: last + 1 }, (_, page) => ({ at: 'page', page }));
  const begun: Step[] = [{ at: 'start' }, { at: 'right' }];
  switch (step.at) {
    case 'start':
      return [step];
    case 'right':
      return [{ at: 'start' }, step];
    case 'body':
      return [...begun, step];
    case 'page':
      return step.fromCheck ? [...begun, ...upTo(pages - 1), { at: 'check' }, step] : [...begun, ...upTo(step.page)];
    case 'check':
      return [...begun, ...upTo(pages - 1), step];
  }
}

/** Puts a whole way in the place of this entry of the history. */
export function layWay([first, ...others]: Step[]): void {
  stay(first!);
  others.forEach(goTo);
}
