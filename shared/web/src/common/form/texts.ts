import en from '../../texts/en/form.json';
import kk from '../../texts/kk/form.json';
import ru from '../../texts/ru/form.json';
import { speaking } from '../texts';

export type FormKey = keyof typeof kk;
export const useFormTexts = speaking<FormKey>({ kk, ru, en });
