import { ChartFigure } from '../common/chart/figure';
import { showDecimal, showExact } from '../common/decimals';
import { useLanguage } from '../common/language';
import { GRADES, gradeOf } from './grades';
import { useAppraisalTexts } from './texts';

const HEIGHT = 200;
const TOP = 20;
const BOTTOM = 26;
const LEFT = 14;

/** Scores of quarters in their order, from 0 to 5, with the lines where a grade begins. */
export function HistoryChart({ quarters }: { quarters: { quarter: string; score: string }[] }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const yOf = (score: number) => HEIGHT - BOTTOM - (score / 5) * (HEIGHT - TOP - BOTTOM);
  const points = quarters.map(({ quarter, score }, index) => ({
    quarter,
    score,
    x: `${LEFT + ((100 - 2 * LEFT) * (quarters.length === 1 ? 50 : (100 * index) / (quarters.length - 1))) / 100}%`,
    y: yOf(Number(score)),
  }));
  const title = t('history_chart');
  return (
    <ChartFigure
      id="history-chart"
      title={title}
      table={{
        head: [t('quarter'), t('score'), t('grade')],
        rows: quarters.map(({ quarter, score }) => [quarter, showExact(score, language), t(`grade_${gradeOf(score)}`)]),
      }}
    >
      <svg class="chart chart-time" role="img" aria-label={title} width="100%" height={HEIGHT}>
        {GRADES.map(({ grade, least }) => (
          <g key={grade}>
            <line class="band-line" x1="0" x2="100%" y1={yOf(Number(least))} y2={yOf(Number(least))} />
            <text class="band-name" x="0" y={yOf(Number(least)) - 3}>
              {least}
            </text>
          </g>
        ))}
        {points.slice(1).map(({ quarter, x, y }, index) => (
          <line key={quarter} class="chart-way" x1={points[index]!.x} y1={points[index]!.y} x2={x} y2={y} />
        ))}
        {points.map(({ quarter, score, x, y }) => (
          <g key={quarter}>
            <circle class="chart-point" cx={x} cy={y} r="4" />
            <text class="chart-figure" x={x} y={y - 9} text-anchor="middle">
              {showDecimal(score, 2, language)}
            </text>
            <text x={x} y={HEIGHT - 6} text-anchor="middle">
              {quarter.slice(2).replace('-', ' ')}
            </text>
          </g>
        ))}
      </svg>
    </ChartFigure>
  );
}
