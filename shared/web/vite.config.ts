import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { listedTexts } from './build/listed-texts.ts';
import { pageWeight } from './build/page-weight.ts';
import { textProblems } from './build/texts-complete.ts';

/** A person on a slow phone network waits for every byte of these pages. */
const BUDGETS: Record<string, number> = { 'survey.html': 60_000, 'exit.html': 36_000 };

/** What the pages of respondents are made of beside their own folders. */
const RESPONDENTS_PAGES =
  /node_modules[/\\]preact|preload-helper|oxc-project|texts[/\\]\w+[/\\]common|src[/\\]common[/\\](?:questionnaire[/\\][^/\\]+|beginning|config|dates|encoding|http|language|listed|login|retry-timer|settling|slip-code|texts|view)\.tsx?$/;

function completeTexts(): Plugin {
  return {
    name: 'complete-texts',
    buildStart() {
      const problems = textProblems(resolve(import.meta.dirname, 'src/texts'));
      if (problems.length > 0) {
        this.error(problems.join('\n'));
      }
    },
  };
}

function lightPages(): Plugin {
  return {
    name: 'light-pages',
    writeBundle(_, bundle) {
      const built = Object.values(bundle).map((part) => ({
        fileName: part.fileName,
        content: part.type === 'chunk' ? part.code : part.source,
      }));
      for (const [page, budget] of Object.entries(BUDGETS)) {
        const { total, files } = pageWeight(page, built);
        this.info(`${page} with everything it loads: ${total} bytes gzipped of ${budget}`);
        if (total > budget) {
          this.error(`${page} is too heavy: ${files.map(([name, bytes]) => `${name} ${bytes}`).join(', ')}`);
        }
      }
    },
  };
}

/** The arithmetic asks for Node's crypto where it runs in Node; in a browser it has `crypto.getRandomValues`. */
function noNodeCrypto(): Plugin {
  return {
    name: 'no-node-crypto',
    enforce: 'pre',
    apply: 'build',
    resolveId: (id) => (id === 'crypto' ? '\0no-node-crypto' : null),
    load: (id) => (id === '\0no-node-crypto' ? 'export default {};' : null),
  };
}

export default defineConfig({
  base: './',
  plugins: [completeTexts(), listedTexts(resolve(import.meta.dirname, 'src')), noNodeCrypto(), lightPages()],
  build: {
    outDir: 'target/classes/pages',
    emptyOutDir: true,
    // Phones of civil servants are not always new.
    target: ['es2020', 'chrome87', 'safari14', 'firefox79'],
    // The Content-Security-Policy allows neither inline scripts nor data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: ['index.html', 'survey.html', 'exit.html', 'desk.html'],
      output: {
        assetFileNames: 'assets/[name]-[hash][extname]',
        // What respondents' pages share is one file: each further file is packed, and asked for, by itself.
        codeSplitting: { groups: [{ name: 'page', test: RESPONDENTS_PAGES }] },
      },
    },
  },
  // Blind signatures in plain JavaScript take seconds where other modules are being built beside.
  test: { include: ['test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
