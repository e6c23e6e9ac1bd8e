import { expect, expectTypeOf, test } from 'vitest';
import { type Answer, at, type Body } from '../src/common/api';
import type { Desk } from '../src/common/desk';
import type { Reply } from '../src/common/http';

test('an address fills the path, and puts the rest into the query', () => {
  expect(at('/runs')).toBe('/runs');
  expect(at('/runs/{run}/scores/{body}', { run: 'r 1', body: 'min/digital' })).toBe('/runs/r%201/scores/min%2Fdigital');
  expect(at('/facts', { year: 2025, limit: 25, after: 'min-digital' })).toBe(
    '/facts?year=2025&limit=25&after=min-digital',
  );
  expect(at('/facts/{body}/{year}/history', { body: 'a', year: 2025, fact: 'exit.dismissed' })).toBe(
    '/facts/a/2025/history?fact=exit.dismissed',
  );
});

test('what is undefined or empty is left out of the query', () => {
  expect(at('/facts', { year: 2025, after: '' })).toBe('/facts?year=2025');
  expect(at('/facts.xlsx', { year: 2025, check: undefined })).toBe('/facts.xlsx?year=2025');
  expect(at('/facts.xlsx', { year: 2025, check: true })).toBe('/facts.xlsx?year=2025&check=true');
});

test('a route knows what it takes and answers, and an unknown one does not compile', () => {
  const desk = null as unknown as Pick<Desk, 'api'>;
  const asked = () => desk.api(at('/runs'), { method: 'POST', body: { year: 2025, kind: 'FINAL' } });
  expectTypeOf<ReturnType<typeof asked>>().toEqualTypeOf<Promise<Reply<{ id: string }>>>();
  expectTypeOf<Answer<'/bodies'>['bodies'][number]['headcount']>().toEqualTypeOf<number>();
  expectTypeOf<Body<'/surveys/{survey}/cancel', 'POST'>>().toEqualTypeOf<{ reason: string }>();
  // @ts-expect-error no such route
  at('/run');
  // @ts-expect-error the path lacks its body
  at('/runs/{run}/scores/{body}', { run: 'r' });
  // @ts-expect-error no such query
  at('/facts', { years: 2025 });
  // @ts-expect-error no such kind
  void (() => desk.api(at('/runs'), { method: 'POST', body: { year: 2025, kind: 'LAST' } }));
  expectTypeOf<Answer<'/runs/{run}', 'DELETE'>>().toBeNever();
});
