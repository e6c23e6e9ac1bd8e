import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

const MOST_LINES = 80;
const root = join(import.meta.dirname, '..');

interface Node {
  type: string;
  start: number;
  end: number;
  id?: { name?: string } | null;
}

/** Functions of a source that are longer than so many lines, by name; Biome's own rule does not count the lines of JSX. */
function longFunctions(file: string, text: string, most: number): string[] {
  const found: string[] = [];
  const walk = (node: unknown, name: string): void => {
    if (Array.isArray(node)) {
      for (const each of node) {
        walk(each, name);
      }
    } else if (typeof node === 'object' && node !== null) {
      const { type, start, end, id } = node as Node;
      const own = id?.name ?? name;
      const lines = text.slice(start, end).split('\n').length;
      if (/Function(Declaration|Expression)$/.test(type) && lines > most) {
        found.push(`${file} ${own} ${lines}`);
      }
      for (const part of Object.values(node)) {
        walk(part, own);
      }
    }
  };
  walk(parseSync(file, text).program, '');
  return found;
}

test('a function is as long as its lines, those of its tags among them', () => {
  const text = 'export function Long() {\n  return (\n    <p>\n      a\n    </p>\n  );\n}\nconst short = () => 1;\n';
  expect(longFunctions('a.tsx', text, 6)).toEqual(['a.tsx Long 7']);
  expect(longFunctions('a.tsx', text, 7)).toEqual([]);
});

test('no function of the pages is longer than a screen', () => {
  const found = ['src', 'build'].flatMap((folder) =>
    (readdirSync(join(root, folder), { recursive: true }) as string[])
      .filter((name) => /\.tsx?$/.test(name))
      .flatMap((name) => longFunctions(name, readFileSync(join(root, folder, name), 'utf8'), MOST_LINES)),
  );
  expect(found).toEqual([]);
});
