import { compare, minus } from '../common/decimals';
import type { DirectionScore, Indicator, IndicatorScore } from './api';

/** What points of an indicator come to in the total: those of a deduction are taken away. */
export function contribution(points: string, indicator: Indicator | undefined): string {
  return indicator?.role === 'deduction' ? minus('0', points) : points;
}

/** What an indicator keeps a body from: its maximum less its points, all of it where there are none yet, or what it takes away. */
export function costOf(score: IndicatorScore, indicator: Indicator | undefined): string {
  if (score.outcome === 'NOT_APPLICABLE') {
    return '0';
  }
  if (indicator?.role === 'deduction') {
    return score.points ?? '0';
  }
  return minus(score.maximum ?? '0', score.points ?? '0');
}

/** The indicators of a direction, the most costly first, those that do not concern the body last; equal ones in the methodology's order. */
export function mostCostlyFirst(
  { indicators }: DirectionScore,
  indicator: (id: string) => Indicator | undefined,
): IndicatorScore[] {
  const concerns = ({ outcome }: IndicatorScore) => (outcome === 'NOT_APPLICABLE' ? 1 : 0);
  return [...indicators].sort(
    (one, other) =>
      concerns(one) - concerns(other) || compare(costOf(other, indicator(other.id)), costOf(one, indicator(one.id))),
  );
}
