import { compare, showDecimal, showExact } from '../common/decimals';
import { type Language, useLanguage } from '../common/language';

/** Letters of a name that fit beside each other on the narrowest phone. */
const LINE = 32;
const LETTER_HEIGHT = 20;
const BAR_HEIGHT = 16;
const GAP = 18;

export interface ChartRow {
  id: string;
  name: string;
  /** Below zero where something is taken away. */
  points: string;
  /** The most that can be given, or, below zero, taken away; null where nothing says. */
  maximum: string | null;
}

/** Points beside their maximum, all on one scale; what is taken away lies left of the line at zero. A picture only: the table beside it says the same. Sized by attributes, since the pages may carry no inline styles. */
export function Chart({ rows, title }: { rows: ChartRow[]; title: string }) {
  const language = useLanguage();
  const place = scaleOf(rows);
  let top = 0;
  const drawn = rows.map((row) => {
    const lines = wrapped(row.name, LINE);
    const bar = top + lines.length * LETTER_HEIGHT;
    const placed = { ...row, lines, top, bar };
    top = bar + BAR_HEIGHT + GAP;
    return placed;
  });
  return (
    <svg class="chart" role="img" aria-label={title} width="100%" height={top}>
      {drawn.map(({ id, lines, points, maximum, top: from, bar }) => (
        <g key={id}>
          {lines.map((line, index) => (
            <text key={index} x="0" y={from + LETTER_HEIGHT * index + 14}>
              {line}
            </text>
          ))}
          <text
            x="100%"
            y={bar - 6}
            class={compare(points, '0') < 0 ? 'chart-figure chart-minus' : 'chart-figure'}
            text-anchor="end"
          >
            {showFigure(points, maximum, language)}
          </text>
          {maximum !== null && <rect class="chart-maximum" y={bar} height={BAR_HEIGHT} {...place(Number(maximum))} />}
          <rect
            class={compare(points, '0') < 0 ? 'chart-minus' : 'chart-points'}
            y={bar}
            height={BAR_HEIGHT}
            {...place(Number(points))}
          />
          <line class="zero" x1={place(0).x} x2={place(0).x} y1={bar - 3} y2={bar + BAR_HEIGHT + 3} />
        </g>
      ))}
    </svg>
  );
}

function showFigure(points: string, maximum: string | null, language: Language): string {
  return showDecimal(points, 2, language) + (maximum === null ? '' : ` / ${showExact(maximum, language)}`);
}

/** Where a bar from zero to a value lies, in percent of the width. All of the rows fit. */
export function scaleOf(rows: Pick<ChartRow, 'points' | 'maximum'>[]): (value: number) => { x: string; width: string } {
  const ends = rows.flatMap(({ points, maximum }) => [Number(points), Number(maximum ?? 0)]);
  const low = Math.min(0, ...ends);
  const whole = Math.max(1, Math.max(0, ...ends) - low);
  return (value) => ({
    x: `${(100 * (Math.min(0, value) - low)) / whole}%`,
    width: `${(100 * Math.abs(value)) / whole}%`,
  });
}

/** A name in lines of words; the last line leaves room for the figure at its end. */
export function wrapped(name: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return (lines.at(-1) ?? '').length > length - 12 ? [...lines, ''] : lines;
}
