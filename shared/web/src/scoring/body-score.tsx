import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { Amount } from '../common/amount';
import { at } from '../common/api';
import { compare, decimalMark, minus, showExact } from '../common/decimals';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { download } from '../common/download';
import { LANGUAGES, type Language, useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading, Note } from '../common/view';
import type { BodyScores, DirectionScore } from './api';
import { Chart, type ChartRow } from './chart';
import { contribution } from './costs';
import { WithMethodology, type Words } from './methodology';
import { SettingsUsed } from './one-run';
import { RunState } from './runs';
import { Source, sourceOf } from './source';
import { originOf } from './states';
import { useScoringTexts } from './texts';
import { showValue } from './values';
import { Explained, OtherReadings, Points } from './working';
import { useOwnBody } from './year-and-body';

/** What one body scored, down to the facts, as they were frozen with the assessment. */
export function BodyScore({ run, body, fact }: { run: string; body: string; fact: string | undefined }) {
  const [loaded, again] = useLoaded(at('/runs/{run}/scores/{body}', { run, body }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(scores) => (
        <WithMethodology year={scores.run.year}>
          {(words) =>
            fact === undefined ? (
              <Results key="results" scores={scores} words={words} />
            ) : (
              <FrozenFact key={fact} scores={scores} name={fact} words={words} />
            )
          }
        </WithMethodology>
      )}
    </LoadedView>
  );
}

function Results({ scores, words }: { scores: BodyScores; words: Words }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const own = useOwnBody();
  const { run, body, directions, failed } = scores;
  return (
    <>
      <Heading page="body-score" caption={t('run_name', { year: run.year, kind: t(`kind_${run.kind}`) })}>
        {body.name[language]}
      </Heading>
      <p>
        <RunState run={run} /> {own === undefined && <a href={linkTo(['runs', run.id, 'scores'])}>{t('to_ranking')}</a>}
      </p>
      {failed === undefined ? (
        <Conclusions run={run.id} body={body.id} />
      ) : (
        <Note kind="warning">
          <p id="failed">
            {t('failed_body')} {failed}
          </p>
        </Note>
      )}
      {directions.map((direction) => (
        <Direction key={direction.id} direction={direction} scores={scores} words={words} />
      ))}
      <ConsentedChanges scores={scores} />
      <SettingsUsed settings={run.settings} words={words} />
    </>
  );
}

