import { at } from '../common/api';
import { useLoaded } from '../common/desk';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { Heading, Note } from '../common/view';
import type { BodyKind } from './api';
import { WithMethodology, type Words } from './methodology';
import { useScoringTexts } from './texts';
import { Tried } from './tried';
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
      {(facts) => <Tried facts={facts} kind={kind} words={words} />}
    </LoadedView>
  );
}
