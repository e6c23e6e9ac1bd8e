import type { CommonKey, Say } from './texts';

/**
 * Dates as people in Kazakhstan read them, in Almaty's time. The names of the months are ours: a browser without Kazakh would write "M11".
 */
export function showInstant(instant: string, say: Say<CommonKey>): string {
  const { year, month, day, hour, minute } = almaty(new Date(instant));
  return say('instant', { year, month: monthName(month, say), day, time: `${hour}:${minute}` });
}

/** A local date such as `2025-11-03`, with its year. */
export function showDate(date: string, say: Say<CommonKey>): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return say('date', { year, month: monthName(month, say), day: String(Number(day)) });
}

export function monthName(month: string, say: Say<CommonKey>): string {
  return say(`month_${Number(month)}` as CommonKey);
}

function almaty(instant: Date): { year: string; month: string; day: string; hour: string; minute: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Almaty',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return {
    year: part('year'),
    month: part('month'),
    day: String(Number(part('day'))),
    hour: part('hour'),
    minute: part('minute'),
  };
}
