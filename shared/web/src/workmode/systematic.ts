import type { FlexibleRow, Violation } from './api';

/** The violations that count towards a systematic one (No. 120, ¶21): confirmed, of this employee, on a day of the term. */
export function countedOf(violations: Violation[], { employee, from, to }: FlexibleRow): Violation[] {
  return violations.filter(
    (each) => each.employee === employee && each.state === 'CONFIRMED' && from <= each.date && each.date <= to,
  );
}
