import { useLanguage } from '../common/language';
import { Note } from '../common/view';
import { enrolmentOf, groupOf, type Survey, sharePercent } from './survey';
import { useSurveyTexts } from './texts';

/** How many of the respondent's body were enrolled: a list of few, chosen by somebody, would protect nobody on it. */
export function Enrolment({ survey, body }: { survey: Survey; body: string }) {
  const t = useSurveyTexts();
  const language = useLanguage();
  const own = enrolmentOf(survey, [body]);
  const others = groupOf(survey, body);
  const group = others.length > 1 ? enrolmentOf(survey, others) : null;
  const share = sharePercent(survey);
  return own === null ? null : (
    <Note>
      <p id="enrolment">
        {t('enrolment_body', {
          body: survey.bodies[body]![language],
          enrolled: own.enrolled,
          headcount: own.headcount,
        })}{' '}
        {own.late > 0 && t('enrolment_late', { n: own.late })}
      </p>
      {group !== null && (
        <p id="enrolment-group">{t('enrolment_group', { enrolled: group.enrolled, headcount: group.headcount })}</p>
      )}
      {share !== null && <p>{t('enrolment_share', { share })}</p>}
    </Note>
  );
}
