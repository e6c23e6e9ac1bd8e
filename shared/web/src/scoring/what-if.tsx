import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Amount } from '../common/amount';
import { at } from '../common/api';
import { compare, decimalMark, minus, showDecimal, showExact } from '../common/decimals';
import { formErrors, useDesk, useLoaded } from '../common/desk';
import type { Fault, Reply } from '../common/http';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { useTyped } from '../common/typed';
import { ErrorSummary, errorAt, type FormError, Heading, Loading, Note, SelectField, TextField } from '../common/view';
import type { Assessment, BodyKind, DirectionScore, FactSet, FactType, FactValue, IndicatorScore } from './api';
import { contribution, costOf, mostCostlyFirst } from './costs';
import { FactField } from './fact-field';
import { WithMethodology, type Words } from './methodology';
import { type ScoringKey, useScoringTexts } from './texts';
import { type Draft, draftOf, isBlank, NUMBER, readDraft, showValue } from './values';
import { Explained, OtherReadings, Points } from './working';
import { BodyField, lastYear, useOwnBody, WithBodies, YearField } from './year-and-body';

/** What a body's points would be by other facts than its own. */
export function WhatIf({ query }: { query: URLSearchParams }) {
  const t = useScoringTexts();
  const own = useOwnBody();
  const year = Number(query.get('year') ?? lastYear());
  const body = own ?? query.get('body') ?? '';
  const choose = (chosenYear: number, chosenBody: string) =>
    location.assign(linkTo(['preview'], { year: String(chosenYear), body: chosenBody }));
  return (
    <>
      <Heading page="preview">{t('preview_title')}</Heading>
      <p>{t('preview_intro')}</p>
      <Note>
        <p id="nothing-stored">{t('nothing_stored')}</p>
      </Note>
      <WithBodies>
        {(bodies) => {
          const kind = bodies.find(({ id }) => id === body)?.kind;
          return (
            <>
              <div class="filters">
                <BodyField bodies={bodies} body={body} choose={(chosen) => choose(year, chosen)} />
                <YearField year={year} choose={(chosen) => choose(chosen, body)} />
              </div>
              {kind !== undefined && (
                <WithMethodology year={year}>
                  {(words) => <OwnFacts key={`${body} ${year}`} body={body} year={year} kind={kind} words={words} />}
                </WithMethodology>
              )}
            </>
          );
        }}
      </WithBodies>
    </>
  );
}

function OwnFacts({ body, year, kind, words }: { body: string; year: number; kind: BodyKind; words: Words }) {
  const [loaded, again] = useLoaded(at('/facts/{body}/{year}', { body, year }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(facts) => <Trying facts={facts} kind={kind} words={words} />}
    </LoadedView>
  );
}

/** What was changed: facts and manual points as typed, readings as chosen. */
interface Changes {
  facts: Record<string, Draft>;
  points: Record<string, string>;
  settings: Record<string, string>;
}

const NOTHING: Changes = { facts: {}, points: {}, settings: {} };

