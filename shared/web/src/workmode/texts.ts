import { speaking } from '../common/texts';
import en from '../texts/en/workmode.json';
import kk from '../texts/kk/workmode.json';
import ru from '../texts/ru/workmode.json';

export type WorkmodeKey = keyof typeof kk;
export const useWorkmodeTexts = speaking<WorkmodeKey>({ kk, ru, en });
