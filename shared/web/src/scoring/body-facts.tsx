import { Amount } from '../common/amount';
import { at } from '../common/api';
import { useLoaded } from '../common/desk';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { Choices, Heading, SelectField } from '../common/view';
import type { BodyKind, FactSet } from './api';
import { contribution } from './costs';
import { WithMethodology, type Words } from './methodology';
import { useOriginName } from './source';
import { Mark, originOf, rowsOf, type State, stateOf } from './states';
import { useScoringTexts } from './texts';
import { showValue } from './values';
import { useOwnBody, WithBodies, YearField } from './year-and-body';

const WANTING: State[] = ['missing', 'disputed', 'provisional'];

/** All facts of one body and year, by what they are needed for. */
export function BodyFactsPage({ body, year, query }: { body: string; year: number; query: URLSearchParams }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const own = useOwnBody();
  const show = query.get('show') ?? '';
  const only = query.get('only') ?? '';
  const go = (changed: Record<string, string>, toYear = year) =>
    location.assign(linkTo(['facts', toYear, body], { show, only, ...changed }));
  const [loaded, again] = useLoaded(at('/facts/{body}/{year}', { body, year }));
  return (
    <WithBodies>
      {(bodies) => {
        const found = bodies.find(({ id }) => id === body);
        return (
          <>
            <Heading page="body-facts" caption={t('facts_title')}>
              {found?.name[language] ?? body}
            </Heading>
            {own === undefined && (
              <p>
                <a href={linkTo(['facts'], { year: String(year) })}>{t('all_bodies')}</a>
              </p>
            )}
            <WithMethodology year={year}>
              {(words) => (
                <>
                  <div class="filters">
                    <SelectField
                      id="show"
                      label={t('indicator')}
                      value={show}
                      change={(chosen) => go({ show: chosen })}
                      options={[
                        ['', t('show_all')],
                        ...words.methodology.directions
                          .flatMap((direction) => rowsOf(direction, found?.kind))
                          .map(({ id }): [string, string] => [id, words.name(id)]),
                      ]}
                    />
                    <YearField year={year} choose={(chosen) => go({}, chosen)} />
                  </div>
                  <Choices
                    id="only"
                    legend={t('filter')}
                    choices={[{ value: 'wanting', label: t('only_wanting') }]}
                    selected={only === '' ? [] : [only]}
                    several
                    select={([chosen = '']) => go({ only: chosen })}
                  />
                  <p>
                    <a id="to-preview" href={linkTo(['preview'], { year: String(year), body })}>
                      {t('to_preview')}
                    </a>
                  </p>
                  <LoadedView loaded={loaded} again={again}>
                    {(held) => <Directions held={held} words={words} kind={found?.kind} show={show} only={only} />}
                  </LoadedView>
                </>
              )}
            </WithMethodology>
          </>
        );
      }}
    </WithBodies>
  );
}

/** The facts of each direction by indicator: all of them, those of one, or those that want attention. */
function Directions(props: { held: FactSet; words: Words; kind: BodyKind | undefined; show: string; only: string }) {
  const { held, words, kind, show, only } = props;
  return (
    <>
      {words.methodology.directions.map((direction) => {
        const rows = rowsOf(direction, kind)
          .map(({ id, parts }) => ({
            id,
            shown: parts.filter((name) => only === '' || WANTING.includes(stateOf(held, name))),
          }))
          .filter(({ id, shown }) => shown.length > 0 && (show === '' || show === id));
        return (
          rows.length > 0 && (
            <section key={direction.id}>
              <h2>{words.name(direction.id)}</h2>
              {rows.map(({ id, shown }) => (
                <Part key={id} id={id} shown={shown} held={held} words={words} />
              ))}
            </section>
          )
        );
      })}
    </>
  );
}

function Part({ id, shown, held, words }: { id: string; shown: string[]; held: FactSet; words: Words }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const origin = useOriginName();
  const indicator = words.indicator(id);
  return (
    <>
      <h3>
        {indicator?.symbol && `${indicator.symbol} · `}
        {words.name(id)}
      </h3>
      <table class="listed" data-part={id}>
        <thead class="hidden">
          <tr>
            <th scope="col">{t('fact')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('source')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((name) => {
            const fact = words.fact(name);
            const standing = held.facts[name];
            const points = held.manual?.[name];
            const state = stateOf(held, name);
            return (
              <tr key={name} data-fact={name}>
                <th scope="row">
                  <a href={linkTo(['facts', held.year, held.body, name])}>
                    {fact === undefined ? t('points_of', { indicator: words.name(name) }) : words.name(name)}
                  </a>
                </th>
                <td>
                  {standing !== undefined && fact !== undefined ? (
                    <>
                      <strong>{showValue(fact, standing.value, language, t)}</strong>{' '}
                      {!Array.isArray(standing.value) && fact.unit !== 'WORD' && fact.unit !== 'PERCENT' && (
                        <span class="unit">{words.unit(name)}</span>
                      )}{' '}
                    </>
                  ) : points !== undefined ? (
                    <strong>
                      <Amount value={contribution(points.points, words.indicator(name))} />{' '}
                    </strong>
                  ) : (
                    state === 'absent' && <span class="hint">{t('not_given')}</span>
                  )}
                  <Mark state={state} />
                </td>
                <td class="hint">
                  {standing !== undefined
                    ? origin(originOf(standing))
                    : points !== undefined
                      ? origin('analyst')
                      : fact !== undefined
                        ? t('expected_from', { origin: origin(fact.publisher) })
                        : ''}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
