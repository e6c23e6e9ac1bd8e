import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listOf } from '../build/listed-texts.ts';
import { textProblems } from '../build/texts-complete.ts';
import { listed } from '../src/common/listed';
import { fill } from '../src/common/texts';

const sources = join(import.meta.dirname, '../src');
const texts = join(sources, 'texts');

test('every text exists in kk, ru and en, with the same values', () => {
  expect(textProblems(texts)).toEqual([]);
});

test('a value that ends with a full stop ends its sentence, too', () => {
  expect(fill('До {on}. Осталось дней: {n}.', { on: '7 декабря 2026 г.', n: 7 })).toBe(
    'До 7 декабря 2026 г. Осталось дней: 7.',
  );
  expect(fill('{name} ({on}).', { on: '2026 г.' })).toBe('{name} (2026 г.).');
});

test('a missing key, an empty text and another value are found', () => {
  const directory = mkdtempSync(join(tmpdir(), 'texts-'));
  const put = (language: string, content: object) => {
    mkdirSync(join(directory, language));
    writeFileSync(join(directory, language, 'a.json'), JSON.stringify(content));
  };
  put('kk', { one: 'бір', two: '{n} екі', three: 'үш' });
  put('ru', { one: 'один', two: '{m} два', three: '' });
  put('en', { two: '{n} two', three: 'three' });
  expect(textProblems(directory)).toEqual([
    'en/a.json has no text for "one"',
    'a.json: "two" takes different values in different languages ({n} / {m})',
    'ru/a.json has no text for "three"',
  ]);
});

test('no text is left that no page says', () => {
  const code = (readdirSync(sources, { recursive: true }) as string[])
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(sources, name), 'utf8'))
    .join('\n');
  // `sending_${step}` stands for every key that begins so.
  const beginnings = [...code.matchAll(/`(\w+_)\$\{/g)].map(([, beginning]) => beginning!);
  for (const name of readdirSync(join(texts, 'en'))) {
    const keys = Object.keys(JSON.parse(readFileSync(join(texts, 'en', name), 'utf8')));
    expect(
      keys.filter((key) => !code.includes(`'${key}'`) && !beginnings.some((beginning) => key.startsWith(beginning))),
    ).toEqual([]);
  }
});

test('Kazakh texts use Kazakh letters only: no Latin look-alike hides in a word', () => {
  for (const language of ['kk', 'ru']) {
    for (const name of readdirSync(join(texts, language))) {
      const bundle: Record<string, string> = JSON.parse(readFileSync(join(texts, language, name), 'utf8'));
      const mixed = Object.values(bundle).flatMap(
        (text) => text.match(/[A-Za-z]+[а-яёәіңғүұқөһ]+|[а-яёәіңғүұқөһ]+[A-Za-z]+/gi) ?? [],
      );
      expect(mixed).toEqual([]);
    }
  }
});

test('a list in the order of the Kazakh texts becomes the texts again', () => {
  for (const name of readdirSync(join(texts, 'kk'))) {
    const [kk, ru] = ['kk', 'ru'].map((language) => JSON.parse(readFileSync(join(texts, language, name), 'utf8')));
    expect(listed(kk, listOf(kk, ru) as string[])).toEqual(ru);
  }
});

/** The codes of the warnings that the contract names, and whether the answer says them in words itself. */
function warnings(): { code: string; said: boolean }[] {
  const lines = readFileSync(join(import.meta.dirname, '../openapi.yaml'), 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (!/^ +(warnings|\w*Warning):$/.test(line)) {
      return [];
    }
    const indent = line.search(/\S/);
    const end = lines.findIndex((other, n) => n > at && other.trim() !== '' && other.search(/\S/) <= indent);
    const part = lines.slice(at, end).join('\n');
    const codes = /code:(?:\s|\{|type: string,)*enum: \[([^\]]+)\]/.exec(part)?.[1]?.split(', ') ?? [];
    return codes.map((code) => ({ code, said: /^ +text:$/m.test(part) }));
  });
}

test('every warning is said in words, by its answer or by a page', () => {
  const found = warnings();
  expect(found.map(({ code }) => code)).toEqual(
    expect.arrayContaining([
      'NOT_SIGNED',
      'ASSESSOR_DECIDES',
      'NO_SESSION',
      'NOT_SENT_IN_ADVANCE',
      'EQUIPMENT_MISSING',
    ]),
  );
  const keys = readdirSync(join(texts, 'kk')).flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(join(texts, 'kk', file), 'utf8')) as object),
  );
  expect(found.filter(({ code, said }) => !said && !keys.includes(`warning_${code}`))).toEqual([]);
});
