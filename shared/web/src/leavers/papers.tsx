import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk, useLoaded } from '../common/desk';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading, Note, TextField } from '../common/view';
import { WithBodies, YearField } from '../scoring/year-and-body';
import { type Paper, papersOf } from './api';
import { idIn, workedAt } from './leaving';
import { useLeaversTexts } from './texts';

/** Whose papers a territorial unit has to enter, and has entered. */
export function Papers({ query }: { query: URLSearchParams }) {
  const t = useLeaversTexts();
  const { claims } = useDesk();
  const year = Number(query.get('year') ?? workedAt(new Date()));
  const choose = (chosen: number) => {
    location.hash = linkTo(['exit', 'papers'], { year: String(chosen) });
  };
  return (
    <>
      <Heading page="papers">{t('papers_title')}</Heading>
      <p>{t('papers_intro')}</p>
      {claims.territory === undefined ? (
        <Note kind="warning">
          <p id="no-territory">{t('no_territory')}</p>
        </Note>
      ) : (
        <>
          <YearField year={year} choose={choose} />
          <OfTerritory key={year} year={year} />
        </>
      )}
      <ByNumber />
    </>
  );
}

function OfTerritory({ year }: { year: number }) {
  const t = useLeaversTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const [loaded, again] = useLoaded(at('/exit-interviews', { year }));
  const waitingFirst = (papers: Paper[]) =>
    [...papers].sort((one, other) => Number(other.state === 'WAITING') - Number(one.state === 'WAITING'));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(answer) =>
        papersOf(answer).length === 0 ? (
          <p id="no-papers">{t('papers_none', { year })}</p>
        ) : (
          <WithBodies>
            {(bodies) => (
              <ul id="papers" class="cards">
                {waitingFirst(papersOf(answer)).map((paper) => (
                  <li key={paper.id} class="card" data-paper={paper.id} data-state={paper.state}>
                    <h2 class="breakable">
                      {paper.person}{' '}
                      <strong class={`tag ${paper.state === 'WAITING' ? 'tag-closing' : 'tag-open'}`}>
                        {t(`paper_${paper.state}`)}
                      </strong>
                    </h2>
                    <dl class="facts">
                      <div>
                        <dt>{t('body')}</dt>
                        <dd>{bodies.find(({ id }) => id === paper.body)?.name[language] ?? paper.body}</dd>
                      </div>
                      <div>
                        <dt>{t('leaving_on')}</dt>
                        <dd>{showDate(paper.leavingOn, common)}</dd>
                      </div>
                      <div>
                        <dt>{t('failure')}</dt>
                        <dd>
                          {paper.failure.document}, {showDate(paper.failure.date, common)}, {paper.failure.operator}
                        </dd>
                      </div>
                      <div>
                        <dt>{t('number')}</dt>
                        <dd class="mono breakable">{paper.id}</dd>
                      </div>
                    </dl>
                    {paper.state === 'WAITING' && (
                      <p>
                        <a
                          class="button enter-paper"
                          href={linkTo(['exit', 'papers', paper.id], { year: String(year) })}
                        >
                          {t('enter_paper')}
                        </a>
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </WithBodies>
        )
      }
    </LoadedView>
  );
}

/** A body that stands in no territory is in no list; its personnel service writes the number on the paper. */
function ByNumber() {
  const t = useLeaversTexts();
  const [number, setNumber] = useState('');
  const [error, setError] = useState<string>();
  const go = () => {
    const id = idIn(number.toLowerCase());
    if (id === undefined) {
      return setError(t('number_error'));
    }
    location.hash = linkTo(['exit', 'papers', id]);
  };
  return (
    <section>
      <h2>{t('by_number')}</h2>
      <TextField
        id="by-number"
        label={t('number')}
        hint={t('by_number_hint')}
        kind="code"
        value={number}
        change={setNumber}
        error={error}
      />
      <button id="by-number-go" type="button" class="button button-plain" onClick={go}>
        {t('enter_paper')}
      </button>
    </section>
  );
}
