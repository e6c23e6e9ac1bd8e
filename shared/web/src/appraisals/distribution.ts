import type { YearLine } from './api';
import { GRADES } from './grades';

/** How many of each unit have which grade, in the order of the grades; whoever has none counts nowhere. */
export function distributionOf(
  lines: YearLine[],
  unitOf: (employee: string) => string,
): { unit: string; counts: number[] }[] {
  const units = new Map<string, number[]>();
  for (const { employee, grade } of lines) {
    const index = GRADES.findIndex((each) => each.grade === grade);
    if (index >= 0) {
      const unit = unitOf(employee);
      const counts = units.get(unit) ?? GRADES.map(() => 0);
      counts[index]! += 1;
      units.set(unit, counts);
    }
  }
  return [...units].map(([unit, counts]) => ({ unit, counts }));
}
