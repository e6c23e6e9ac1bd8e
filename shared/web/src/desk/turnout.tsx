import { at } from '../common/api';
import { Bar } from '../common/bar';
import { showDay } from '../common/dates';
import { useLoaded } from '../common/desk';
import { LoadedView } from '../common/loaded-view';
import { useCommonTexts } from '../common/texts';
import { Heading } from '../common/view';
import type { Survey } from '../survey/survey';
import { BodyChoice, useBody } from './body-choice';
import { useDeskTexts } from './texts';

export function Turnout({ survey }: { survey: Survey }) {
  const t = useDeskTexts();
  const common = useCommonTexts();
  const [body, setBody] = useBody(survey);
  const [loaded, again] = useLoaded(at('/surveys/{survey}/turnout', { survey: survey.id, body }));
  return (
    <>
      <Heading page="turnout">{t('turnout')}</Heading>
      <BodyChoice survey={survey} body={body} choose={setBody} />
      <p>{t('turnout_intro')}</p>
      <LoadedView loaded={loaded} again={again}>
        {({ days, total, headcount }) => {
          const most = Math.max(1, ...days.map(({ tokens }) => tokens));
          return (
            <>
              <p id="turnout-total" class="lead">
                <strong>{t('turnout_total', { n: total, headcount })}</strong>
              </p>
              <Bar value={total} of={headcount} wide />
              {days.length === 0 ? (
                <p>{t('turnout_none')}</p>
              ) : (
                <table id="turnout" class="bars">
                  <thead>
                    <tr>
                      <th scope="col">{t('day')}</th>
                      <th scope="col" class="figure">
                        {t('tokens')}
                      </th>
                      <td>
                        <span class="hidden">{t('chart')}</span>
                      </td>
                    </tr>
                  </thead>
                  <tbody>
                    {days.map(({ day, tokens }) => (
                      <tr key={day}>
                        <th scope="row" class="keep">
                          {showDay(day, common)}
                        </th>
                        <td class="figure">{tokens}</td>
                        <td class="bar-cell">
                          <Bar value={tokens} of={most} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </>
          );
        }}
      </LoadedView>
    </>
  );
}
