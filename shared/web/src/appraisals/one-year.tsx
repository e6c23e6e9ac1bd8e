import { at } from '../common/api';
import { showDate } from '../common/dates';
import { showDecimal, showExact } from '../common/decimals';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading, Note } from '../common/view';
import type { YearScore } from './api';
import { HistoryChart } from './history-chart';
import { Bands } from './result';
import { useAppraisalTexts } from './texts';
import { YearActs } from './year-acts';

/** The yearly score of one person: which quarters made it, and what is still missing. */
export function OneYear({ year, employee }: { year: string; employee: string }) {
  const [loaded, again] = useLoaded(at('/yearly-scores/{year}/{employee}', { year, employee }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(score) => (
        <WithDirectory>
          <Year score={score as YearScore} again={again} />
        </WithDirectory>
      )}
    </LoadedView>
  );
}

function Year({ score, again }: { score: YearScore; again: () => void }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const common = useCommonTexts();
  const desk = useDesk();
  const { nameOf } = useDirectory();
  const { year, employee, state, meanRounded, meanRaw, grade, labels, provisional, missing, formedOn, due, reason } =
    score;
  const own = employee === desk.claims.sub;
  return (
    <>
      <Heading page={`year ${year} ${employee}`} caption={t('year_of', { year })}>
        {own ? t('own_year') : (score.person?.name ?? nameOf(employee))}
      </Heading>
      <p>
        <strong class={`tag ${state === 'COLLECTING' ? '' : 'tag-open'}`} data-state={state}>
          {t(`year_state_${state}`)}
        </strong>{' '}
        {provisional && <strong class="tag tag-closing">{t('provisional')}</strong>}
      </p>
      {meanRounded !== undefined && grade !== undefined && (
        <section id="year-result" data-score={meanRounded}>
          <p class="points">
            <strong>{showExact(meanRounded, language)}</strong> {t('of_five')}
          </p>
          <p>
            <strong>{labels?.[language] ?? t(`grade_${grade}`)}</strong>
          </p>
          <p>
            {t('mean_of', {
              scores: (score.quartersUsed ?? [])
                .map((used) => `${used.quarter.slice(5)}: ${showDecimal(used.score, 2, language)}`)
                .join('; '),
              mean: showExact(meanRaw ?? meanRounded, language),
            })}
          </p>
          <details>
            <summary>{t('why_grade')}</summary>
            <Bands score={meanRounded} grade={grade} />
          </details>
        </section>
      )}
      {reason === 'NO_QUARTER_ASSESSED' && <p>{t('year_no_quarter')}</p>}
      {missing.length > 0 && (
        <Note kind="warning">
          <p>{t('year_missing')}</p>
          <ul>
            {missing.map(({ quarter, why }) => (
              <li key={quarter + why}>
                {t('quarter_of', { quarter })}: {t(`why_${why}` as 'why_NO_SCORE')}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <p class="hint">
        {formedOn !== undefined && t('formed', { on: showDate(formedOn, common), n: score.revision ?? 1 })}{' '}
        {due !== undefined && t('year_due', { on: showDate(due, common) })}
      </p>
      <Quarters score={score} />
      {desk.claims.body === score.body && hasRole(desk, 'hr') && !own && <YearActs score={score} done={again} />}
      <Earlier score={score} />
      <p>
        <a href={linkTo(own ? ['appraisals', 'mine'] : ['appraisals', 'years'], own ? {} : { year: String(year) })}>
          {t('back')}
        </a>
      </p>
    </>
  );
}

function Quarters({ score }: { score: YearScore }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const { quartersUsed = [] } = score;
  return (
    <>
      {quartersUsed.length > 1 && <HistoryChart quarters={quartersUsed} />}
      <table id="quarters">
        <caption class="hidden">{t('quarters')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quarter')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col" class="figure">
              {t('score')}
            </th>
          </tr>
        </thead>
        <tbody>
          {quarterRows(score, t).map(({ quarter, state, score: its }, index) => (
            <tr key={`${quarter} ${index}`} data-quarter={quarter}>
              <th scope="row">{quarter}</th>
              <td>{state}</td>
              <td class="figure">{its === undefined ? '–' : showExact(its, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What each quarter has: its cases, and what was scored elsewhere. */
function quarterRows({ quarters, entered = {} }: YearScore, t: ReturnType<typeof useAppraisalTexts>) {
  return quarters.flatMap(({ quarter, cases }) => {
    const elsewhere = entered[quarter];
    const rows: { quarter: string; state: string; score: string | undefined }[] = [
      ...cases.map(({ state, score }) => ({ quarter, state: t(`state_${state}`), score })),
      ...(elsewhere === undefined
        ? []
        : [{ quarter, state: t('scored_elsewhere', { reason: elsewhere.reason }), score: elsewhere.score }]),
    ];
    return rows.length > 0 ? rows : [{ quarter, state: '–', score: undefined }];
  });
}

function Earlier({ score: { earlier = [] } }: { score: YearScore }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const common = useCommonTexts();
  return earlier.length === 0 ? null : (
    <details id="earlier">
      <summary>{t('earlier')}</summary>
      <ul>
        {[...earlier].reverse().map(({ revision, formedOn, meanRounded, grade }) => (
          <li key={revision}>
            {showDate(formedOn, common)}: {showExact(meanRounded, language)} – {t(`grade_${grade}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
