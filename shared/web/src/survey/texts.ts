import { speaking } from '../common/texts';
import en from '../texts/en/survey.json';
import kk from '../texts/kk/survey.json';
import ru from '../texts/ru/survey.json';

export type SurveyKey = keyof typeof kk;
export const useSurveyTexts = speaking<SurveyKey>({ kk, ru, en });
