import { speaking } from '../common/texts';
import en from '../texts/en/exit.json';
import kk from '../texts/kk/exit.json';
import ru from '../texts/ru/exit.json';

export type ExitKey = keyof typeof kk;
export const useExitTexts = speaking<ExitKey>({ kk, ru, en });
