import type { ComponentChildren } from 'preact';
import { Amount } from '../common/amount';
import { Bar } from '../common/bar';
import { showExact } from '../common/decimals';
import { useLanguage } from '../common/language';
import type { Alternatives, FactValue, Indicator, IndicatorScore } from './api';
import { contribution } from './costs';
import type { Words } from './methodology';
import { useScoringTexts } from './texts';
import { showValue } from './values';

/** The points of an indicator, as they come to the total, or why there are none. */
export function Points({ score, indicator }: { score: IndicatorScore; indicator: Indicator | undefined }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const points = score.points === null ? null : contribution(score.points, indicator);
  const maximum = score.maximum === null ? null : contribution(score.maximum, indicator);
  return points === null ? (
    <p class="points">
      <strong>–</strong> {t(`outcome_${score.outcome}`)}
    </p>
  ) : (
    <>
      <p class="points">
        <strong>
          <Amount value={points} />
        </strong>{' '}
        {maximum !== null && t('of_maximum', { maximum: showExact(maximum, language) })}
      </p>
      <Bar value={Number(points)} of={Number(maximum ?? points)} wide />
    </>
  );
}

/** How a score came about: the facts by name, the arithmetic, the paragraph, and the points by other readings. */
export function Explained(props: {
  score: Pick<IndicatorScore, 'id' | 'working' | 'where' | 'missing' | 'alternatives'> &
    Partial<Pick<IndicatorScore, 'citations' | 'outcome'>>;
  words: Words;
  facts: FactBehind[];
  children?: ComponentChildren;
}) {
  const { score, words, facts, children } = props;
  const t = useScoringTexts();
  const citations = score.citations ?? [];
  return (
    <>
      {score.missing.length > 0 && (
        <p class="missing">
          {t(score.outcome === 'NOT_CALCULABLE' ? 'zero_in' : 'missing')}{' '}
          <strong>{score.missing.map((name) => words.name(name)).join('; ')}</strong>
        </p>
      )}
      {score.outcome === 'NOT_APPLICABLE' && score.working === null && <p>{t('does_not_concern')}</p>}
      {facts.length > 0 && <Behind facts={facts} words={words} />}
      <dl class="small">
        {score.working !== null && (
          <>
            <dt>{t('working')}</dt>
            <dd class="working">{words.inWords(score.working)}</dd>
          </>
        )}
        {score.where.length > 0 && (
          <>
            <dt>{t('where')}</dt>
            {score.where.map((line) => (
              <dd key={line} class="working">
                {words.inWords(line)}
              </dd>
            ))}
          </>
        )}
        {citations.length > 0 && (
          <>
            <dt>{t('paragraph')}</dt>
            <dd>{citations.join(', ')}</dd>
          </>
        )}
        <OtherReadings alternatives={score.alternatives} words={words} indicator={words.indicator(score.id)} />
      </dl>
      {children}
    </>
  );
}

/** A fact by name, or the points of an indicator, `entered` by hand. */
interface FactBehind {
  name: string;
  value?: FactValue | undefined;
  entered?: string;
  to?: string;
}

function Behind({ facts, words }: { facts: FactBehind[]; words: Words }) {
  const t = useScoringTexts();
  return (
    <table class="behind">
      <caption>{t('facts_behind')}</caption>
      <tbody>
        {facts.map((behind) => {
          const { name, entered, to } = behind;
          const label = entered === undefined ? words.name(name) : t('points_of', { indicator: words.name(name) });
          return (
            <tr key={name}>
              <th scope="row">{to === undefined ? label : <a href={to}>{label}</a>}</th>
              <td>
                <ValueBehind behind={behind} words={words} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function ValueBehind({ behind: { name, value, entered }, words }: { behind: FactBehind; words: Words }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const fact = words.fact(name);
  if (entered !== undefined) {
    return <>{showExact(contribution(entered, words.indicator(name)), language)}</>;
  }
  if (value === undefined || fact === undefined) {
    return <span class="hint">{t('state_missing')}</span>;
  }
  const measured = typeof value === 'string' && fact.unit !== 'WORD' && fact.unit !== 'PERCENT';
  return (
    <>
      {showValue(fact, value, language, t)}{' '}
      {(typeof value === 'number' || measured) && <span class="unit">{words.unit(name)}</span>}
    </>
  );
}

export function OtherReadings({
  alternatives,
  words,
  indicator,
}: {
  alternatives: Alternatives;
  words: Words;
  indicator?: Indicator | undefined;
}) {
  const t = useScoringTexts();
  const readings = Object.entries(alternatives);
  return readings.length === 0 ? null : (
    <>
      <dt>{t('other_readings')}</dt>
      {readings.map(([setting, points]) => (
        <dd key={setting}>
          {words.name(setting)}:{' '}
          {Object.entries(points).map(([value, each], index) => (
            <span key={value}>
              {index > 0 && '; '}
              {words.reading(setting, value)} –{' '}
              <strong>
                <Amount value={contribution(each, indicator)} />
              </strong>
            </span>
          ))}
        </dd>
      ))}
    </>
  );
}
