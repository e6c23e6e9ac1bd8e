import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { isAgency, useDesk, useLoaded } from '../common/desk';
import { LoadedView } from '../common/loaded-view';
import { useCommonTexts } from '../common/texts';
import { Heading } from '../common/view';
import type { ListedSurvey, SurveyState } from './api';
import { useDeskTexts } from './texts';

export function SurveyList() {
  const t = useDeskTexts();
  const common = useCommonTexts();
  const agency = isAgency(useDesk());
  const [loaded, again] = useLoaded(at('/surveys'));
  return (
    <>
      <Heading page="surveys">{t('surveys')}</Heading>
      {agency && (
        <p>
          <a id="open-survey" class="button" href="#/open">
            {t('open_new')}
          </a>
        </p>
      )}
      <LoadedView loaded={loaded} again={again}>
        {({ surveys }) =>
          surveys.length === 0 ? (
            <p>{t('no_surveys')}</p>
          ) : (
            <ul id="surveys" class="cards">
              {newestFirst(surveys).map((survey) => (
                <li key={survey.id} class="card">
                  <h2>
                    <a href={`#/surveys/${encodeURIComponent(survey.id)}`}>{t('survey_name', { year: survey.year })}</a>{' '}
                    <StateTag state={survey.state} />
                  </h2>
                  <dl class="facts">
                    <div>
                      <dt>{t('survey_id')}</dt>
                      <dd>{survey.id}</dd>
                    </div>
                    <div>
                      <dt>{t('opens')}</dt>
                      <dd>{showInstant(survey.opens, common)}</dd>
                    </div>
                    <div>
                      <dt>{t('closes')}</dt>
                      <dd>{showInstant(survey.closes, common)}</dd>
                    </div>
                    <div>
                      <dt>{t('bodies_count')}</dt>
                      <dd>{survey.bodies.length}</dd>
                    </div>
                  </dl>
                </li>
              ))}
            </ul>
          )
        }
      </LoadedView>
    </>
  );
}

export function StateTag({ state }: { state: SurveyState }) {
  const t = useDeskTexts();
  return (
    <strong class={`tag tag-${state.toLowerCase()}`} data-state={state}>
      {t(`state_${state}`)}
    </strong>
  );
}

function newestFirst(surveys: ListedSurvey[]): ListedSurvey[] {
  return [...surveys].sort((one, other) => Date.parse(other.opens) - Date.parse(one.opens));
}
