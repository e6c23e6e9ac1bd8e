import { showDay } from '../day';
import { useCommonTexts } from '../texts';
import { ChartFigure } from './figure';
import { axisOf, pointOn, roundUp } from './geometry';
import { useChartTexts } from './texts';

export interface TimeLineProps {
  id: string;
  title: string;
  /** What a value counts, such as people. */
  name: string;
  /** Local dates such as `2025-11-03` in their order, and what was counted on each. */
  days: { day: string; value: number }[];
}

const HEIGHT = 180;
const TOP = 22;
const BOTTOM = 26;
/** Room at both sides, in percent, for the figures above the outermost points. */
const ROOM = 5;
const DAY_MS = 86_400_000;

/** What was counted on days, as far apart as the days are. */
export function TimeLine({ id, title, name, days }: TimeLineProps) {
  const t = useChartTexts();
  const common = useCommonTexts();
  const first = Date.parse(days[0]?.day ?? '');
  const since = days.map(({ day }) => (Date.parse(day) - first) / DAY_MS);
  const whole = Math.max(1, ...since);
  const across = axisOf([{ from: (-ROOM / 100) * whole, to: (1 + ROOM / 100) * whole }]);
  const top = roundUp(Math.max(0, ...days.map(({ value }) => value)));
  const points = days.map(({ day, value }, index) => ({
    day,
    value,
    x: pointOn(since[index]!, across),
    y: HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM),
  }));
  const named = labelled(days.map(({ value }) => value));
  return (
    <ChartFigure
      id={id}
      title={title}
      table={{ head: [t('day'), name], rows: days.map(({ day, value }) => [showDay(day, common), String(value)]) }}
    >
      <svg class="chart chart-time" role="img" aria-label={title} width="100%" height={HEIGHT}>
        <line class="zero" x1="0" x2="100%" y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
        {points.slice(1).map(({ day, x, y }, index) => (
          <line key={day} class="chart-way" x1={points[index]!.x} y1={points[index]!.y} x2={x} y2={y} />
        ))}
        {points.map(({ day, value, x, y }, index) => (
          <g key={day}>
            <circle class="chart-point" cx={x} cy={y} r="4" />
            {named.has(index) && (
              <text class="chart-figure" x={x} y={y - 9} text-anchor="middle">
                {value}
              </text>
            )}
          </g>
        ))}
        {points.length > 0 && (
          <text x="0" y={HEIGHT - 6}>
            {showDay(points[0]!.day, common)}
          </text>
        )}
        {points.length > 1 && (
          <text x="100%" y={HEIGHT - 6} text-anchor="end">
            {showDay(points.at(-1)!.day, common)}
          </text>
        )}
      </svg>
    </ChartFigure>
  );
}

/** Which points have their figure beside them: the first, the last and the highest. */
export function labelled(values: number[]): Set<number> {
  return new Set(values.length === 0 ? [] : [0, values.indexOf(Math.max(...values)), values.length - 1]);
}
