import { at } from '../common/api';
import { showDay } from '../common/dates';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { FileInLanguages } from '../common/file-in-languages';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading } from '../common/view';
import { BodyField, lastYear, useOwnBody, WithBodies, YearField } from '../scoring/year-and-body';
import type { Obligation, ReportForm } from './api';
import { Findings } from './findings';
import { useReportsTexts } from './texts';

/** What a body owes in a year, when, and what it risks. */
export function Obligations({ query }: { query: URLSearchParams }) {
  const t = useReportsTexts();
  const own = useOwnBody();
  const year = Number(query.get('year') ?? lastYear());
  const body = own ?? query.get('body') ?? '';
  const go = (place: Record<string, string>) => {
    location.hash = linkTo(['reports'], { year: String(year), ...(own === undefined && { body }), ...place });
  };
  return (
    <>
      <Heading page="reports">{t('reports_title')}</Heading>
      <p>{t(own === undefined ? 'reports_intro' : 'reports_intro_own')}</p>
      <WithBodies>
        {(bodies) => <BodyField bodies={bodies} body={body} choose={(chosen) => go({ body: chosen })} />}
      </WithBodies>
      <YearField year={year} choose={(chosen) => go({ year: String(chosen) })} />
      {body !== '' && <OfBody key={`${body} ${year}`} body={body} year={year} />}
    </>
  );
}

function OfBody({ body, year }: { body: string; year: number }) {
  const t = useReportsTexts();
  const [owed, again] = useLoaded(at('/obligations', { body, year }));
  const [forms, formsAgain] = useLoaded(at('/report-forms'));
  return (
    <LoadedView loaded={forms} again={formsAgain}>
      {({ forms: known }) => (
        <LoadedView loaded={owed} again={again}>
          {({ obligations }) =>
            obligations.length === 0 ? (
              <p id="nothing-owed">{t('nothing_owed')}</p>
            ) : (
              <ul id="obligations" class="cards">
                {obligations.map((obligation) => (
                  <OneObligation
                    key={obligation.id}
                    obligation={obligation}
                    form={known.find(({ form }) => form === obligation.form)}
                    changed={again}
                  />
                ))}
              </ul>
            )
          }
        </LoadedView>
      )}
    </LoadedView>
  );
}

function OneObligation({
  obligation,
  form,
  changed,
}: {
  obligation: Obligation;
  form: ReportForm | undefined;
  changed: () => void;
}) {
  const t = useReportsTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const personnel = hasRole(useDesk(), 'hr');
  const { id, period, due, state, risk, report } = obligation;
  const [year] = due.split('-');
  return (
    <li class="card" data-obligation={id} data-form={obligation.form} data-period={period}>
      <h2>
        {form?.name[language] ?? obligation.form}, {period}{' '}
        <strong class={`tag ${state === 'ACCEPTED' ? 'tag-open' : 'tag-closing'}`} data-state={state}>
          {t(`state_${state}`)}
        </strong>
      </h2>
      <dl class="facts">
        <div>
          <dt>{t('due')}</dt>
          <dd>
            {showDay(due, common)} {year}
          </dd>
        </div>
        {risk.kinds.length > 0 && (
          <div>
            <dt>{t('risk')}</dt>
            <dd>
              {risk.kinds.map((kind) => t(`kind_${kind}`)).join(', ')}:{' '}
              <span class="minus">{t('points_at_most', { points: `−${risk.atMost}`, paragraph: risk.citation })}</span>
            </dd>
          </div>
        )}
      </dl>
      {report !== undefined && (
        <p>
          <a class="to-report" href={linkTo(['reports', 'one', report.id])}>
            {t('see_report')}
          </a>
        </p>
      )}
      {personnel && form !== undefined && (
        <>
          <FileInLanguages
            file={form.form}
            title={t('template')}
            label={(language) => t(`template_${language}`)}
            path={(language) => at('/report-forms/{file}', { file: `${form.form}.xlsx`, lang: language })}
            name={(language) => `${form.form}-${language}.xlsx`}
          />
          <p>
            <a class="button send-report" href={linkTo(['reports', 'send', obligation.form, period])}>
              {t('send_file')}
            </a>
          </p>
        </>
      )}
      <Findings obligation={obligation} changed={changed} />
    </li>
  );
}