function Trying({ facts: own, kind, words }: { facts: FactSet; kind: BodyKind; words: Words }) {
  const t = useScoringTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const { api, claims } = useDesk();
  // Facts come again with every language; what is being tried stays with those it was begun with.
  const [begun] = useState(own);
  const [changes, setChanges, forgetChanges] = useTyped<Changes>(
    `preview ${claims.sub} ${own.body} ${own.year}`,
    NOTHING,
  );
  const [before, setBefore] = useState<Assessment | null>(null);
  const [after, setAfter] = useState<Assessment | null>(null);
  const [counted, setCounted] = useState<Changes>(NOTHING);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);

  const preview = (tried: Changes): Promise<Reply<Assessment>> => {
    const values = Object.fromEntries(
      Object.entries(begun.facts).map(([name, { value }]): [string, FactValue] => [name, value]),
    );
    for (const [name, draft] of Object.entries(tried.facts)) {
      const reading = readDraft(words.fact(name)!, draft);
      if (isBlank(draft)) {
        delete values[name];
      } else if ('value' in reading) {
        values[name] = reading.value;
      }
    }
    const manual = Object.fromEntries(
      Object.entries(begun.manual ?? {}).map(([id, { points, basis }]) => [id, { points, basis }]),
    );
    for (const [id, points] of Object.entries(tried.points)) {
      if (points.trim() === '') {
        delete manual[id];
      } else {
        manual[id] = { points: points.trim().replace(',', '.'), basis: t('assumption') };
      }
    }
    return api(at('/methodologies/{methodology}/preview', { methodology: words.methodology.id }), {
      method: 'POST',
      body: {
        bodyKind: kind,
        period: { from: `${begun.year}-01-01`, to: `${begun.year}-12-31` },
        facts: values,
        manual,
        settings: tried.settings,
      },
    });
  };
  const wrong = (found: FormError[]) => {
    setErrors(found);
    setAttempt((earlier) => earlier + 1);
  };
  const count = async (tried: Changes) => {
    const unreadable = Object.entries(tried.facts).flatMap(([name, draft]) => {
      const reading = readDraft(words.fact(name)!, draft);
      return isBlank(draft) || 'value' in reading
        ? []
        : [{ field: fieldOf(name, words), message: `${words.name(name)}: ${t(errorOf(words.fact(name)!))}` }];
    });
    if (unreadable.length > 0) {
      return wrong(unreadable);
    }
    setBusy(true);
    const reply = await preview(tried);
    setBusy(false);
    if (reply.kind === 'answered') {
      setErrors([]);
      setCounted(tried);
      setAfter(reply.body);
    } else {
      wrong(
        reply.kind === 'refused'
          ? formErrors(reply.problem, (fault) => pointedAt(fault, words), 'count')
          : [{ field: 'count', message: `${common('unreachable_title')}. ${t('typed_kept')}` }],
      );
    }
  };
  const start = async () => {
    const [first, second] = await Promise.all([preview(NOTHING), after === null ? null : preview(counted)]);
    if (first.kind === 'answered') {
      setBefore(first.body);
    } else {
      wrong(
        first.kind === 'refused'
          ? formErrors(first.problem, (fault) => pointedAt(fault, words), 'count')
          : [{ field: 'count', message: common('unreachable_title') }],
      );
    }
    if (second?.kind === 'answered') {
      setAfter(second.body);
    } else if (second === null && changed.length > 0) {
      // What was typed before a reload.
      void count(changes);
    }
  };
  // Workings are sentences of the server, so another language asks for them again.
  useEffect(() => void start(), [language]);

  const changed = [...Object.keys(changes.facts), ...Object.keys(changes.points), ...Object.keys(changes.settings)];
  const undo = (name: string) => {
    const left = {
      facts: omit(changes.facts, name),
      points: omit(changes.points, name),
      settings: omit(changes.settings, name),
    };
    setChanges(left);
    void count(left);
  };
  const reset = () => {
    forgetChanges();
    setCounted(NOTHING);
    setAfter(null);
    setErrors([]);
  };
  const values = {
    ...Object.fromEntries(Object.entries(begun.facts).map(([name, { value }]) => [name, value])),
    ...readable(counted.facts, words),
  };
  if (before === null) {
    return errors.length === 0 ? (
      <Loading />
    ) : (
      <>
        <ErrorSummary errors={errors} attempt={attempt} />
        <button id="count" type="button" class="button" onClick={() => void start()}>
          {common('try_again')}
        </button>
      </>
    );
  }
  const now = after ?? before;
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <h2>{t('points_title')}</h2>
      <ul class="cards cards-two" id="totals">
        {now.directions.map((direction) => (
          <Total
            key={direction.id}
            direction={direction}
            before={before.directions.find(({ id }) => id === direction.id)!}
            words={words}
          />
        ))}
      </ul>
      <div role="status" class="hidden">
        {after !== null &&
          now.directions.map(({ id, points }) => `${words.name(id)}: ${showDecimal(points, 2, language)}. `)}
      </div>
      {changed.length > 0 && (
        <div id="changed">
          <h2>{t('changed_title')}</h2>
          <ul>
            {changed.map((name) => (
              <li key={name}>
                {words.name(name)}: <del>{shownBefore(name)}</del> → <ins>{shownAfter(name)}</ins>{' '}
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
      )}
      <div class="buttons buttons-near">
        <button id="count" type="button" class="button" disabled={busy} onClick={() => void count(changes)}>
          {t('count')}
        </button>
        {changed.length > 0 && (
          <button id="reset" type="button" class="button button-plain" onClick={reset}>
            {t('back_to_own')}
          </button>
        )}
      </div>
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
              error={errorAt(errors, `setting-${id}`)}
              value={changes.settings[id] ?? byDefault}
              change={(value) =>
                setChanges({
                  ...changes,
                  settings: value === byDefault ? omit(changes.settings, id) : { ...changes.settings, [id]: value },
                })
              }
              options={choices.map((value): [string, string] => [value, words.reading(id, value)])}
            />
          ))}
      </details>
      {now.directions.map((direction) => {
        const first = before.directions.find(({ id }) => id === direction.id)!;
        return (
          <section key={direction.id} id={`direction-${direction.id}`}>
            <h2>{words.name(direction.id)}</h2>
            <Criteria direction={direction} before={first} words={words} />
            <h3>{t('costs_title')}</h3>
            <p class="hint">{t('costs_hint')}</p>
            <ul class="cards">
              {mostCostlyFirst(first, (id) => words.indicator(id)).map((old) => {
                const indicator = words.indicator(old.id);
                return (
                  <Card
                    key={old.id}
                    old={old}
                    score={direction.indicators.find(({ id }) => id === old.id)!}
                    words={words}
                    values={values}
                    edit={edit(indicator?.facts ?? [], old.id, indicator?.manual)}
                  />
                );
              })}
              <li class="card" data-indicator={`information.${direction.id}`}>
                <h4>{t('penalties_title')}</h4>
                <p class="points">
                  <strong>
                    <Amount value={minus('0', direction.penalty)} />
                  </strong>
                </p>
                {edit([`information.${direction.id}`], `information.${direction.id}`)}
              </li>
            </ul>
          </section>
        );
      })}
    </>
  );

  function shownBefore(name: string): string {
    const fact = words.fact(name);
    const setting = words.setting(name);
    const value = begun.facts[name]?.value;
    return setting !== undefined
      ? words.reading(name, setting.default)
      : fact !== undefined
        ? value === undefined
          ? t('state_missing')
          : showValue(fact, value, language, t)
        : showPoints(name, begun.manual?.[name]?.points);
  }

  function shownAfter(name: string): string {
    const fact = words.fact(name);
    const draft = changes.facts[name];
    if (fact !== undefined && draft !== undefined) {
      const reading = readDraft(fact, draft);
      return isBlank(draft) && fact.shape !== 'PENALTIES'
        ? t('state_missing')
        : 'value' in reading
          ? showValue(fact, reading.value, language, t)
          : draft.join(', ');
    }
    return changes.settings[name] !== undefined
      ? words.reading(name, changes.settings[name])
      : showPoints(name, changes.points[name]);
  }

  /** Points by hand, as they come to the total; what is no number as it was typed. */
  function showPoints(name: string, points = ''): string {
    const typed = points.trim().replace(',', '.');
    return typed === ''
      ? t('state_missing')
      : NUMBER.test(typed)
        ? showExact(contribution(typed, words.indicator(name)), language)
        : points;
  }

  function edit(names: string[], place: string, byHand = false) {
    return (
      <Fields
        names={names}
        place={place}
        byHand={byHand}
        begun={begun}
        changes={changes}
        change={setChanges}
        errors={errors}
        words={words}
        count={() => void count(changes)}
        busy={busy}
      />
    );
  }
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

