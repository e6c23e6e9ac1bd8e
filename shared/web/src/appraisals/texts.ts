import { speaking } from '../common/texts';
import en from '../texts/en/appraisals.json';
import kk from '../texts/kk/appraisals.json';
import ru from '../texts/ru/appraisals.json';

export type AppraisalsKey = keyof typeof kk;
export const useAppraisalTexts = speaking<AppraisalsKey>({ kk, ru, en });
