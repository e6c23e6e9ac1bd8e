import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useLoaded } from '../common/desk';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading } from '../common/view';
import { BodyField, WithBodies, YearField } from '../scoring/year-and-body';
import { leaversOf } from './api';
import { wayOf, workedAt } from './leaving';
import { useLeaversTexts } from './texts';

/** Whom a body has announced, by year of leaving. It never shows who has answered. */
export function LeaversOfYear({ query }: { query: URLSearchParams }) {
  const t = useLeaversTexts();
  const year = Number(query.get('year') ?? workedAt(new Date()));
  const choose = (chosen: number) => {
    location.hash = linkTo(['exit', 'list'], { year: String(chosen) });
  };
  return (
    <>
      <Heading page="leavers">{t('list_title')}</Heading>
      <WithBodies>{(bodies) => <BodyField bodies={bodies} body="" choose={() => undefined} />}</WithBodies>
      <p>{t('list_intro')}</p>
      <p>
        <a id="announce" class="button" href={linkTo(['exit', 'list', 'announce'])}>
          {t('announce')}
        </a>
      </p>
      <YearField year={year} choose={choose} />
      <OfYear key={year} year={year} />
    </>
  );
}

function OfYear({ year }: { year: number }) {
  const t = useLeaversTexts();
  const common = useCommonTexts();
  const [loaded, again] = useLoaded(at('/exit-interviews', { year }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(answer) =>
        leaversOf(answer).length === 0 ? (
          <p id="no-leavers">{t('list_none', { year })}</p>
        ) : (
          <table id="leavers">
            <thead>
              <tr>
                <th scope="col">{t('person')}</th>
                <th scope="col">
                  {t('leaving_on')}, {t('way')}
                </th>
              </tr>
            </thead>
            <tbody>
              {leaversOf(answer).map((leaver) => {
                const way = wayOf(leaver);
                return (
                  <tr key={leaver.id} data-leaver={leaver.id} data-way={way}>
                    <th scope="row" class="breakable">
                      <a href={linkTo(['exit', 'list', 'one', leaver.id])}>{leaver.person}</a>
                      {leaver.unit !== '' && (
                        <>
                          <br />
                          <span class="hint">{leaver.unit}</span>
                        </>
                      )}
                    </th>
                    <td>
                      {showDate(leaver.leavingOn, common)}
                      <br />
                      {t(`way_${way}`)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )
      }
    </LoadedView>
  );
}