/** By which requests the register of leavers was changed after the year was settled. */
function ConsentedChanges({ scores: { facts } }: { scores: BodyScores }) {
  const t = useScoringTexts();
  const changes = new Set(
    Object.values(facts).flatMap(({ source }) =>
      typeof source.consented === 'string' ? source.consented.split('; ') : [],
    ),
  );
  return changes.size === 0 ? null : (
    <section id="consented">
      <h2>{t('consented_title')}</h2>
      <ul>
        {[...changes].map((change) => (
          <li key={change} class="breakable">
            {change}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Direction({ direction, scores, words }: { direction: DirectionScore; scores: BodyScores; words: Words }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const { run, body, facts, manual } = scores;
  const at = (name: string) => linkTo(['runs', run.id, 'scores', body.id, name]);
  const byCriterion = direction.criteria.length > 0;
  const concerned = direction.indicators.filter(({ outcome }) => outcome !== 'NOT_APPLICABLE');
  const parts = byCriterion
    ? direction.criteria
    : concerned.map(({ id, points, maximum }) => ({
        id,
        points: contribution(points ?? '0', words.indicator(id)),
        maximum: contribution(maximum ?? '0', words.indicator(id)),
      }));
  const penalty = {
    id: `information.${direction.id}`,
    name: t('penalties_title'),
    points: minus('0', direction.penalty),
    maximum: null,
  };
  const rows: ChartRow[] = [
    ...parts.map(({ id, points, maximum }) => ({ id, name: words.name(id), points, maximum })),
    ...(compare(direction.penalty, '0') > 0 ? [penalty] : []),
  ];
  return (
    <section data-direction={direction.id}>
      <h2>{words.name(direction.id)}</h2>
      <p class="points">
        <strong>
          <Amount value={direction.points} />
        </strong>{' '}
        {t('of_maximum', { maximum: decimalMark(direction.maximum, language) })}
      </p>
      {!direction.complete && (
        <Note kind="warning">
          <p>{t('incomplete_direction')}</p>
          <details>
            <summary>{t('incomplete', { n: direction.missing.length })}</summary>
            <ul>
              {direction.missing.map((name) => (
                <li key={name}>{words.name(name)}</li>
              ))}
            </ul>
          </details>
        </Note>
      )}
      <figure>
        <figcaption>{t(byCriterion ? 'chart_criteria' : 'chart_indicators')}</figcaption>
        <Chart
          rows={rows}
          title={`${words.name(direction.id)}: ${t(byCriterion ? 'chart_criteria' : 'chart_indicators')}`}
        />
      </figure>
      <details>
        <summary>{t('as_table')}</summary>
        <table class="criteria">
          <thead>
            <tr>
              <th scope="col">{t(byCriterion ? 'criterion' : 'indicator')}</th>
              <th scope="col" class="figure">
                {t('points_label')}
              </th>
              <th scope="col" class="figure">
                {t('maximum')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, points, maximum }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td class="figure">
                  <Amount value={points} />
                </td>
                <td class="figure">{maximum === null ? '' : showExact(maximum, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
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
      <h3>{t('indicators')}</h3>
      <ul class="cards">
        {direction.indicators.map((score) => {
          const indicator = words.indicator(score.id);
          const behind = score.facts ?? indicator?.facts.filter((name) => facts[name] !== undefined) ?? [];
          const entered = manual[score.id]?.points;
          return (
            <li key={score.id} class="card" data-indicator={score.id}>
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
                  facts={[
                    ...(entered === undefined ? [] : [{ name: score.id, entered, to: at(score.id) }]),
                    ...behind
                      .filter((name) => name !== score.id)
                      .map((name) => ({
                        name,
                        value: facts[name]?.value,
                        ...(facts[name] !== undefined && { to: at(name) }),
                      })),
                  ]}
                />
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A fact as the assessment read it; what was entered since is on the fact's own page. */
function FrozenFact({ scores, name, words }: { scores: BodyScores; name: string; words: Words }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const { run, body, facts, manual } = scores;
  const fact = words.fact(name);
  const standing = facts[name];
  const points = manual[name];
  return (
    <>
      <Heading
        page={`frozen-${name}`}
        caption={`${body.name[language]}, ${t('run_name', { year: run.year, kind: t(`kind_${run.kind}`) })}`}
      >
        {points === undefined ? words.name(name) : t('points_of', { indicator: words.name(name) })}
      </Heading>
      <p>
        <a href={linkTo(['runs', run.id, 'scores', body.id])}>{t('back_to_scores')}</a>
      </p>
      {standing !== undefined && fact !== undefined ? (
        <>
          <p class="lead" id="standing">
            <strong>{showValue(fact, standing.value, language, t)}</strong>{' '}
            {!Array.isArray(standing.value) && fact.unit !== 'WORD' && fact.unit !== 'PERCENT' && words.unit(name)}
          </p>
          <p>{t('frozen_note')}</p>
          <dl class="small">
            <dt>{t('paragraph')}</dt>
            <dd>{fact.paragraph}</dd>
          </dl>
          <Source origin={originOf(standing)} source={standing.source} />
        </>
      ) : points !== undefined ? (
        <>
          <p class="lead" id="standing">
            <strong>
              <Amount value={contribution(points.points, words.indicator(name))} />
            </strong>{' '}
            {t('points_unit')}
          </p>
          <p>{t('frozen_note')}</p>
          <Source origin="analyst" source={sourceOf(points)} />
        </>
      ) : (
        <p>{t('nothing_there')}</p>
      )}
      <p>
        <a href={linkTo(['facts', run.year, body.id, name])}>{t('fact_today')}</a>
      </p>
    </>
  );
}

const NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** The conclusion as files, each in each language. */
function Conclusions({ run, body }: { run: string; body: string }) {
  const t = useScoringTexts();
  const common = useCommonTexts();
  const desk = useDesk();
  const [trouble, setTrouble] = useState('');
  const take = async (file: string, language: Language) => {
    const reply = await desk.file(at('/runs/{run}/conclusions/{file}', { run, file, lang: language }));
    if (reply.kind === 'answered') {
      const [name, ending] = [file.slice(0, file.lastIndexOf('.')), file.slice(file.lastIndexOf('.'))];
      download(reply.body, `${name}-${language}${ending}`);
    }
    setTrouble(
      reply.kind === 'answered'
        ? ''
        : reply.kind === 'refused'
          ? reply.problem.detail || reply.problem.title
          : `${common('unreachable_title')}. ${common('unreachable')}`,
    );
  };
  return hasRole(desk, 'agency') || hasRole(desk, 'digital') || hasRole(desk, 'hr') ? (
    <section id="conclusions">
      <h2>{t('conclusion_title')}</h2>
      <p>{t('conclusion_intro')}</p>
      <table class="files">
        <tbody>
          {LANGUAGES.map((each) => (
            <tr key={each}>
              <th scope="row" lang={each}>
                {NAMES[each]}
              </th>
              {(['pdf', 'xlsx'] as const).map((ending) => (
                <td key={ending}>
                  <button
                    id={`conclusion-${each}-${ending}`}
                    type="button"
                    class="link-button"
                    aria-label={`${t('conclusion_title')}, ${ending.toUpperCase()}, ${NAMES[each]}`}
                    onClick={() => void take(`${body}.${ending}`, each)}
                  >
                    {ending.toUpperCase()}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status">{trouble}</p>
    </section>
  ) : null;
}
