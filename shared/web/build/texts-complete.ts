import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LANGUAGES = ['kk', 'ru', 'en'];

/** What is wrong with the text files, one line each: a key missing somewhere, an empty text, another set of `{values}`. */
export function textProblems(directory: string): string[] {
  const problems: string[] = [];
  const names = new Set(LANGUAGES.flatMap((language) => readdirSync(join(directory, language))));
  for (const name of names) {
    const bundles = LANGUAGES.map((language) => ({ language, texts: read(join(directory, language, name)) }));
    const keys = new Set(bundles.flatMap(({ texts }) => Object.keys(texts)));
    for (const key of keys) {
      const shapes = new Set<string>();
      for (const { language, texts } of bundles) {
        const text = texts[key];
        if (text === undefined || text.trim() === '') {
          problems.push(`${language}/${name} has no text for "${key}"`);
        } else {
          shapes.add([...new Set(text.match(/\{\w+\}/g))].sort().join());
        }
      }
      if (shapes.size > 1) {
        problems.push(`${name}: "${key}" takes different values in different languages (${[...shapes].join(' / ')})`);
      }
    }
  }
  return problems;
}

function read(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`Cannot read the texts ${file}`, { cause });
  }
}
