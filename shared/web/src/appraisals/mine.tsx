import { at } from '../common/api';
import { showDate } from '../common/dates';
import { showExact } from '../common/decimals';
import { useDesk, useLoaded } from '../common/desk';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { almatyDay, daysUntil } from '../common/today';
import { Heading } from '../common/view';
import type { Line } from './api';
import { HistoryChart } from './history-chart';
import { StateTag } from './state-tag';
import { useAppraisalTexts } from './texts';

/** One's own quarters: the newest first, how the scores went, and what can still be disagreed with. */
export function Mine() {
  const t = useAppraisalTexts();
  const [loaded, again] = useLoaded(at('/appraisals/mine'));
  return (
    <>
      <Heading page="mine">{t('mine_title')}</Heading>
      <p>{t('mine_intro')}</p>
      <LoadedView loaded={loaded} again={again}>
        {({ appraisals }) => <Own lines={appraisals as Line[]} />}
      </LoadedView>
    </>
  );
}

function Own({ lines }: { lines: Line[] }) {
  const t = useAppraisalTexts();
  const { claims } = useDesk();
  const ordered = [...lines].sort((one, other) => other.quarter.localeCompare(one.quarter));
  const scored = [...ordered]
    .reverse()
    .flatMap(({ quarter, score }) => (score === undefined ? [] : [{ quarter, score }]));
  const years = [...new Set(ordered.map(({ quarter }) => quarter.slice(0, 4)))];
  return ordered.length === 0 ? (
    <p id="no-appraisals">{t('mine_none')}</p>
  ) : (
    <>
      <ul class="cards" id="mine">
        {ordered.map((line) => (
          <OwnQuarter key={line.id} line={line} />
        ))}
      </ul>
      {scored.length > 1 && <HistoryChart quarters={scored} />}
      <h2>{t('years_own')}</h2>
      <ul>
        {years.map((year) => (
          <li key={year}>
            <a href={linkTo(['appraisals', 'years', year, claims.sub])}>{t('year_of', { year })}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function OwnQuarter({ line }: { line: Line }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const common = useCommonTexts();
  const { id, quarter, state, score, grade, labels, applyBy } = line;
  const left = applyBy === undefined ? -1 : daysUntil(applyBy, almatyDay(new Date()));
  return (
    <li class="card" data-appraisal={id}>
      <h2>
        <a href={linkTo(['appraisals', 'one', id])}>{t('quarter_of', { quarter })}</a>
      </h2>
      <p>
        <StateTag state={state} />
      </p>
      {score !== undefined && grade !== undefined && (
        <p>
          <strong>{showExact(score, language)}</strong> – {labels?.[language] ?? t(`grade_${grade}`)}
        </p>
      )}
      {state === 'PUBLISHED' && applyBy !== undefined && left >= 0 && (
        <p>{t('can_disagree', { on: showDate(applyBy, common), n: left })}</p>
      )}
    </li>
  );
}
