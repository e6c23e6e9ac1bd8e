import { Amount } from '../common/amount';
import { at } from '../common/api';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { Heading, SelectField } from '../common/view';
import type { BodyFacts, DirectionId } from './api';
import { contribution } from './costs';
import { FactFile } from './fact-file';
import { WithMethodology, type Words } from './methodology';
import { Mark, rowsOf, type State, stateOf } from './states';
import { useScoringTexts } from './texts';
import { showShort } from './values';
import { BodyField, lastYear, WithBodies, YearField } from './year-and-body';

/** Beside the indicators: each as a whole, or every fact of the direction. */
const WHOLE = '';
const EVERYTHING = 'all';

const MARKED: State[] = ['missing', 'disputed', 'provisional', 'manual'];

/** Which body has which fact, and how it stands. */
export function Matrix({ query }: { query: URLSearchParams }) {
  const t = useScoringTexts();
  const desk = useDesk();
  const year = Number(query.get('year') ?? lastYear());
  const direction = (query.get('direction') ?? (hasRole(desk, 'agency') ? 'pm' : 'it')) as DirectionId;
  const show = query.get('show') ?? WHOLE;
  const after = query.get('after') ?? '';
  const placeOf = (changed: Record<string, string>) =>
    linkTo(['facts'], { year: String(year), direction, show, ...changed });
  const go = (changed: Record<string, string>) => location.assign(placeOf(changed));
  const [loaded, again] = useLoaded(at('/facts', { year, limit: 25, after }));
  return (
    <>
      <Heading page="matrix">{t('facts_title')}</Heading>
      <p>{t('facts_intro')}</p>
      <WithMethodology year={year}>
        {(words) => (
          <>
            <div class="filters filters-four">
              <SelectField
                id="direction"
                label={t('direction')}
                value={direction}
                change={(chosen) => go({ direction: chosen, show: WHOLE })}
                options={words.methodology.directions.map(({ id }): [string, string] => [id, words.name(id)])}
              />
              <SelectField
                id="show"
                label={t('show')}
                value={show}
                change={(chosen) => go({ show: chosen })}
                options={[
                  [WHOLE, t('show_whole')],
                  [EVERYTHING, t('show_everything')],
                  ...rows(words, direction).map(({ id }): [string, string] => [id, words.name(id)]),
                ]}
              />
              <WithBodies>
                {(bodies) => (
                  <BodyField
                    bodies={bodies}
                    body=""
                    choose={(body) => location.assign(linkTo(['facts', year, body]))}
                  />
                )}
              </WithBodies>
              <YearField year={year} choose={(chosen) => go({ year: String(chosen) })} />
            </div>
            <p class="legend">
              {MARKED.map((state) => (
                <Mark key={state} state={state} />
              ))}
            </p>
            <LoadedView loaded={loaded} again={again}>
              {({ bodies, next }) =>
                bodies.length === 0 ? (
                  <p id="no-bodies">{t('no_bodies')}</p>
                ) : (
                  <>
                    <Cells bodies={bodies} year={year} direction={direction} show={show} words={words} />
                    <Pages here={after} next={next} to={(at) => placeOf({ after: at })} />
                  </>
                )
              }
            </LoadedView>
            <FactFile year={year} changed={again} />
          </>
        )}
      </WithMethodology>
    </>
  );
}

interface CellsProps {
  bodies: BodyFacts[];
  year: number;
  direction: DirectionId;
  show: string;
  words: Words;
}

function Cells({ bodies, year, direction, show, words }: CellsProps) {
  const t = useScoringTexts();
  const shown = rows(words, direction).filter(({ id }) => show === EVERYTHING || id === show);
  const parts = [...new Set(shown.flatMap((row) => row.parts))];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t('facts_title')}>
      {show === WHOLE ? (
        <Whole bodies={bodies} year={year} direction={direction} words={words} />
      ) : (
        <Single bodies={bodies} year={year} parts={parts} words={words} />
      )}
    </div>
  );
}

function Pages(props: { here: string; next: string | undefined; to: (after: string) => string }) {
  const { here, next, to } = props;
  const t = useScoringTexts();
  return (
    <nav class="buttons" aria-label={t('pages')}>
      {here !== '' && (
        <a id="first-page" href={to('')}>
          {t('first_page')}
        </a>
      )}
      {next !== undefined && (
        <a id="next-page" href={to(next)}>
          {t('next_page')}
        </a>
      )}
    </nav>
  );
}

function rows(words: Words, direction: DirectionId) {
  const found = words.methodology.directions.find(({ id }) => id === direction);
  return found === undefined ? [] : rowsOf(found);
}

/** A row a body, a column an indicator: how many of its facts want attention. */
function Whole({
  bodies,
  year,
  direction,
  words,
}: {
  bodies: BodyFacts[];
  year: number;
  direction: DirectionId;
  words: Words;
}) {
  const t = useScoringTexts();
  const language = useLanguage();
  const columns = rows(words, direction);
  return (
    <table id="matrix" class="matrix">
      <thead>
        <tr>
          <th scope="col">{t('body_short')}</th>
          {columns.map(({ id }) => (
            <th key={id} scope="col">
              {words.name(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bodies.map((each) => (
          <tr key={each.body} data-body={each.body}>
            <th scope="row">
              <a href={linkTo(['facts', year, each.body])}>{each.name[language]}</a>
            </th>
            {columns.map(({ id, parts }) => {
              const indicator = words.indicator(id);
              const states = parts.map((part) => stateOf(each, part));
              const wanting = MARKED.map((state) => ({
                state,
                count: states.filter((other) => other === state).length,
              })).filter(({ count }) => count > 0);
              return (
                <td key={id} data-cell={id}>
                  {indicator !== undefined && indicator.maximum[each.kind] === undefined ? (
                    <span class="hint">{t('not_asked')}</span>
                  ) : (
                    <a href={linkTo(['facts', year, each.body], { show: id })} class="cell">
                      {wanting.map(({ state, count }) => (
                        <Mark key={state} state={state} count={count} />
                      ))}
                      {wanting.every(({ state }) => state === 'manual') && <span>{t('all_there')}</span>}
                      <span class="hidden">{`, ${words.name(id)}, ${each.name[language]}`}</span>
                    </a>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A row a body, a column a fact: its value and how it stands. */
function Single({ bodies, year, parts, words }: { bodies: BodyFacts[]; year: number; parts: string[]; words: Words }) {
  const t = useScoringTexts();
  const language = useLanguage();
  return (
    <table id="matrix" class="matrix">
      <thead>
        <tr>
          <th scope="col">{t('body_short')}</th>
          {parts.map((name) => (
            <th key={name} scope="col">
              {words.name(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bodies.map((each) => (
          <tr key={each.body} data-body={each.body}>
            <th scope="row">
              <a href={linkTo(['facts', year, each.body])}>{each.name[language]}</a>
            </th>
            {parts.map((name) => {
              const fact = words.fact(name);
              const standing = each.facts[name];
              const points = each.manual[name]?.points;
              const state = stateOf(each, name);
              return (
                <td key={name} data-cell={name}>
                  <a href={linkTo(['facts', year, each.body, name])} class="cell">
                    <span>
                      {standing !== undefined && fact !== undefined ? (
                        showShort(fact, standing.value, language, t)
                      ) : points !== undefined ? (
                        <Amount value={contribution(points, words.indicator(name))} />
                      ) : state === 'absent' ? (
                        '–'
                      ) : (
                        ''
                      )}
                    </span>
                    <Mark state={state} />
                    <span class="hidden">{`, ${words.name(name)}, ${each.name[language]}`}</span>
                  </a>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
