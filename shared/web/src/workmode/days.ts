import type { ScheduleDay } from './api';
import { minutesOf } from './period';

const DAY_MINUTES = 1_440;

/** The month so many months from one: `2026-11` and 2 give `2027-01`. */
export function monthBeside(month: string, by: number): string {
  const [year = '', number = ''] = month.split('-');
  return new Date(Date.UTC(Number(year), Number(number) - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The last day of a month. */
export function lastOf(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return new Date(Date.UTC(Number(year), Number(number), 0)).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: string): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** A part of a day in percent of its 24 hours. */
export interface Bar {
  from: number;
  width: number;
  kind: 'work' | 'break';
}

/** What of its hours lies on the day itself: a shift over midnight goes on to the right edge. */
export function barsOf({ start = '', end = '', breakFrom = '', breakTo = '' }: Partial<ScheduleDay>): Bar[] {
  const work = barOf(start, end, 'work');
  const rest = barOf(breakFrom, breakTo, 'break');
  return work === null ? [] : rest === null ? [work] : [work, rest];
}

function barOf(start: string, end: string, kind: Bar['kind']): Bar | null {
  const from = minutesOf(start);
  const to = minutesOf(end, true);
  if (from === null || to === null) {
    return null;
  }
  const until = to > from ? to : DAY_MINUTES;
  return { from: (from / DAY_MINUTES) * 100, width: ((until - from) / DAY_MINUTES) * 100, kind };
}
