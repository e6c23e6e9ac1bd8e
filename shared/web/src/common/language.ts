import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in the three languages, as the questionnaire and the directory carry it. */
export type Localised = Record<Language, string>;

const KEPT_AS = 'bagalau.language';

/** `?lang=` of the link, else the language chosen before, else the browser's, else Kazakh. */
export function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  const wanted = [asked, kept(), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())];
  return wanted.find(isLanguage) ?? 'kk';
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

export const LanguageContext = createContext<Language>('kk');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
