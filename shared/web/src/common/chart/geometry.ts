/** A part of an axis; `from` may be the greater end. */
export interface Span {
  from: number;
  to: number;
}

/** The axis that all spans and zero fit on; at least as long as `least`. */
export function axisOf(spans: Span[], least = 1): Span {
  const ends = spans.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(0, ...ends);
  return { from: low, to: Math.max(low + least, 0, ...ends) };
}

/** Where a span lies on an axis, in percent of its length: attributes of a drawing, since the pages carry no inline styles. */
export function placeOf({ from, to }: Span, axis: Span): { x: string; width: string } {
  const percent = (length: number) => `${(100 * length) / (axis.to - axis.from)}%`;
  return { x: percent(Math.min(from, to) - axis.from), width: percent(Math.abs(to - from)) };
}

export function pointOn(value: number, axis: Span): string {
  return placeOf({ from: value, to: value }, axis).x;
}

/** A step of a waterfall: what is gained, or below zero taken away, and the most it could be. */
export interface Step {
  points: string;
  /** Null where nothing says. */
  maximum: string | null;
}

export interface PlacedStep {
  value: Span;
  /** From where the value begins to the most it could be. */
  most: Span | null;
}

/** What is gained is laid end to end to the right of zero, what is taken away to the left of it. */
export function waterfallOf(steps: Step[]): PlacedStep[] {
  let gained = 0;
  let taken = 0;
  return steps.map(({ points, maximum }) => {
    const less = Number(points) < 0 || Number(maximum ?? 0) < 0;
    const from = less ? taken : gained;
    const to = from + Number(points);
    if (less) {
      taken = to;
    } else {
      gained = to;
    }
    return { value: { from, to }, most: maximum === null ? null : { from, to: from + Number(maximum) } };
  });
}

/** On which side of zero a part of a whole is laid. */
export type Side = 'left' | 'right';

/**
 * The parts of a whole as shares of it, in percent: those on the left end at zero, the last of them beside it; those on the
 * right begin there. Null where there is no whole.
 */
export function sharesOf(counts: number[], sides: Side[]): Span[] | null {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  if (whole === 0) {
    return null;
  }
  const shares = counts.map((count) => (100 * count) / whole);
  let end = 0 - shares.reduce((sum, share, index) => sum + (sides[index] === 'left' ? share : 0), 0);
  return shares.map((share) => {
    const span = { from: end, to: end + share };
    end = span.to;
    return span;
  });
}

/** How many shades a heat map has, the palest first. */
export const SHADES = 6;

/** Which shade a value has, where the lowest and the highest are known; the palest where they are the same. */
export function shadeOf(value: number, low: number, high: number): number {
  return high <= low ? 0 : Math.min(SHADES - 1, Math.max(0, Math.floor(((value - low) / (high - low)) * SHADES)));
}

/** The least of 1, 2 and 5 times a power of ten that is not below a value. */
export function roundUp(value: number): number {
  if (value <= 1) {
    return 1;
  }
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((times) => times * power).find((round) => round >= value) ?? 10 * power;
}

/** A name in lines of words; the last line leaves room for the figure at its end. */
export function wrapped(name: string, length: number, room = 12): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return (lines.at(-1) ?? '').length > length - room ? [...lines, ''] : lines;
}
