import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const NAME = /[/\\]texts[/\\](?:ru|en)[/\\]\w+\.json$/;
const MARK = '\0listed:';

/** In the built pages the Russian and English texts are lists in the order of the Kazakh ones. */
export function listedTexts(source: string): Plugin {
  return {
    name: 'listed-texts',
    enforce: 'pre',
    apply: 'build',
    resolveId(id, importer) {
      const file = importer === undefined ? id : resolve(dirname(importer), id);
      // Without its ending, so that nobody else reads it as JSON.
      return NAME.test(file) ? `${MARK}${file.slice(0, -'.json'.length)}` : null;
    },
    load(id) {
      if (!id.startsWith(MARK)) {
        return null;
      }
      const file = `${id.slice(MARK.length)}.json`;
      const first = file.replace(/[/\\](?:ru|en)(?=[/\\]\w+\.json$)/, '/kk');
      return codeOf(first, resolve(source, 'common/listed.ts'), listOf(read(first), read(file)));
    },
  };
}

/** The texts in the order of the other's keys; both have the same keys, which another check sees to. */
export function listOf(first: Record<string, string>, texts: Record<string, string>): (string | undefined)[] {
  return Object.keys(first).map((key) => texts[key]);
}

function codeOf(first: string, helper: string, texts: unknown[]): string {
  const of = (path: string) => JSON.stringify(path);
  return `import first from ${of(first)};\nimport { listed } from ${of(helper)};\nexport default /* @__PURE__ */ listed(first, ${JSON.stringify(texts)});\n`;
}

function read(file: string): Record<string, string> {
  return JSON.parse(readFileSync(file, 'utf8'));
}
