import type { ComponentChildren } from 'preact';
import { Amount } from '../common/amount';
import { compare, decimalMark, minus, showDecimal, showExact } from '../common/decimals';
import { useLanguage } from '../common/language';
import { useCommonTexts } from '../common/texts';
import { ErrorSummary, Loading, SelectField, TextField } from '../common/view';
import type { Assessment, BodyKind, DirectionScore, FactSet, FactValue, IndicatorScore } from './api';
import { contribution, costOf, mostCostlyFirst } from './costs';
import { FactField } from './fact-field';
import type { Words } from './methodology';
import { useScoringTexts } from './texts';
import { fieldOf, omit, type Trying, useTrying } from './trying';
import { draftOf, isBlank, NUMBER, readDraft, showValue } from './values';
import { Explained, OtherReadings, Points } from './working';

/** A body's points by its own facts, and by others that are tried. */
export function Tried({ facts, kind, words }: { facts: FactSet; kind: BodyKind; words: Words }) {
  const common = useCommonTexts();
  const trying = useTrying(facts, kind, words);
  const { form, before } = trying;
  if (before !== null) {
    return <Counted trying={trying} before={before} />;
  }
  return form.errors.length === 0 ? (
    <Loading />
  ) : (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <button id="count" type="button" class="button" onClick={() => void trying.start()}>
        {common('try_again')}
      </button>
    </>
  );
}

function Counted({ trying, before }: { trying: Trying; before: Assessment }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const { words, form, after, changes, changed, count, reset } = trying;
  const now = after ?? before;
  const firstOf = (direction: DirectionScore) => before.directions.find(({ id }) => id === direction.id)!;
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <h2>{t('points_title')}</h2>
      <ul class="cards cards-two" id="totals">
        {now.directions.map((direction) => (
          <Total key={direction.id} direction={direction} before={firstOf(direction)} words={words} />
        ))}
      </ul>
      <div role="status" class="hidden">
        {after?.directions.map(({ id, points }) => `${words.name(id)}: ${showDecimal(points, 2, language)}. `)}
      </div>
      {changed.length > 0 && <Changed trying={trying} />}
      <div class="buttons buttons-near">
        <button id="count" type="button" class="button" disabled={form.busy} onClick={() => void count(changes)}>
          {t('count')}
        </button>
        {changed.length > 0 && (
          <button id="reset" type="button" class="button button-plain" onClick={reset}>
            {t('back_to_own')}
          </button>
        )}
      </div>
      <OtherSettings trying={trying} />
      {now.directions.map((direction) => (
        <TriedDirection key={direction.id} trying={trying} direction={direction} before={firstOf(direction)} />
      ))}
    </>
  );
}

