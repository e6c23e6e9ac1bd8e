import { at } from '../common/api';
import { Bar } from '../common/bar';
import type { TimeLineProps } from '../common/chart/time-line';
import { useLoaded } from '../common/desk';
import { lazily } from '../common/lazily';
import { LoadedView } from '../common/loaded-view';
import { Heading } from '../common/view';
import type { Survey } from '../survey/survey';
import { BodyChoice, useBody } from './body-choice';
import { useDeskTexts } from './texts';

const TimeLine = lazily<TimeLineProps>(() => import('../common/chart/time-line').then((loaded) => loaded.TimeLine));

export function Turnout({ survey }: { survey: Survey }) {
  const t = useDeskTexts();
  const [body, setBody] = useBody(survey);
  const [loaded, again] = useLoaded(at('/surveys/{survey}/turnout', { survey: survey.id, body }));
  return (
    <>
      <Heading page="turnout">{t('turnout')}</Heading>
      <BodyChoice survey={survey} body={body} choose={setBody} />
      <p>{t('turnout_intro')}</p>
      <LoadedView loaded={loaded} again={again}>
        {({ days, total, headcount }) => (
          <>
            <p id="turnout-total" class="lead">
              <strong>{t('turnout_total', { n: total, headcount })}</strong>
            </p>
            <Bar value={total} of={headcount} wide />
            {days.length === 0 ? (
              <p>{t('turnout_none')}</p>
            ) : (
              <TimeLine
                id="turnout"
                title={t('turnout_by_day')}
                name={t('tokens')}
                days={days.map(({ day, tokens }) => ({ day, value: tokens }))}
              />
            )}
          </>
        )}
      </LoadedView>
    </>
  );
}