/** The facts of one indicator as fields, or its points where an analyst enters them. */
function Fields(props: {
  names: string[];
  /** The indicator, or the direction's penalties. */
  place: string;
  byHand: boolean;
  begun: FactSet;
  changes: Changes;
  change: (changes: Changes) => void;
  errors: FormError[];
  words: Words;
  count: () => void;
  busy: boolean;
}) {
  const { names, place, byHand, begun, changes, change, errors, words, count, busy } = props;
  const t = useScoringTexts();
  const language = useLanguage();
  return (
    <>
      {byHand && (
        <TextField
          id={`try-${place}`}
          label={t(words.indicator(place)?.role === 'deduction' ? 'deducted_label' : 'points_label')}
          hint={t('by_hand_hint')}
          error={errorAt(errors, `try-${place}`)}
          value={changes.points[place] ?? decimalMark(begun.manual?.[place]?.points ?? '', language)}
          change={(typed) => change({ ...changes, points: { ...changes.points, [place]: typed } })}
          kind="decimal"
        />
      )}
      {names.map((name) => {
        const fact = words.fact(name);
        return (
          fact !== undefined && (
            <FactField
              key={name}
              id={fieldOf(name, words, place)}
              fact={fact}
              label={`${words.name(name)}${fact.unit === 'WORD' ? '' : `, ${words.unit(name)}`}`}
              hint={fact.agencyOnly && begun.facts[name] === undefined ? t('agency_only_hint') : undefined}
              error={errorAt(errors, fieldOf(name, words))}
              draft={changes.facts[name] ?? draftOf(fact, begun.facts[name]?.value, language)}
              change={(draft) => change({ ...changes, facts: { ...changes.facts, [name]: draft } })}
            />
          )
        );
      })}
      <button type="button" class="button button-plain" disabled={busy} onClick={count}>
        {t('count')}
      </button>
    </>
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

/** Where a fact is typed. Several indicators may share one: each has a field for it, and the first is the one errors lead to. */
function fieldOf(name: string, words: Words, place?: string): string {
  const first = words.methodology.directions
    .flatMap(({ indicators }) => indicators)
    .find(({ facts }) => facts.includes(name));
  return place === undefined || place === (first?.id ?? name) ? `try-${name}` : `try-${place}-${name}`;
}

function pointedAt({ pointer = '' }: Fault, words: Words): string | undefined {
  const [, part, name = ''] = pointer.split('/');
  return part === 'facts' && words.fact(name) !== undefined
    ? fieldOf(name, words)
    : part === 'manual'
      ? `try-${name}`
      : part === 'settings'
        ? `setting-${name}`
        : undefined;
}

function errorOf({ shape }: FactType): ScoringKey {
  return shape === 'MONTHS' || shape === 'ANSWERS'
    ? 'error_series'
    : shape === 'COUNT'
      ? 'error_whole'
      : shape === 'STRATEGY'
        ? 'error_choose'
        : 'error_decimal';
}

function readable(drafts: Record<string, Draft>, words: Words): Record<string, FactValue> {
  return Object.fromEntries(
    Object.entries(drafts).flatMap(([name, draft]) => {
      const reading = readDraft(words.fact(name)!, draft);
      return 'value' in reading && !isBlank(draft) ? [[name, reading.value]] : [];
    }),
  );
}

function omit<V>(all: Record<string, V>, name: string): Record<string, V> {
  return Object.fromEntries(Object.entries(all).filter(([each]) => each !== name));
}
