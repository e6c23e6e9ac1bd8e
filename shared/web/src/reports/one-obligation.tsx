import { at } from '../common/api';
import { showDate } from '../common/dates';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { FileInLanguages } from '../common/file-in-languages';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading, Note } from '../common/view';
import { lastYear, useOwnBody } from '../scoring/year-and-body';
import type { Obligation, ReportForm } from './api';
import { Findings } from './findings';
import { StateTag } from './obligations';
import { useReportsTexts } from './texts';

/** One report that is owed: by when, what it risks, the empty form, and what was found to be wrong. */
export function OneObligation({ id, query }: { id: string; query: URLSearchParams }) {
  const t = useReportsTexts();
  const own = useOwnBody();
  const year = Number(query.get('year') ?? lastYear());
  const body = own ?? query.get('body') ?? '';
  const [owed, again] = useLoaded(at('/obligations', { body, year }));
  const [forms, formsAgain] = useLoaded(at('/report-forms'));
  return (
    <LoadedView loaded={forms} again={formsAgain}>
      {({ forms: known }) => (
        <LoadedView loaded={owed} again={again}>
          {({ obligations }) => {
            const found = obligations.find((each) => each.id === id);
            return (
              <>
                {found === undefined ? (
                  <Note kind="warning">
                    <p id="not-owed">{t('nothing_owed')}</p>
                  </Note>
                ) : (
                  <Owed obligation={found} form={known.find(({ form }) => form === found.form)} changed={again} />
                )}
                <p>
                  <a id="back" href={linkTo(['reports'], { year: String(year), body })}>
                    {t('back')}
                  </a>
                </p>
              </>
            );
          }}
        </LoadedView>
      )}
    </LoadedView>
  );
}

interface OwedProps {
  obligation: Obligation;
  form: ReportForm | undefined;
  changed: () => void;
}

function Owed({ obligation, form, changed }: OwedProps) {
  const t = useReportsTexts();
  const language = useLanguage();
  const personnel = hasRole(useDesk(), 'hr');
  const { id, period, state, report } = obligation;
  return (
    <article data-obligation={id} data-form={obligation.form} data-period={period}>
      <Heading page={`owed ${id}`} caption={period}>
        {form?.name[language] ?? obligation.form}
      </Heading>
      <p>
        <StateTag state={state} />
      </p>
      <Terms obligation={obligation} />
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
            label={(each) => t(`template_${each}`)}
            path={(each) => at('/report-forms/{file}', { file: `${form.form}.xlsx`, lang: each })}
            name={(each) => `${form.form}-${each}.xlsx`}
          />
          <p>
            <a class="button send-report" href={linkTo(['reports', 'send', obligation.form, period])}>
              {t('send_file')}
            </a>
          </p>
        </>
      )}
      <Findings obligation={obligation} changed={changed} />
    </article>
  );
}

function Terms({ obligation: { due, risk } }: { obligation: Obligation }) {
  const t = useReportsTexts();
  const common = useCommonTexts();
  return (
    <dl class="facts">
      <div>
        <dt>{t('due')}</dt>
        <dd>{showDate(due, common)}</dd>
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
  );
}
