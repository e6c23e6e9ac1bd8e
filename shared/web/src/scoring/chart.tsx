import { decimalMark, showDecimal } from '../common/decimals';
import { useLanguage } from '../common/language';

/** Letters of a name that fit beside each other on the narrowest phone. */
const LINE = 32;
const LETTER_HEIGHT = 20;
const BAR_HEIGHT = 16;
const GAP = 18;

export interface ChartRow {
  id: string;
  name: string;
  points: string;
  maximum: string;
}

/** Points beside their maximum, all on one scale. A picture only: the table beside it says the same. Sized by attributes, since the pages may carry no inline styles. */
export function Chart({ rows, title }: { rows: ChartRow[]; title: string }) {
  const language = useLanguage();
  const scale = Math.max(1, ...rows.map(({ maximum }) => Number(maximum)));
  let top = 0;
  const drawn = rows.map((row) => {
    const lines = wrapped(row.name, LINE);
    const bar = top + lines.length * LETTER_HEIGHT;
    const place = { ...row, lines, top, bar };
    top = bar + BAR_HEIGHT + GAP;
    return place;
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
          <text x="100%" y={bar - 6} class="chart-figure" text-anchor="end">
            {showDecimal(points, 2, language)} / {decimalMark(maximum, language)}
          </text>
          <rect class="chart-maximum" x="0" y={bar} height={BAR_HEIGHT} width={`${(100 * Number(maximum)) / scale}%`} />
          <rect class="chart-points" x="0" y={bar} height={BAR_HEIGHT} width={`${(100 * Math.max(0, Math.min(Number(points), scale))) / scale}%`} />
        </g>
      ))}
    </svg>
  );
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
