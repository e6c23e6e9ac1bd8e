import { speaking } from '../common/texts';
import en from '../texts/en/scoring.json';
import kk from '../texts/kk/scoring.json';
import ru from '../texts/ru/scoring.json';

export type ScoringKey = keyof typeof kk;
export const useScoringTexts = speaking<ScoringKey>({ kk, ru, en });
