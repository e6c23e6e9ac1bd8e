import { Fragment } from 'preact';
import { Amount } from '../common/amount';
import type { NamedStep, WaterfallProps } from '../common/chart/waterfall';
import { compare, decimalMark, minus } from '../common/decimals';
import { useLanguage } from '../common/language';
import { lazily } from '../common/lazily';
import { linkTo } from '../common/route';
import { Note } from '../common/view';
import type { BodyScores, DirectionScore, IndicatorScore } from './api';
import { contribution } from './costs';
import type { Words } from './methodology';
import { useScoringTexts } from './texts';
import { Explained, OtherReadings, Points } from './working';

const Waterfall = lazily<WaterfallProps>(() => import('../common/chart/waterfall').then((loaded) => loaded.Waterfall));

interface DirectionProps {
  direction: DirectionScore;
  scores: BodyScores;
  words: Words;
}

/** What a body scored in one direction: the total, how it came about, and each indicator down to its facts. */
export function Direction({ direction, scores, words }: DirectionProps) {
  const t = useScoringTexts();
  const language = useLanguage();
  const byCriterion = direction.criteria.length > 0;
  return (
    <section data-direction={direction.id}>
      <h2>{words.name(direction.id)}</h2>
      <p class="points">
        <strong>
          <Amount value={direction.points} />
        </strong>{' '}
        {t('of_maximum', { maximum: decimalMark(direction.maximum, language) })}
      </p>
      {!direction.complete && <Missing direction={direction} words={words} />}
      <Waterfall
        id={`chart-${direction.id}`}
        title={`${words.name(direction.id)}: ${t(byCriterion ? 'chart_criteria' : 'chart_indicators')}`}
        steps={stepsOf(direction, words, t('penalties_title'))}
        total={direction.points}
      />
      <Total direction={direction} words={words} />
      <h3>{t('indicators')}</h3>
      <ul class="cards">
        {direction.indicators.map((score) => (
          <Card key={score.id} score={score} scores={scores} words={words} />
        ))}
      </ul>
    </section>
  );
}

/** The criteria of a direction, or its indicators where it has none, and the penalties where there are any. */
export function stepsOf(direction: DirectionScore, words: Words, penalties: string): NamedStep[] {
  const parts =
    direction.criteria.length > 0
      ? direction.criteria
      : direction.indicators
          .filter(({ outcome }) => outcome !== 'NOT_APPLICABLE')
          .map(({ id, points, maximum }) => ({
            id,
            points: contribution(points ?? '0', words.indicator(id)),
            maximum: contribution(maximum ?? '0', words.indicator(id)),
          }));
  const steps = parts.map(({ id, points, maximum }): NamedStep => ({ id, name: words.name(id), points, maximum }));
  return compare(direction.penalty, '0') > 0
    ? [
        ...steps,
        { id: `information.${direction.id}`, name: penalties, points: minus('0', direction.penalty), maximum: null },
      ]
    : steps;
}

function Missing({ direction: { missing }, words }: { direction: DirectionScore; words: Words }) {
  const t = useScoringTexts();
  return (
    <Note kind="warning">
      <p>{t('incomplete_direction')}</p>
      <details>
        <summary>{t('incomplete', { n: missing.length })}</summary>
        <ul>
          {missing.map((name) => (
            <li key={name}>{words.name(name)}</li>
          ))}
        </ul>
      </details>
    </Note>
  );
}

function Total({ direction, words }: { direction: DirectionScore; words: Words }) {
  const t = useScoringTexts();
  return (
    <details>
      <summary>{t('total_counted')}</summary>
      <dl class="small">
        <dt>{t('working')}</dt>
        <dd class="working">{words.inWords(direction.working)}</dd>
        <dt>{t('penalties_title')}</dt>
        <dd>
          <Amount value={minus('0', direction.penalty)} />
        </dd>
        {direction.criteria.map(({ id, working }) => (
          <Fragment key={id}>
            <dt>{words.name(id)}</dt>
            <dd class="working">{words.inWords(working)}</dd>
          </Fragment>
        ))}
        <OtherReadings alternatives={direction.alternatives} words={words} />
      </dl>
    </details>
  );
}

function Card({ score, scores, words }: { score: IndicatorScore; scores: BodyScores; words: Words }) {
  const t = useScoringTexts();
  const { run, body, facts, manual } = scores;
  const at = (name: string) => linkTo(['runs', run.id, 'scores', body.id, name]);
  const indicator = words.indicator(score.id);
  const entered = manual[score.id]?.points;
  const behind = (score.facts ?? indicator?.facts.filter((name) => facts[name] !== undefined) ?? [])
    .filter((name) => name !== score.id)
    .map((name) => ({ name, value: facts[name]?.value, ...(facts[name] !== undefined && { to: at(name) }) }));
  return (
    <li class="card" data-indicator={score.id}>
      <div class="head">
        <h4>
          {indicator?.symbol && `${indicator.symbol} · `}
          {words.name(score.id)}
          {indicator !== undefined && indicator.role !== 'base' && (
            <span class="tag">{t(`role_${indicator.role}`)}</span>
          )}
        </h4>
        <div>
          <Points score={score} indicator={indicator} />
        </div>
      </div>
      <details>
        <summary>{t('how_counted')}</summary>
        <Explained
          score={score}
          words={words}
          facts={[...(entered === undefined ? [] : [{ name: score.id, entered, to: at(score.id) }]), ...behind]}
        />
      </details>
    </li>
  );
}
