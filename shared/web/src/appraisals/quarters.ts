/** A quarter such as `2026-Q1`. */

/** The one that ended last before a local date. */
export function endedBefore(today: string): string {
  const year = Number(today.slice(0, 4));
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
  return quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`;
}

/** The last so many quarters up to one, the newest first. */
export function quartersTo(last: string, count: number): string[] {
  const [year = 0, quarter = 1] = last.split('-Q').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const number = year * 4 + quarter - 1 - back;
    return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`;
  });
}
