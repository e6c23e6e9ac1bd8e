import type { Schema } from '../common/api';

type Overtime = Pick<Schema<'Overtime'>, 'from' | 'to' | 'months' | 'units' | 'total'>;

export const MEASURES = ['weekday', 'weekdayAuthorised', 'weekend', 'weekendAuthorised'] as const;
export type Measure = (typeof MEASURES)[number];

/** All months from the first to the last, also those of which nothing was counted. */
export function monthsOf({ from, to }: Pick<Overtime, 'from' | 'to'>): string[] {
  const months: string[] = [];
  const [year = 0, month = 1] = from.split('-').map(Number);
  for (let more = 0; more < 24 && (months.at(-1) ?? '') < to; more++) {
    months.push(new Date(Date.UTC(year, month - 1 + more, 1)).toISOString().slice(0, 7));
  }
  return months;
}

/**
 * A row for each unit and a last one for the body, a column for each month and a last one for all of them. The totals are the
 * server's own: sums of rounded lines would not be exact.
 */
export function mapOf(overtime: Overtime, measure: Measure, whole: string) {
  const months = monthsOf(overtime);
  const counted = new Map(overtime.months.map((month) => [month.month, month]));
  const rows = overtime.units.map((unit) => ({
    id: `unit ${unit.unit}`,
    name: unit.unit,
    values: [
      ...months.map((month) => counted.get(month)?.units.find((each) => each.unit === unit.unit)?.[measure] ?? null),
      unit[measure],
    ],
  }));
  // The scale is that of a unit's months; sums are darker than all of them.
  const high = Math.max(1, ...rows.flatMap(({ values }) => values.slice(0, -1).map(Number)));
  const body = {
    id: 'body',
    name: whole,
    values: [...months.map((month) => counted.get(month)?.total[measure] ?? null), overtime.total[measure]],
  };
  return { rows: [...rows, body], high };
}

/** The year of the last month that was counted; null where none was. */
export function lastYearOf(months: { month: string }[]): string | null {
  return months
    .map(({ month }) => month.slice(0, 4))
    .reduce<string | null>((last, year) => (last === null || year > last ? year : last), null);
}

/** The first and the last month of so many years until one. */
export function yearsUntil(year: number, years: number): { from: string; to: string } {
  return { from: `${year - years + 1}-01`, to: `${year}-12` };
}

/** One person's own working times, as they followed each other: `11:00–20:30 (12)`. */
export function timesOf(schedule: { start: string; end: string; act?: string | undefined }[]): string {
  const all = schedule.map(({ start, end, act }) => `${start}–${end}${act === undefined ? '' : ` (${act})`}`);
  return all.filter((time, index) => time !== all[index - 1]).join(', ');
}
