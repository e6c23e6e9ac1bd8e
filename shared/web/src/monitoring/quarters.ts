/** A quarter that a plan touches. */
export interface Quarter {
  /** Such as `2027-Q1`. */
  id: string;
  /** Such as `2027-01`. */
  months: string[];
  /** Whether it lies wholly inside, so that it needs a visit (¶9). */
  whole: boolean;
}

/** The last day of a plan that goes over a whole year (¶10): the day before the same day a year later, or the last of February. */
export function yearFrom(from: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || Number.isNaN(Date.parse(from))) {
    return null;
  }
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const same = new Date(Date.UTC(year + 1, month - 1, day));
  const exists = same.getUTCMonth() === month - 1;
  return new Date(exists ? same.getTime() - 86_400_000 : Date.UTC(year + 1, month, 0)).toISOString().slice(0, 10);
}

/** The quarters from one day to another, both included; none where the days are none. */
export function quartersOf(from: string, to: string): Quarter[] {
  const quarters: Quarter[] = [];
  if (yearFrom(from) === null || yearFrom(to) === null) {
    return quarters;
  }
  const first = new Date(`${from}T00:00:00Z`);
  let start = new Date(Date.UTC(first.getUTCFullYear(), Math.floor(first.getUTCMonth() / 3) * 3, 1));
  while (dayOf(start) <= to && quarters.length < 8) {
    const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
    const after = new Date(Date.UTC(year, month + 3, 1));
    quarters.push({
      id: `${year}-Q${month / 3 + 1}`,
      months: [0, 1, 2].map((more) => dayOf(new Date(Date.UTC(year, month + more, 1))).slice(0, 7)),
      whole: dayOf(start) >= from && dayOf(new Date(after.getTime() - 86_400_000)) <= to,
    });
    start = after;
  }
  return quarters;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The quarters that need a visit and have none. */
export function emptyQuarters(quarters: Quarter[], items: { quarter: string }[]): string[] {
  return quarters.filter(({ id, whole }) => whole && !items.some(({ quarter }) => quarter === id)).map(({ id }) => id);
}

/** The quarters that are over on a day, the latest first, not before the first that is reported. */
export function quartersBefore(day: string, most = 12): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const current = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: most }, (_, back) => current - 1 - back)
    .map((number) => `${Math.floor(number / 4)}-Q${(number % 4) + 1}`)
    .filter((quarter) => quarter >= FIRST_REPORTED);
}

/** The first quarter that began after the order was signed on 29.05.2023. */
const FIRST_REPORTED = '2023-Q3';
