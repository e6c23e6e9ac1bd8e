import { speaking } from '../common/texts';
import en from '../texts/en/people.json';
import kk from '../texts/kk/people.json';
import ru from '../texts/ru/people.json';

export type PeopleKey = keyof typeof kk;
export const usePeopleTexts = speaking<PeopleKey>({ kk, ru, en });
