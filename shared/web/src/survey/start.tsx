import { Beginning } from '../common/beginning';
import { showInstant } from '../common/dates';
import { useLanguage } from '../common/language';
import { useCommonTexts } from '../common/texts';
import { Heading } from '../common/view';
import { Anonymity } from './anonymity';
import type { Survey } from './survey';
import { useSurveyTexts } from './texts';

/** The first page: what this is, how anonymity is kept, and whether the device may keep a draft. */
export function Start(props: {
  survey: Survey;
  shared: boolean | null;
  setShared: (shared: boolean) => void;
  draft: boolean;
  eraseDraft: () => void;
  next: () => void;
}) {
  const { survey, ...beginning } = props;
  const t = useSurveyTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  return (
    <Beginning {...beginning}>
      <Heading page="start" caption={String(survey.year)}>
        {survey.questionnaire.title[language]}
      </Heading>
      <p class="lead">{survey.questionnaire.intro[language]}</p>
      <p>{t('start_time')}</p>
      <p>{t('start_closes', { when: showInstant(survey.closes, common) })}</p>
      <details>
        <summary>{t('start_anonymous')}</summary>
        <Anonymity survey={survey} level={2} />
      </details>
    </Beginning>
  );
}
