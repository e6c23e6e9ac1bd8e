import type { DayHours, Values } from './api';

/** How many months flexible time may last (No. 120, ¶18). */
export const MONTHS = 6;

/**
 * The last day that a period from this day on may have, as the server counts it: by the setting `month_end` the day before the same
 * day number or that number itself; where there is no such day, the last of the month. Null for what is no day.
 */
export function lastAllowed(from: string, monthEnd: NonNullable<Values['month_end']>): string | null {
  return lastOfMonths(from, MONTHS, monthEnd);
}

/** The last day to which a period that now ends on this day may be extended at once (No. 120, ¶18), as the server counts it. */
export function lastExtended(lastDay: string, { extensionMonths = MONTHS, month_end = 'DAY_BEFORE' }: Values) {
  const next = new Date(Date.parse(lastDay) + 86_400_000);
  return Number.isNaN(next.getTime())
    ? null
    : lastOfMonths(next.toISOString().slice(0, 10), extensionMonths, month_end);
}

function lastOfMonths(from: string, months: number, monthEnd: NonNullable<Values['month_end']>): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(from);
  if (found === null || Number.isNaN(Date.parse(from))) {
    return null;
  }
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const exists = day <= lastOfMonth.getUTCDate();
  const same = new Date(Date.UTC(year, month - 1 + months, day));
  const last = !exists ? lastOfMonth : monthEnd === 'SAME_DAY' ? same : new Date(same.getTime() - 86_400_000);
  return last.toISOString().slice(0, 10);
}

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const DAY_MINUTES = 1_440;

/** Minutes since midnight of `09:30`; null for what is no time. `24:00` is one only as an end. */
export function minutesOf(time: string, end = false): number | null {
  if (end && time === '24:00') {
    return DAY_MINUTES;
  }
  const found = TIME.exec(time);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}

/** Minutes of work without the break; an end that is not after the start is the next day's. Null where the break is not said. */
export function netMinutes({ start, end, breakFrom = '', breakTo = '' }: DayHours): number | null {
  const times = [minutesOf(start), minutesOf(end, true), minutesOf(breakFrom), minutesOf(breakTo, true)];
  const [begins, ends, breaks, goesOn] = times;
  if (begins == null || ends == null || breaks == null || goesOn == null) {
    return null;
  }
  return between(begins, ends) - between(breaks, goesOn);
}

function between(one: number, other: number): number {
  return other > one ? other - one : other + DAY_MINUTES - one;
}
