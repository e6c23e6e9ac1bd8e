import en from '../texts/en/months.json';
import kk from '../texts/kk/months.json';
import ru from '../texts/ru/months.json';
import { type Say, speaking } from './texts';

export type MonthKey = keyof typeof kk;
export const useMonthTexts = speaking<MonthKey>({ kk, ru, en });

/** A month without a day, by its number from 1: in Russian its name is another than within a date. */
export function monthAlone(month: string | number, say: Say<MonthKey>): string {
  return say(`name_${Number(month)}` as MonthKey);
}

/** A month of a year, such as `2026-11`. */
export function monthOfYear(month: string, say: Say<MonthKey>): string {
  const [year = '', number = ''] = month.split('-');
  return say('of_year', { year, month: monthAlone(number, say) });
}
