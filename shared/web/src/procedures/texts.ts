import { speaking } from '../common/texts';
import en from '../texts/en/procedures.json';
import kk from '../texts/kk/procedures.json';
import ru from '../texts/ru/procedures.json';

export type ProceduresKey = keyof typeof kk;
export const useProceduresTexts = speaking<ProceduresKey>({ kk, ru, en });
