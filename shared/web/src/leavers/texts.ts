import { speaking } from '../common/texts';
import en from '../texts/en/leavers.json';
import kk from '../texts/kk/leavers.json';
import ru from '../texts/ru/leavers.json';

export type LeaversKey = keyof typeof kk;
export const useLeaversTexts = speaking<LeaversKey>({ kk, ru, en });