/** What was changed, from what to what, each with its way back. */
function Changed({ trying }: { trying: Trying }) {
  const t = useScoringTexts();
  const { words, changed, undo } = trying;
  const { before, after } = useShown(trying);
  return (
    <div id="changed">
      <h2>{t('changed_title')}</h2>
      <ul>
        {changed.map((name) => (
          <li key={name}>
            {words.name(name)}: <del>{before(name)}</del> → <ins>{after(name)}</ins>{' '}
            <button
              type="button"
              class="link-button"
              aria-label={`${t('undo')}: ${words.name(name)}`}
              onClick={() => undo(name)}
            >
              {t('undo')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What stood and what is tried, in words. */
function useShown({ words, begun, changes }: Trying): Record<'before' | 'after', (name: string) => string> {
  const t = useScoringTexts();
  const language = useLanguage();
  /** Points by hand, as they come to the total; what is no number as it was typed. */
  const points = (name: string, given = '') => {
    const typed = given.trim().replace(',', '.');
    if (typed === '') {
      return t('state_missing');
    }
    return NUMBER.test(typed) ? showExact(contribution(typed, words.indicator(name)), language) : given;
  };
  return {
    before: (name) => {
      const fact = words.fact(name);
      const setting = words.setting(name);
      const value = begun.facts[name]?.value;
      if (setting !== undefined) {
        return words.reading(name, setting.default);
      }
      if (fact === undefined) {
        return points(name, begun.manual[name]?.points);
      }
      return value === undefined ? t('state_missing') : showValue(fact, value, language, t);
    },
    after: (name) => {
      const fact = words.fact(name);
      const draft = changes.facts[name];
      if (fact === undefined || draft === undefined) {
        const chosen = changes.settings[name];
        return chosen !== undefined ? words.reading(name, chosen) : points(name, changes.points[name]);
      }
      if (isBlank(draft) && fact.shape !== 'PENALTIES') {
        return t('state_missing');
      }
      const reading = readDraft(fact, draft);
      return 'value' in reading ? showValue(fact, reading.value, language, t) : draft.join(', ');
    },
  };
}

function OtherSettings({ trying: { words, form, changes, change } }: { trying: Trying }) {
  const t = useScoringTexts();
  const choose = (id: string, value: string, byDefault: string) => {
    const others = omit(changes.settings, id);
    change({ ...changes, settings: value === byDefault ? others : { ...others, [id]: value } });
  };
  return (
    <details id="readings">
      <summary>{t('readings')}</summary>
      <p>{t('readings_intro')}</p>
      {words.methodology.settings
        .filter(({ id }) => id !== 'zero_denominator')
        .map(({ id, values: choices, citation, default: byDefault }) => (
          <SelectField
            key={id}
            id={`setting-${id}`}
            label={`${words.name(id)} (${citation.paragraph})`}
            error={form.errorAt(`setting-${id}`)}
            value={changes.settings[id] ?? byDefault}
            change={(value) => choose(id, value, byDefault)}
            options={choices.map((value): [string, string] => [value, words.reading(id, value)])}
          />
        ))}
    </details>
  );
}

/** A direction's indicators, the most costly of its own facts first, each with its facts to try. */
function TriedDirection(props: { trying: Trying; direction: DirectionScore; before: DirectionScore }) {
  const { trying, direction, before } = props;
  const t = useScoringTexts();
  const { words, values } = trying;
  const penalties = `information.${direction.id}`;
  return (
    <section id={`direction-${direction.id}`}>
      <h2>{words.name(direction.id)}</h2>
      <Criteria direction={direction} before={before} words={words} />
      <h3>{t('costs_title')}</h3>
      <p class="hint">{t('costs_hint')}</p>
      <ul class="cards">
        {mostCostlyFirst(before, (id) => words.indicator(id)).map((old) => {
          const { facts = [], manual = false } = words.indicator(old.id) ?? {};
          const score = direction.indicators.find(({ id }) => id === old.id)!;
          const fields = <Fields trying={trying} names={facts} place={old.id} byHand={manual} />;
          return <Card key={old.id} old={old} score={score} words={words} values={values} edit={fields} />;
        })}
        <li class="card" data-indicator={penalties}>
          <h4>{t('penalties_title')}</h4>
          <p class="points">
            <strong>
              <Amount value={minus('0', direction.penalty)} />
            </strong>
          </p>
          <Fields trying={trying} names={[penalties]} place={penalties} byHand={false} />
        </li>
      </ul>
    </section>
  );
}

/** One indicator: what it gives now, what it costs, how it is counted, and its facts to try. */
function Card({
  old,
  score,
  words,
  values,
  edit,
}: {
  old: IndicatorScore;
  score: IndicatorScore;
  words: Words;
  values: Record<string, FactValue>;
  edit: ComponentChildren;
}) {
  const t = useScoringTexts();
  const language = useLanguage();
  const indicator = words.indicator(score.id);
  const cost = costOf(score, indicator);
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
          {old.points !== score.points && (
            <p class="before">
              {t('before')}{' '}
              {old.points === null ? (
                t(`outcome_${old.outcome}`)
              ) : (
                <Amount value={contribution(old.points, indicator)} />
              )}{' '}
              {old.points !== null && score.points !== null && (
                <Difference
                  before={contribution(old.points, indicator)}
                  after={contribution(score.points, indicator)}
                />
              )}
            </p>
          )}
          {compare(cost, '0') > 0 && (
            <p class="cost">
              {t(indicator?.role === 'bonus' ? 'could_add' : 'costs', { points: showDecimal(cost, 2, language) })}
            </p>
          )}
        </div>
      </div>
      <details>
        <summary>{t('how_counted')}</summary>
        <Explained
          score={score}
          words={words}
          facts={(indicator?.facts ?? []).map((name) => ({ name, value: values[name] }))}
        />
      </details>
      {score.outcome !== 'NOT_APPLICABLE' && (
        <details class="try">
          <summary>{t('try_values')}</summary>
          {edit}
        </details>
      )}
    </li>
  );
}

/**
 * The facts of one indicator as fields, or its points where an analyst enters them.
 *
 * @param props.place the indicator, or the direction's penalties
 */
function Fields(props: { trying: Trying; names: string[]; place: string; byHand: boolean }) {
  const { trying, names, place, byHand } = props;
  const t = useScoringTexts();
  const language = useLanguage();
  const { words, form, begun, changes, change, count } = trying;
  return (
    <>
      {byHand && (
        <TextField
          id={`try-${place}`}
          label={t(words.indicator(place)?.role === 'deduction' ? 'deducted_label' : 'points_label')}
          hint={t('by_hand_hint')}
          error={form.errorAt(`try-${place}`)}
          value={changes.points[place] ?? decimalMark(begun.manual[place]?.points ?? '', language)}
          change={(typed) => change({ ...changes, points: { ...changes.points, [place]: typed } })}
          kind="decimal"
        />
      )}
      {names.map((name) => (
        <TriedFact key={name} trying={trying} name={name} place={place} />
      ))}
      <button type="button" class="button button-plain" disabled={form.busy} onClick={() => void count(changes)}>
        {t('count')}
      </button>
    </>
  );
}

function TriedFact({ trying, name, place }: { trying: Trying; name: string; place: string }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const { words, form, begun, changes, change } = trying;
  const fact = words.fact(name);
  return fact === undefined ? null : (
    <FactField
      id={fieldOf(name, words, place)}
      fact={fact}
      label={`${words.name(name)}${fact.unit === 'WORD' ? '' : `, ${words.unit(name)}`}`}
      hint={fact.agencyOnly && begun.facts[name] === undefined ? t('agency_only_hint') : undefined}
      error={form.errorAt(fieldOf(name, words))}
      draft={changes.facts[name] ?? draftOf(fact, begun.facts[name]?.value, language)}
      change={(draft) => change({ ...changes, facts: { ...changes.facts, [name]: draft } })}
    />
  );
}

function Total({ direction, before, words }: { direction: DirectionScore; before: DirectionScore; words: Words }) {
  const t = useScoringTexts();
  const language = useLanguage();
  return (
    <li class="card" data-direction={direction.id}>
      <h3>{words.name(direction.id)}</h3>
      <p class="points">
        <strong>
          <Amount value={direction.points} />
        </strong>{' '}
        {t('of_maximum', { maximum: decimalMark(direction.maximum, language) })}
      </p>
      {direction.points !== before.points && (
        <p class="before">
          {t('before')} <Amount value={before.points} /> <Difference before={before.points} after={direction.points} />
        </p>
      )}
      {!direction.complete && (
        <details>
          <summary>{t('incomplete', { n: direction.missing.length })}</summary>
          <p>{direction.missing.map((name) => words.name(name)).join('; ')}</p>
        </details>
      )}
      <details>
        <summary>{t('how_counted')}</summary>
        <dl class="small">
          <dt>{t('working')}</dt>
          <dd class="working">{words.inWords(direction.working)}</dd>
          <OtherReadings alternatives={direction.alternatives} words={words} />
        </dl>
      </details>
    </li>
  );
}

function Criteria({ direction, before, words }: { direction: DirectionScore; before: DirectionScore; words: Words }) {
  const t = useScoringTexts();
  const language = useLanguage();
  return direction.criteria.length === 0 ? null : (
    <table class="criteria">
      <thead>
        <tr>
          <th scope="col">{t('criterion')}</th>
          <th scope="col" class="figure">
            {t('points_label')}
          </th>
          <th scope="col" class="figure">
            {t('maximum')}
          </th>
        </tr>
      </thead>
      <tbody>
        {direction.criteria.map(({ id, points, maximum }) => {
          const earlier = before.criteria.find((each) => each.id === id)?.points ?? points;
          return (
            <tr key={id}>
              <th scope="row">{words.name(id)}</th>
              <td class="figure">
                <Amount value={points} />
                {earlier !== points && (
                  <>
                    <br />
                    <Difference before={earlier} after={points} />
                  </>
                )}
              </td>
              <td class="figure">{decimalMark(maximum, language)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Difference({ before, after }: { before: string; after: string }) {
  const difference = minus(after, before);
  return (
    <strong class="difference">
      {compare(difference, '0') > 0 && '+'}
      <Amount value={difference} />
    </strong>
  );
}
