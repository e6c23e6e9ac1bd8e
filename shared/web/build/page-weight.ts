import { gzipSync } from 'node:zlib';

/** A file of the build, as the bundler hands it to `writeBundle`. */
export interface Built {
  fileName: string;
  content: string | Uint8Array;
}

/** Bytes of every file a page can load, gzipped one by one: the page itself and all it names, directly or through others. */
export function pageWeight(page: string, built: Built[]): { total: number; files: [string, number][] } {
  const byName = new Map(built.map((file) => [file.fileName, file]));
  const reached = new Set<string>();
  const waiting = [page];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const file = byName.get(name);
    if (file === undefined || reached.has(name)) {
      continue;
    }
    reached.add(name);
    const text = typeof file.content === 'string' ? file.content : '';
    for (const other of byName.keys()) {
      const base = other.slice(other.lastIndexOf('/') + 1);
      if (!other.endsWith('.html') && text.includes(base)) {
        waiting.push(other);
      }
    }
  }
  const files = [...reached].map((name): [string, number] => [
    name,
    gzipSync(byName.get(name)!.content, { level: 9 }).length,
  ]);
  return { total: files.reduce((sum, [, bytes]) => sum + bytes, 0), files };
}
