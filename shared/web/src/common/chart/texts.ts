import en from '../../texts/en/chart.json';
import kk from '../../texts/kk/chart.json';
import ru from '../../texts/ru/chart.json';
import { speaking } from '../texts';

export type ChartKey = keyof typeof kk;
export const useChartTexts = speaking<ChartKey>({ kk, ru, en });
