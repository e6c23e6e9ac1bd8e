import { useState } from 'preact/hooks';
import { showInstant } from '../common/dates';
import { useLanguage } from '../common/language';
import { useCommonTexts } from '../common/texts';
import { Choices, ErrorSummary, Heading, Note } from '../common/view';
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
  const { survey, shared, setShared, draft, eraseDraft, next } = props;
  const t = useSurveyTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const [attempt, setAttempt] = useState(0);
  const wrong = attempt > 0 && shared === null;
  const go = () => {
    setAttempt(attempt + 1);
    if (shared !== null) {
      next();
    }
  };
  return (
    <>
      <ErrorSummary errors={wrong ? [{ field: 'shared', message: t('start_shared_error') }] : []} attempt={attempt} />
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
      {draft ? (
        <Note>
          <p>{t('draft_found')}</p>
          <div class="buttons">
            <button
              id="draft-continue"
              type="button"
              class="button"
              onClick={() => {
                setShared(false);
                next();
              }}
            >
              {t('draft_continue')}
            </button>
            <button id="draft-erase" type="button" class="button button-plain" onClick={eraseDraft}>
              {t('draft_erase')}
            </button>
          </div>
        </Note>
      ) : (
        <>
          <Choices
            id="shared"
            legend={<span class="legend-large">{t('start_shared_legend')}</span>}
            error={wrong ? t('start_shared_error') : undefined}
            choices={[
              { value: 'yes', label: t('start_shared_yes'), hint: t('start_shared_yes_hint') },
              { value: 'no', label: t('start_shared_no'), hint: t('start_shared_no_hint') },
            ]}
            selected={shared === null ? [] : [shared ? 'yes' : 'no']}
            select={([value]) => setShared(value === 'yes')}
          />
          <button id="continue" type="button" class="button" onClick={go}>
            {t('continue')}
          </button>
        </>
      )}
    </>
  );
}
