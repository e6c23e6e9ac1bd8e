import { useId } from 'preact/hooks';
import { type Language, useLanguage } from '../language';
import { ChartFigure, Legend, Patterns, patternOf } from './figure';
import { axisOf, placeOf, pointOn, type Side, type Span, sharesOf, wrapped } from './geometry';
import { useChartTexts } from './texts';

export interface StackedProps {
  id: string;
  title: string;
  /** The parts of every row, at most four, in the order in which they are laid. */
  parts: { name: string; side: Side }[];
  rows: { id: string; name: string; counts: number[] }[];
}

const LINE = 28;
const LETTER_HEIGHT = 20;
const BAR_HEIGHT = 22;
const GAP = 16;

/** A share that is narrower, in percent of the drawing, has no figure within it; the table has all. */
const NARROWEST = 11;

/**
 * Each row a whole of a hundred percent, in parts laid end to end: all to the right of a line, or, where some parts are on the
 * left, to both sides of it. Parts are told apart by their patterns.
 */
export function Stacked({ id, title, parts, rows }: StackedProps) {
  const t = useChartTexts();
  const language = useLanguage();
  const ids = useId();
  const sides = parts.map(({ side }) => side);
  const laid = rows.map((row) => ({ ...row, lines: wrapped(row.name, LINE, 0), shares: sharesOf(row.counts, sides) }));
  const axis = axisOf(
    laid.flatMap(({ shares }) => shares ?? []),
    100,
  );
  const legend = parts.map(({ name }, pattern) => ({ name, pattern }));
  let height = 0;
  const placed = laid.map((row) => {
    const top = height;
    height += row.lines.length * LETTER_HEIGHT + BAR_HEIGHT + GAP;
    return { ...row, top };
  });
  return (
    <ChartFigure
      id={id}
      title={title}
      table={{
        head: [t('name'), ...parts.map(({ name }) => name)],
        rows: rows.map(({ name, counts }) => [name, ...counts.map((count) => cellOf(count, counts, language))]),
      }}
    >
      <Patterns ids={ids} />
      <Legend parts={legend} ids={ids} />
      <svg class="chart" role="img" aria-label={title} width="100%" height={height}>
        {placed.map(({ id: key, lines, shares, top }) => (
          <g key={key}>
            {lines.map((line, index) => (
              <text key={index} x="0" y={top + LETTER_HEIGHT * index + 14}>
                {line}
              </text>
            ))}
            {shares === null ? (
              <text x="0" y={top + lines.length * LETTER_HEIGHT + 16} class="chart-none">
                {t('nobody')}
              </text>
            ) : (
              <Shares shares={shares} axis={axis} y={top + lines.length * LETTER_HEIGHT} ids={ids} />
            )}
          </g>
        ))}
      </svg>
    </ChartFigure>
  );
}

function Shares({ shares, axis, y, ids }: { shares: Span[]; axis: Span; y: number; ids: string }) {
  const zero = pointOn(0, axis);
  return (
    <>
      {shares.map((share, part) => {
        const middle = pointOn((share.from + share.to) / 2, axis);
        const wide = (100 * (share.to - share.from)) / (axis.to - axis.from) >= NARROWEST;
        return (
          <g key={part}>
            <rect
              class={`chart-part chart-part-${part}`}
              y={y}
              height={BAR_HEIGHT}
              fill={patternOf(ids, part)}
              {...placeOf(share, axis)}
            />
            {wide && (
              <text x={middle} y={y + 16} text-anchor="middle" class={`chart-share chart-share-${part}`}>
                {Math.round(share.to - share.from)}
              </text>
            )}
          </g>
        );
      })}
      <line class="zero" x1={zero} x2={zero} y1={y - 3} y2={y + BAR_HEIGHT + 3} />
    </>
  );
}

/** Such as `12 (40 %)`. */
function cellOf(count: number, counts: number[], language: Language): string {
  const whole = counts.reduce((sum, each) => sum + each, 0);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  return whole === 0 ? '0' : `${count} (${number.format((100 * count) / whole)} %)`;
}
