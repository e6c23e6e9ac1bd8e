import { speaking } from '../common/texts';
import en from '../texts/en/reports.json';
import kk from '../texts/kk/reports.json';
import ru from '../texts/ru/reports.json';

export type ReportsKey = keyof typeof kk;
export const useReportsTexts = speaking<ReportsKey>({ kk, ru, en });
