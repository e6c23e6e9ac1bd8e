import { afterEach, expect, test, vi } from 'vitest';
import { claimOf, type Permit, put } from '../src/common/upload';
import { keyOf } from '../src/reports/sending';

const PERMIT: Permit = {
  url: 'https://uploads.example/reports/1',
  method: 'PUT',
  headers: { 'content-type': 'text/csv', 'if-none-match': '*' },
  expires: '2026-01-12T12:15:00+05:00',
};

afterEach(() => vi.unstubAllGlobals());

test('a file is claimed with its size and its checksum in base64', async () => {
  expect(await claimOf(new File([], 'empty.csv'))).toEqual({
    fileName: 'empty.csv',
    bytes: 0,
    sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  });
});

test('the same file sent again for the same has the same key, and a new attempt another', async () => {
  const claim = await claimOf(new File(['a'], 'a.csv'));
  const key = await keyOf('send', 'min-digital appendix-7 2025', claim, 1);
  expect(await keyOf('send', 'min-digital appendix-7 2025', { ...claim }, 1)).toBe(key);
  expect(await keyOf('send', 'min-digital appendix-7 2025', claim, 2)).not.toBe(key);
  expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test('however long its name, a file that is checked, sent, another one or of another report has another key', async () => {
  const claim = await claimOf(new File(['a'], `${'Айлық есеп annex '.repeat(9)}.xlsx`));
  const keys = await Promise.all([
    keyOf('check', 'min-digital appendix-7 2025', claim, 1),
    keyOf('send', 'min-digital appendix-7 2025', claim, 1),
    keyOf('send', 'min-digital appendix-7 2024', claim, 1),
    keyOf('scan', 'report-1', claim, 1),
    keyOf('scan', 'report-2', claim, 1),
    keyOf('scan', 'report-2', { ...claim, bytes: 2 }, 1),
    keyOf('scan', 'report-2', { ...claim, fileName: claim.fileName.replace('А', 'О') }, 1),
    keyOf('scan', 'report-2', { ...claim, sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' }, 1),
  ]);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a file is put with exactly the headers of its permit, and without a login', async () => {
  const fetched = vi.fn(async (_url: string, _asked: RequestInit) => new Response(null, { status: 200 }));
  vi.stubGlobal('fetch', fetched);
  expect((await put(PERMIT, new File(['a'], 'a.csv'))).kind).toBe('answered');
  expect(fetched.mock.calls[0]?.[0]).toBe(PERMIT.url);
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: 'PUT', headers: PERMIT.headers, credentials: 'omit' });
});

test('a file that is there already has come; one that did not arrive can go again', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 412 }));
  expect((await put(PERMIT, new File(['a'], 'a.csv'))).kind).toBe('answered');
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('network')));
  expect((await put(PERMIT, new File(['a'], 'a.csv'))).kind).toBe('unreachable');
});
