import { speaking } from '../common/texts';
import en from '../texts/en/monitoring.json';
import kk from '../texts/kk/monitoring.json';
import ru from '../texts/ru/monitoring.json';

export type MonitoringKey = keyof typeof kk;
export const useMonitoringTexts = speaking<MonitoringKey>({ kk, ru, en });
