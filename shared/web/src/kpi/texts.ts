import { speaking } from '../common/texts';
import en from '../texts/en/kpi.json';
import kk from '../texts/kk/kpi.json';
import ru from '../texts/ru/kpi.json';

export type KpiKey = keyof typeof kk;
export const useKpiTexts = speaking<KpiKey>({ kk, ru, en });
