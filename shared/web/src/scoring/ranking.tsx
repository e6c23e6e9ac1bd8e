import { Amount } from '../common/amount';
import { at } from '../common/api';
import { decimalMark } from '../common/decimals';
import { useLoaded } from '../common/desk';
import { type Localised, useLanguage } from '../common/language';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { LoadedView } from '../common/loaded-view';
import { here } from '../common/paged';
import { linkTo } from '../common/route';
import { Heading, SelectField } from '../common/view';
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
                  {ranking !== undefined && <Standing key={show} ranking={ranking} run={run} words={words} />}
                </>
              )}
            </WithMethodology>
          </>
        );
      }}
    </LoadedView>
  );
}

/** Those who have a rank, then those who cannot have one; what is sought is sought among both. */
function Standing({ ranking, run, words }: RankingProps) {
  return (
    <>
      <Ranked ranking={ranking} run={run} words={words} />
      {ranking.incomplete.length > 0 && <Incomplete ranking={ranking} run={run} words={words} />}
      {ranking.failed.length > 0 && <Failed ranking={ranking} />}
    </>
  );
}

interface RankingProps {
  ranking: Ranking;
  run: string;
  words: Words;
}

/** A body is found by its name in any language. */
const namesOf = ({ name }: { name: Localised }) => Object.values(name);

function useBodyColumn<R extends { body: string; name: Localised }>(run: string): Column<R> {
  const t = useScoringTexts();
  const language = useLanguage();
  return {
    id: 'body',
    name: t('body_short'),
    value: ({ name }) => name[language],
    show: ({ body, name }) => <a href={linkTo(['runs', run, 'scores', body])}>{name[language]}</a>,
  };
}

function Ranked({ ranking, run, words }: RankingProps) {
  const t = useScoringTexts();
  const language = useLanguage();
  const body = useBodyColumn<Ranking['ranked'][number]>(run);
  const criteria = ranking.ranked[0]?.criteria ?? [];
  return (
    <List
      id="ranking"
      title={t('ranking_title')}
      file={`ranking-${run}-${ranking.direction}-${ranking.kind}`}
      rows={here(ranking.ranked)}
      keyOf={(row) => row.body}
      marks={(row) => ({ 'data-body': row.body })}
      alsoSought={namesOf}
      columns={[
        body,
        { id: 'rank', name: t('rank'), kind: 'number', value: ({ rank }) => rank },
        {
          id: 'points',
          name: t('points_label'),
          kind: 'number',
          value: ({ points }) => points,
          show: ({ points }) => (
            <strong>
              <Amount value={points} />
            </strong>
          ),
        },
        ...criteria.map(
          ({ id, maximum }, index): Column<Ranking['ranked'][number]> => ({
            id,
            name: words.name(id),
            kind: 'number',
            value: (row) => row.criteria[index]?.points ?? null,
            show: (row) => (
              <>
                <Amount value={row.criteria[index]?.points ?? '0'} />{' '}
                <span class="hint">/ {decimalMark(maximum, language)}</span>
              </>
            ),
          }),
        ),
      ]}
      sort={{ column: 'rank', down: false }}
      empty={t('nobody_ranked')}
    />
  );
}

function Incomplete({ ranking, run, words }: RankingProps) {
  const t = useScoringTexts();
  const body = useBodyColumn<Ranking['incomplete'][number]>(run);
  const missingOf = ({ missing }: Ranking['incomplete'][number]) => missing.map((each) => words.name(each)).join('; ');
  return (
    <section>
      <h2>{t('incomplete_title')}</h2>
      <p>{t('incomplete_intro')}</p>
      <List
        id="incomplete"
        title={t('incomplete_title')}
        file={`incomplete-${run}-${ranking.direction}-${ranking.kind}`}
        search={ranking.ranked.length === 0}
        rows={here(ranking.incomplete)}
        keyOf={(row) => row.body}
        marks={(row) => ({ 'data-body': row.body })}
        alsoSought={namesOf}
        columns={[
          body,
          {
            id: 'points',
            name: t('points_so_far'),
            kind: 'number',
            value: ({ points }) => points,
            show: ({ points }) => <Amount value={points} />,
          },
          {
            id: 'missing',
            name: t('what_is_missing'),
            value: missingOf,
            show: (row) => (
              <details>
                <summary>{t('incomplete', { n: row.missing.length })}</summary>
                {missingOf(row)}
              </details>
            ),
          },
        ]}
        empty={t('nobody_ranked')}
      />
    </section>
  );
}

function Failed({ ranking: { failed } }: { ranking: Ranking }) {
  const t = useScoringTexts();
  const language = useLanguage();
  return (
    <section id="failed">
      <h2>{t('failed_title')}</h2>
      <ul>
        {failed.map(({ body, name, reason }) => (
          <li key={body} data-body={body}>
            <strong>{name[language]}</strong>: {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
