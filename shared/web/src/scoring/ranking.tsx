import { useState } from 'preact/hooks';
import { Amount } from '../common/amount';
import { at } from '../common/api';
import { decimalMark, showDecimal } from '../common/decimals';
import { useLoaded } from '../common/desk';
import { type Localised, useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { Heading, SelectField, TextField } from '../common/view';
import type { Ranking } from './api';
import { WithMethodology, type Words } from './methodology';
import { RunState } from './runs';
import { useScoringTexts } from './texts';

/** Who stands where: by direction and kind, over complete directions only. The others are listed with what is missing. */
export function RankingPage({ run, query }: { run: string; query: URLSearchParams }) {
  const t = useScoringTexts();
  const [loaded, again] = useLoaded(at('/runs/{run}/scores', { run }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(scores) => {
        const keys = scores.rankings.map(({ direction, kind }) => `${direction} ${kind}`);
        const asked = query.get('show') ?? '';
        const show = keys.includes(asked) ? asked : (keys[0] ?? '');
        const ranking = scores.rankings[keys.indexOf(show)];
        return (
          <>
            <Heading
              page="ranking"
              caption={t('run_name', { year: scores.run.year, kind: t(`kind_${scores.run.kind}`) })}
            >
              {t('ranking_title')}
            </Heading>
            <p>
              <RunState run={scores.run} /> <a href={linkTo(['runs', run])}>{t('about_run')}</a>
            </p>
            <WithMethodology year={scores.run.year}>
              {(words) => (
                <>
                  <SelectField
                    id="show"
                    label={t('ranking_of')}
                    value={show}
                    change={(chosen) => location.assign(linkTo(['runs', run, 'scores'], { show: chosen }))}
                    options={scores.rankings.map(({ direction, kind }): [string, string] => [
                      `${direction} ${kind}`,
                      `${words.name(direction)} – ${t(`bodies_${kind}`)}`,
                    ])}
                  />
                  {ranking !== undefined && <Searched key={show} ranking={ranking} run={run} words={words} />}
                </>
              )}
            </WithMethodology>
          </>
        );
      }}
    </LoadedView>
  );
}

/** The bodies whose name, in any language, holds what is sought; each keeps its rank among all. */
function Searched({ ranking, run, words }: { ranking: Ranking; run: string; words: Words }) {
  const t = useScoringTexts();
  const [sought, setSought] = useState('');
  const { ranked, incomplete, failed } = ranking;
  const total = ranked.length + incomplete.length + failed.length;
  const found = {
    ...ranking,
    ranked: named(ranked, sought),
    incomplete: named(incomplete, sought),
    failed: named(failed, sought),
  };
  const shown = found.ranked.length + found.incomplete.length + found.failed.length;
  return (
    <>
      <TextField id="sought" label={t('find_body')} value={sought} change={setSought} />
      <p role="status" id="found" class="hint">
        {shown < total && t('found_of', { n: shown, total })}
      </p>
      {ranked.length === 0 && <p id="nobody-ranked">{t('nobody_ranked')}</p>}
      <Ranked ranking={found} run={run} words={words} />
    </>
  );
}

function named<T extends { name: Localised }>(bodies: T[], sought: string): T[] {
  const part = sought.trim().toLocaleLowerCase();
  return bodies.filter(({ name }) => Object.values(name).some((each) => each.toLocaleLowerCase().includes(part)));
}

function Ranked({ ranking, run, words }: { ranking: Ranking; run: string; words: Words }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const criteria = ranking.ranked[0]?.criteria ?? [];
  return (
    <>
      {ranking.ranked.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label={t('ranking_title')}>
          <table id="ranking" class="ranking">
            <thead>
              <tr>
                <th scope="col">{t('rank')}</th>
                <th scope="col">{t('body_short')}</th>
                <th scope="col" class="figure">
                  {t('points_label')}
                </th>
                {criteria.map(({ id }) => (
                  <th key={id} scope="col" class="figure">
                    {words.name(id)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ranking.ranked.map(({ rank, body, name, points, criteria: parts }) => (
                <tr key={body} data-body={body}>
                  <td>{rank}</td>
                  <th scope="row">
                    <a href={linkTo(['runs', run, 'scores', body])}>{name[language]}</a>
                  </th>
                  <td class="figure">
                    <strong>
                      <Amount value={points} />
                    </strong>
                  </td>
                  {parts.map((part) => (
                    <td key={part.id} class="figure">
                      <Amount value={part.points} /> <span class="hint">/ {decimalMark(part.maximum, language)}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {ranking.incomplete.length > 0 && (
        <section id="incomplete">
          <h2>{t('incomplete_title')}</h2>
          <p>{t('incomplete_intro')}</p>
          <ul class="cards">
            {ranking.incomplete.map(({ body, name, missing, points }) => (
              <li key={body} class="card" data-body={body}>
                <h3>
                  <a href={linkTo(['runs', run, 'scores', body])}>{name[language]}</a>
                </h3>
                <p>{t('so_far', { points: showDecimal(points, 2, language) })}</p>
                <details>
                  <summary>{t('incomplete', { n: missing.length })}</summary>
                  <p>{missing.map((each) => words.name(each)).join('; ')}</p>
                </details>
              </li>
            ))}
          </ul>
        </section>
      )}
      {ranking.failed.length > 0 && (
        <section id="failed">
          <h2>{t('failed_title')}</h2>
          <ul>
            {ranking.failed.map(({ body, name, reason }) => (
              <li key={body} data-body={body}>
                <strong>{name[language]}</strong>: {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
