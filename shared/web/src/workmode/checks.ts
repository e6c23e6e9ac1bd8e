import type { FormError } from '../common/view';
import type { useWorkmodeTexts } from './texts';

type Say = ReturnType<typeof useWorkmodeTexts>;

/** What is missing of fields that must be filled in, each with the words that say so. */
export function missing<F extends string>(typed: Record<F, string>, words: Partial<Record<F, string>>): FormError[] {
  return (Object.entries(words) as [F, string][])
    .filter(([field]) => typed[field].trim() === '')
    .map(([field, message]) => ({ field, message }));
}

/** Number and day of a document, which every act and every change of one has. */
export function unsigned(typed: { number: string; signedOn: string }, t: Say): FormError[] {
  return missing(typed, { number: t('missing_number'), signedOn: t('missing_day') });
}
