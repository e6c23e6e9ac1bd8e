import { Amount } from '../common/amount';
import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { decimalMark } from '../common/decimals';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading, Note } from '../common/view';
import type { Claim, FactSet, FactType, Standing } from './api';
import { contribution } from './costs';
import { Entry, type PlaceOfFact } from './fact-entry';
import { WithMethodology, type Words } from './methodology';
import { Source, SourceDetails, sourceOf, useOriginName } from './source';
import { directionOf, Mark, originOf, stateOf } from './states';
import { useScoringTexts } from './texts';
import { showValue } from './values';

/** One fact, or the points of one indicator entered by hand: what it is, where it comes from, what was said before, and its entry. */
export function OneFact(place: PlaceOfFact) {
  const { body, year, name } = place;
  const language = useLanguage();
  const t = useScoringTexts();
  const [loaded, again] = useLoaded(at('/facts/{body}/{year}', { body, year }));
  // The heading takes the focus when it comes, so it waits for nothing that the form does not wait for.
  const [bodies] = useLoaded(at('/bodies'));
  const known = bodies.at === 'here' ? bodies.value.bodies.find(({ id }) => id === body) : undefined;
  return (
    <WithMethodology year={year}>
      {(words) => (
        <>
          <Heading page={`fact-${name}`} caption={`${known?.name[language] ?? body}, ${year}`}>
            {words.fact(name) === undefined ? t('points_of', { indicator: words.name(name) }) : words.name(name)}
          </Heading>
          <p>
            <a href={linkTo(['facts', year, body])}>{t('facts_of_body')}</a>
          </p>
          <LoadedView loaded={loaded} again={again}>
            {(held) => <Opened held={held} place={place} words={words} again={again} />}
          </LoadedView>
        </>
      )}
    </WithMethodology>
  );
}

function Opened({ held, place, words, again }: { held: FactSet; place: PlaceOfFact; words: Words; again: () => void }) {
  const t = useScoringTexts();
  const desk = useDesk();
  const language = useLanguage();
  const origin = useOriginName();
  const { name } = place;
  const fact = words.fact(name);
  const standing = held.facts[name];
  const points = held.manual?.[name];
  const direction = directionOf(words.methodology.directions, name);
  const enters = (direction === 'pm' && hasRole(desk, 'agency')) || (direction === 'it' && hasRole(desk, 'digital'));
  const uses = words.methodology.directions
    .flatMap(({ indicators }) => indicators)
    .filter((indicator) => indicator.facts.includes(name) || indicator.id === name);
  return (
    <>
      <p class="lead" id="standing">
        {standing !== undefined && fact !== undefined ? (
          <>
            <strong>{showValue(fact, standing.value, language, t)}</strong>{' '}
            {!Array.isArray(standing.value) && fact.unit !== 'WORD' && fact.unit !== 'PERCENT' && words.unit(name)}{' '}
          </>
        ) : points !== undefined ? (
          <>
            <strong>
              <Amount value={contribution(points.points, words.indicator(name))} />
            </strong>{' '}
            {words.fact(name) === undefined && t('points_unit')}{' '}
          </>
        ) : (
          <span>{t('nothing_there')} </span>
        )}
        <Mark state={stateOf(held, name)} />
      </p>
      {standing?.source.provisional === true && (
        <Note>
          <p>{t('provisional_note')}</p>
        </Note>
      )}
      <dl class="small">
        {fact !== undefined && (
          <>
            <dt>{t('paragraph')}</dt>
            <dd>{fact.paragraph}</dd>
          </>
        )}
        {uses.length > 0 && (
          <>
            <dt>{t('used_by')}</dt>
            {uses.map(({ id, symbol, citation }) => (
              <dd key={id}>
                {symbol && `${symbol} · `}
                {words.name(id)} ({citation.paragraph})
              </dd>
            ))}
          </>
        )}
        {fact !== undefined && standing === undefined && (
          <>
            <dt>{t('source')}</dt>
            <dd>{t('expected_from', { origin: origin(fact.publisher) })}</dd>
          </>
        )}
        {fact?.agencyOnly && <dd>{t('agency_only')}</dd>}
      </dl>
      {standing !== undefined && <Source origin={originOf(standing)} source={standing.source} />}
      {points !== undefined && <Source origin="analyst" source={sourceOf(points)} />}
      {fact !== undefined && standing?.disputed && <Claims fact={fact} standing={standing} />}
      {enters && <Entry key={name} held={held} place={place} words={words} fact={fact} again={again} />}
      {(hasRole(desk, 'agency') || hasRole(desk, 'digital')) && (
        <History place={place} fact={fact} version={standing?.version ?? points?.version} />
      )}
    </>
  );
}

/** What stands and what others say, side by side. */
function Claims({ fact, standing }: { fact: FactType; standing: Standing }) {
  const t = useScoringTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const origin = useOriginName();
  const claims: Claim[] = [{ ...standing, origin: originOf(standing) }, ...(standing.others ?? [])];
  return (
    <section id="claims">
      <h2>{t('disputed_title')}</h2>
      <p>{t('disputed_intro')}</p>
      <ul class="cards cards-two">
        {claims.map((claim, index) => (
          <li key={claim.origin} class="card" data-origin={claim.origin}>
            <h3>
              {origin(claim.origin)} {index === 0 && <span class="tag">{t('stands_now')}</span>}
            </h3>
            <p class="points">
              <strong>{showValue(fact, claim.value, language, t)}</strong>
            </p>
            {claim.at !== undefined && (
              <p class="hint">
                {showInstant(claim.at, common)}
                {claim.by !== undefined && `, ${claim.by}`}
              </p>
            )}
            {claim.source !== undefined && (
              <details>
                <summary>{t('source')}</summary>
                <SourceDetails source={claim.source} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everything that was ever said about the fact, the latest first. */
function History({
  place,
  fact,
  version,
}: {
  place: PlaceOfFact;
  fact: FactType | undefined;
  version: string | undefined;
}) {
  const t = useScoringTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const origin = useOriginName();
  const { body, year, name } = place;
  const [loaded, again] = useLoaded(at('/facts/{body}/{year}/history', { body, year, fact: name }), version);
  return (
    <section>
      <h2>{t('history')}</h2>
      <LoadedView loaded={loaded} again={again}>
        {({ history }) =>
          history.length === 0 ? (
            <p id="no-history">{t('history_none')}</p>
          ) : (
            <ol id="history" class="said">
              {history.map((said, index) => (
                <li key={index}>
                  <strong>
                    {said.value === undefined
                      ? t('withdrawn')
                      : fact === undefined
                        ? decimalMark(String(said.value), language)
                        : showValue(fact, said.value, language, t)}
                  </strong>{' '}
                  – {origin(said.origin)}
                  {said.by !== undefined && `, ${said.by}`}
                  {said.at !== undefined && `, ${showInstant(said.at, common)}`}
                  {said.basis !== undefined && (
                    <>
                      <br />
                      <span class="hint">
                        {t('basis')}: {said.basis}
                      </span>
                    </>
                  )}
                </li>
              ))}
            </ol>
          )
        }
      </LoadedView>
    </section>
  );
}
