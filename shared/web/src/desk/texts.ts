import { speaking } from '../common/texts';
import en from '../texts/en/desk.json';
import kk from '../texts/kk/desk.json';
import ru from '../texts/ru/desk.json';

export type DeskKey = keyof typeof kk;
export const useDeskTexts = speaking<DeskKey>({ kk, ru, en });
