import { at } from '../common/api';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { FileInLanguages } from '../common/file-in-languages';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { Heading, Note, SelectField } from '../common/view';
import { lastYear, WithBodies, YearField } from '../scoring/year-and-body';
import { type BodySummary, type Columns, type Ground, isOfBody } from './api';
import { ReasonsTold } from './reasons';
import { useLeaversTexts } from './texts';

/** Appendix 1 of a body and year; for the Agency also why people left, of a body or of all. */
export function Summary({ query }: { query: URLSearchParams }) {
  const t = useLeaversTexts();
  const desk = useDesk();
  const agency = hasRole(desk, 'agency');
  const year = Number(query.get('year') ?? lastYear());
  const body = agency ? (query.get('body') ?? '') : (desk.claims.body ?? '');
  const go = (place: Record<string, string>) => {
    location.hash = linkTo(['exit', 'summary'], { year: String(year), ...(agency && { body }), ...place });
  };
  return (
    <>
      <Heading page="exit-summary">{t('summary_title')}</Heading>
      <p>{t(agency ? 'summary_intro' : 'summary_intro_own')}</p>
      <WhichBody body={body} choose={agency ? (chosen) => go({ body: chosen }) : undefined} />
      <YearField year={year} choose={(chosen) => go({ year: String(chosen) })} />
      {body === '' ? <OfAll key={year} year={year} /> : <OfBody key={`${body} ${year}`} body={body} year={year} />}
    </>
  );
}

function WhichBody({ body, choose }: { body: string; choose: ((body: string) => void) | undefined }) {
  const t = useLeaversTexts();
  const language = useLanguage();
  return (
    <WithBodies>
      {(bodies) => {
        const names = bodies.map(({ id, name }): [string, string] => [id, name[language]]);
        names.sort(([, one], [, other]) => one.localeCompare(other, language));
        return choose === undefined ? (
          <p class="caption">{names.find(([id]) => id === body)?.[1] ?? body}</p>
        ) : (
          <SelectField
            id="body"
            label={t('body')}
            value={body}
            change={choose}
            options={[['', t('all_bodies')], ...names]}
          />
        );
      }}
    </WithBodies>
  );
}

function OfAll({ year }: { year: number }) {
  const [loaded, again] = useLoaded(at('/exit-interviews/summary', { year }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {({ reasons }) => reasons !== undefined && <ReasonsTold reasons={reasons} />}
    </LoadedView>
  );
}

const FIGURES = ['announced', 'interviewed', 'paper', 'exempt', 'moved'] as const;

function OfBody({ body, year }: { body: string; year: number }) {
  const t = useLeaversTexts();
  const [loaded, again] = useLoaded(at('/exit-interviews/summary', { body, year }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(summary) =>
        isOfBody(summary) && (
          <>
            {summary.findings.length > 0 && (
              <Note kind="warning">
                <h2>{t('findings')}</h2>
                <ul id="findings">
                  {summary.findings.map(({ code, message }) => (
                    <li key={code} data-finding={code}>
                      {message}
                    </li>
                  ))}
                </ul>
              </Note>
            )}
            <dl id="figures" class="figures">
              {FIGURES.map((figure) => (
                <div key={figure} data-figure={figure}>
                  <dt>{t(`figure_${figure}`)}</dt>
                  <dd>{summary[figure]}</dd>
                </div>
              ))}
            </dl>
            <ExemptByGround grounds={summary.exemptByGround} />
            <h2 id="appendix-1-title">{t('appendix_1')}</h2>
            {!summary.over && <p id="year-goes-on">{t('year_goes_on')}</p>}
            <Units summary={summary} />
            <FileInLanguages
              file="appendix-1"
              title={t('workbook')}
              label={(language) => t(`workbook_${language}`)}
              path={(language) => at('/exit-interviews/summary.xlsx', { body, year, lang: language })}
              name={(language) => `appendix-1-${body}-${year}-${language}.xlsx`}
            />
            {summary.reasons !== undefined && <ReasonsTold reasons={summary.reasons} />}
          </>
        )
      }
    </LoadedView>
  );
}

function ExemptByGround({ grounds }: { grounds: BodySummary['exemptByGround'] }) {
  const t = useLeaversTexts();
  const entries = Object.entries(grounds) as [Ground, number][];
  return entries.length === 0 ? null : (
    <>
      <h2>{t('exempt_by_ground')}</h2>
      <ul id="exempt-by-ground">
        {entries.map(([ground, people]) => (
          <li key={ground} data-ground={ground}>
            {t(`ground_${ground}`)}: {people}
          </li>
        ))}
      </ul>
    </>
  );
}

const COLUMNS: (keyof Columns)[] = ['leftService', 'leftServiceInterviewed', 'leftBody', 'leftBodyInterviewed'];

function Units({ summary: { units, total } }: { summary: BodySummary }) {
  const t = useLeaversTexts();
  return (
    <div class="scroll" tabIndex={0} role="region" aria-labelledby="appendix-1-title">
      <table id="units">
        <thead>
          <tr>
            <th scope="col">{t('unit')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" class="figure">
                {t(`column_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={`${unit.section} ${unit.unit}`} data-unit={unit.unit}>
              <th scope="row">
                {unit.unit === '' ? t('unit_none') : unit.unit}
                <br />
                <span class="hint">{t(`section_${unit.section}`)}</span>
              </th>
              <Cells columns={unit} />
            </tr>
          ))}
          <tr id="total">
            <th scope="row">
              <strong>{t('total')}</strong>
            </th>
            <Cells columns={total} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Cells({ columns }: { columns: Columns }) {
  const t = useLeaversTexts();
  return (
    <>
      {COLUMNS.map((column) => (
        <td key={column} class="figure">
          {columns[column] ?? (
            <>
              <span aria-hidden="true">–</span>
              <span class="hidden">{t('not_yet')}</span>
            </>
          )}
        </td>
      ))}
    </>
  );
}
