import type { Survey } from '../survey/survey';

/** How many of a body must be enrolled, or have used a slip, for a result of its own; null where the survey asks for none. */
export function neededOf({ enrolledShare }: Pick<Survey, 'enrolledShare'>, headcount: number): number | null {
  // In whole numbers, so that 0.67 of 300 is 201 and not a hair more.
  return enrolledShare === undefined
    ? null
    : Math.ceil((Math.round(Number(enrolledShare) * 100_000) * headcount) / 100_000);
}
