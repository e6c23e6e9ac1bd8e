import type { Language } from '../common/language';
import { speaking } from '../common/texts';
import en from '../texts/en/home.json';
import kk from '../texts/kk/home.json';
import ru from '../texts/ru/home.json';

export type HomeKey = keyof typeof kk;
export const useHomeTexts = speaking<HomeKey>({ kk, ru, en });

const BUNDLES: Record<Language, Record<string, string>> = { kk, ru, en };

/** What a kind of document is called; its own name where nobody has given it one. */
export function kindName(kind: string, language: Language): string {
  return BUNDLES[language][`kind_${kind}`] ?? kind;
}

/** What is to be done about a document of a kind. */
export function turnName(kind: string, event: string, language: Language): string {
  return BUNDLES[language][`turn_${kind}_${event}`] ?? event;
}

/** Who holds an office; a person is called by what the login calls them. */
export function ownerName(owner: string, language: Language): string {
  const [kind = '', ...rest] = owner.split(':');
  return kind === 'person' ? rest.join(':') : (BUNDLES[language][`owner_${kind}`] ?? owner);
}
