import { monthName } from './dates';
import type { CommonKey, Say } from './texts';

/** A local date such as `2025-11-03`, without its year. */
export function showDay(date: string, say: Say<CommonKey>): string {
  const [, month = '', day = ''] = date.split('-');
  return say('day', { day: String(Number(day)), month: monthName(month, say) });
}
