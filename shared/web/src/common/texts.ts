import { useCallback } from 'preact/hooks';
import en from '../texts/en/common.json';
import kk from '../texts/kk/common.json';
import ru from '../texts/ru/common.json';
import { type Language, useLanguage } from './language';

export type Values = Record<string, string | number>;
export type Bundles<K extends string> = Record<Language, Record<K, string>>;
export type Say<K extends string> = (key: K, values?: Values) => string;

/**
 * Puts `{values}` into a text; a value that is not given stays visible as its name, which a test notices. A value that ends with
 * a full stop, as Russian dates do, ends its sentence, too.
 */
export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}(\.?)/g, (name, key: string, stop: string) => {
    const value = String(values[key] ?? name.slice(0, key.length + 2));
    return value.endsWith('.') ? value : value + stop;
  });
}

/** A hook that speaks one page's texts in the reader's language. */
export function speaking<K extends string>(bundles: Bundles<K>): () => Say<K> {
  return () => {
    const language = useLanguage();
    return useCallback((key: K, values?: Values) => fill(bundles[language][key], values), [language]);
  };
}

export type CommonKey = keyof typeof kk;
export const useCommonTexts = speaking<CommonKey>({ kk, ru, en });
