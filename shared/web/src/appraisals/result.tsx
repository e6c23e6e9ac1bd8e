import { showDate } from '../common/dates';
import { showExact } from '../common/decimals';
import { official } from '../common/directory';
import { useLanguage } from '../common/language';
import { useCommonTexts } from '../common/texts';
import type { Appraisal } from './api';
import { GRADES, type Grade, isShown } from './grades';
import { useAppraisalTexts } from './texts';

/** A score with its grade, and why it is this one. */
export function Result({ appraisal }: { appraisal: Appraisal }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const { score, grade, labels, sheet, scores = [] } = appraisal;
  const common = useCommonTexts();
  if (score === undefined || grade === undefined) {
    return null;
  }
  return (
    <section id="result" data-score={score} data-grade={grade}>
      <h2>{t('result')}</h2>
      <p class="points">
        <strong>{showExact(score, language)}</strong> {t('of_five')}
      </p>
      <p>
        <strong>{labels?.[language] ?? t(`grade_${grade}`)}</strong>
      </p>
      {scores.map(({ from, to, because, on }) => (
        <p key={on + to}>
          {t(`because_${because}`, {
            from: showExact(from, language),
            to: showExact(to, language),
            on: showDate(on, common),
          })}
        </p>
      ))}
      <details id="why">
        <summary>{t('why_grade')}</summary>
        <Explanation appraisal={appraisal} score={score} />
        <Bands score={score} grade={grade} />
      </details>
      {sheet?.status === 'PLACEHOLDER' && <p class="hint">{t('placeholder')}</p>}
      <Items appraisal={appraisal} />
    </section>
  );
}

/** How the score came of the items, as far as they made it. */
function Explanation({ appraisal, score }: { appraisal: Appraisal; score: string }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const { sheet, exact, rounding, scores = [] } = appraisal;
  if (sheet === undefined || scores.length > 0) {
    return null;
  }
  return (
    <p>
      {t(`aggregation_${sheet.aggregation}`, { n: sheet.items.length })}
      {exact !== undefined && !isShown(exact, score) && ` ${t('exactly', { exact: showExact(exact, language) })}`}
      {rounding !== undefined && ` ${t(`rounding_${rounding}`)}`}
    </p>
  );
}

/** The four bands of ¶7, the one of the score marked. */
export function Bands({ score, grade }: { score: string; grade: Grade }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  return (
    <table id="bands">
      <caption class="hidden">{t('bands')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('grade')}</th>
          <th scope="col" class="figure">
            {t('band')}
          </th>
        </tr>
      </thead>
      <tbody>
        {GRADES.map((each) => (
          <tr key={each.grade} {...(each.grade === grade && { 'aria-current': 'true', class: 'here' })}>
            <th scope="row">
              {t(`grade_${each.grade}`)}
              {each.grade === grade && (
                <span class="hint"> {t('band_here', { score: showExact(score, language) })}</span>
              )}
            </th>
            <td class="figure">
              {showExact(each.least, language)} – {showExact(each.most, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Items({ appraisal: { sheet, items = [] } }: { appraisal: Appraisal }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const nameOf = (id: string) => {
    const item = sheet?.items.find((each) => each.id === id);
    return item === undefined ? id : official(item.text, language);
  };
  return items.length === 0 ? null : (
    <dl class="answers" id="items">
      {items.map(({ item, value, comment }) => (
        <div key={item} class="answer">
          <dt>{nameOf(item)}</dt>
          <dd>
            {showExact(value, language)}
            {comment !== undefined && (
              <>
                <br />
                <span class="blank">
                  {t('comment')}: {comment}
                </span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
