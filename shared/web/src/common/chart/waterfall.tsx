import { compare, showDecimal, showExact } from '../decimals';
import { type Language, useLanguage } from '../language';
import { ChartFigure } from './figure';
import { axisOf, type PlacedStep, placeOf, pointOn, type Span, type Step, waterfallOf, wrapped } from './geometry';
import { useChartTexts } from './texts';

export interface NamedStep extends Step {
  id: string;
  name: string;
}

export interface WaterfallProps {
  id: string;
  title: string;
  /** In the order in which they come to the total; a deduction is below zero. */
  steps: NamedStep[];
  /** What all steps come to, as the server says: the drawing adds nothing up that is shown as a figure. */
  total: string;
}

/** Letters of a name that fit beside each other on the narrowest phone. */
const LINE = 32;
const LETTER_HEIGHT = 20;
const BAR_HEIGHT = 16;
const GAP = 18;

interface Drawn extends NamedStep {
  kind: 'gain' | 'less' | 'total';
  placed: PlacedStep;
  lines: string[];
  top: number;
}

/**
 * How points come to a total: what is gained is laid end to end from the line at zero to the right, each beside the most it
 * could be, what is taken away to the left of the line.
 */
export function Waterfall({ id, title, steps, total }: WaterfallProps) {
  const t = useChartTexts();
  const language = useLanguage();
  const { rows, height } = drawnOf(steps, { id: 'total', name: t('total'), points: total, maximum: null });
  const axis = axisOf(rows.flatMap(({ placed }) => [placed.value, ...(placed.most === null ? [] : [placed.most])]));
  return (
    <ChartFigure
      id={id}
      title={title}
      table={{
        head: [t('name'), t('points'), t('maximum')],
        rows: rows.map(({ name, points, maximum }) => [
          name,
          showDecimal(points, 2, language),
          maximum === null ? '' : showExact(maximum, language),
        ]),
      }}
    >
      <svg class="chart" role="img" aria-label={title} width="100%" height={height}>
        {rows.map((row, index) => (
          <Row key={row.id} row={row} next={rows[index + 1]} axis={axis} language={language} />
        ))}
      </svg>
      {steps.some(({ maximum }) => maximum !== null) && <p class="hint">{t('at_most')}</p>}
    </ChartFigure>
  );
}

function drawnOf(steps: NamedStep[], total: NamedStep): { rows: Drawn[]; height: number } {
  const placed = [...waterfallOf(steps), { value: { from: 0, to: Number(total.points) }, most: null }];
  let height = 0;
  const rows = [...steps, total].map((step, index): Drawn => {
    const lines = wrapped(step.name, LINE);
    const top = height;
    height += lines.length * LETTER_HEIGHT + BAR_HEIGHT + GAP;
    const kind = step === total ? 'total' : compare(step.points, '0') < 0 ? 'less' : 'gain';
    return { ...step, kind, placed: placed[index]!, lines, top };
  });
  return { rows, height };
}

const CLASSES = { gain: 'chart-points', less: 'chart-minus', total: 'chart-total' } as const;

function Row(props: { row: Drawn; next: Drawn | undefined; axis: Span; language: Language }) {
  const { row, next, axis, language } = props;
  const bar = row.top + row.lines.length * LETTER_HEIGHT;
  const zero = pointOn(0, axis);
  const end = pointOn(row.placed.value.to, axis);
  return (
    <g>
      {row.lines.map((line, index) => (
        <text key={index} x="0" y={row.top + LETTER_HEIGHT * index + 14}>
          {line}
        </text>
      ))}
      <text x="100%" y={bar - 6} class={`chart-figure ${row.kind === 'less' ? 'chart-minus' : ''}`} text-anchor="end">
        {figureOf(row, language)}
      </text>
      {row.placed.most !== null && (
        <rect class="chart-maximum" y={bar} height={BAR_HEIGHT} {...placeOf(row.placed.most, axis)} />
      )}
      <rect class={CLASSES[row.kind]} y={bar} height={BAR_HEIGHT} {...placeOf(row.placed.value, axis)} />
      <line class="zero" x1={zero} x2={zero} y1={bar - 3} y2={bar + BAR_HEIGHT + 3} />
      {next !== undefined && next.kind === row.kind && (
        <line
          class="chart-joint"
          x1={end}
          x2={end}
          y1={bar + BAR_HEIGHT}
          y2={next.top + next.lines.length * LETTER_HEIGHT}
        />
      )}
    </g>
  );
}

function figureOf({ points, maximum }: Step, language: Language): string {
  return showDecimal(points, 2, language) + (maximum === null ? '' : ` / ${showExact(maximum, language)}`);
}
