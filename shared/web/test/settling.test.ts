import { describe, expect, it } from 'vitest';
import { counts, type Press, SETTLING_MS } from '../src/common/settling';

const at = (time: number, more: Partial<Press> = {}): Press => ({ at: time, x: 100, y: 100, atOnce: false, ...more });

describe('a press', () => {
  it('counts on a page that stands still', () => {
    expect(counts(at(1000), 0, null)).toBe(true);
  });

  it.each([60, 100, 150, 300, 480, 499])('is ignored %d ms after the page has changed', (after) => {
    const changed = 1000;
    expect(counts(at(changed + after), changed + SETTLING_MS, null)).toBe(false);
  });

  it('counts half a second after the page has changed', () => {
    expect(counts(at(1500), 1000 + SETTLING_MS, null)).toBe(true);
  });

  it('is ignored where the page changed after it had begun', () => {
    expect(counts(at(990), 1000 + SETTLING_MS, null)).toBe(false);
  });

  it('works at once what must work at once', () => {
    expect(counts(at(1010, { atOnce: true }), 1000 + SETTLING_MS, null)).toBe(true);
  });

  it.each([60, 100, 150, 300, 480])(
    'is ignored %d ms after another at its place, where that has put something else there',
    (after) => {
      expect(counts(at(1000 + after, { y: 110 }), 0, at(1000))).toBe(false);
      expect(counts(at(1000 + after, { y: 110, atOnce: true }), 0, at(1000))).toBe(false);
    },
  );

  it('counts elsewhere, and later, although the last has put something else at its place', () => {
    expect(counts(at(1100, { y: 300 }), 0, at(1000))).toBe(true);
    expect(counts(at(1500), 0, at(1000))).toBe(true);
  });
});
