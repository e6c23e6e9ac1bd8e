import { at } from '../common/api';
import { hasRole, useDesk } from '../common/desk';
import { FileInLanguages } from '../common/file-in-languages';
import { linkTo } from '../common/route';
import { Choices } from '../common/view';
import { type Commission, type Line, mayDo, type Warning } from './api';
import { useDay } from './parts';
import { useSheets, whoseSheet } from './sheets-of-body';
import { Step } from './step';
import { useKpiTexts } from './texts';

const LANGUAGES = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

type Day = NonNullable<Commission['timetable']>['meetings'][number];

/** The days of the timetable with their sheets, the documents that were supplied, and the way into the meeting. */
export function TimetableDays(props: {
  commission: Commission;
  done: (warnings: Warning[]) => void;
  again: () => void;
}) {
  const { commission } = props;
  const t = useKpiTexts();
  const day = useDay();
  const desk = useDesk();
  const sheets = useSheets(commission.version);
  const holds = hasRole(desk, 'hr') || desk.claims.sub === commission.secretary;
  return (
    <ol class="cards">
      {(commission.timetable?.meetings ?? []).map((each) => {
        const open = (each.documents ?? []).filter((id) => sheets?.get(id)?.state === 'AT_COMMISSION');
        return (
          <li key={each.on} class="card" data-day={each.on}>
            <h2>{day(each.on)}</h2>
            <ul>
              {each.sheets.map((id) => (
                <li key={id}>
                  <SheetLink sheets={sheets} id={id} />{' '}
                  {each.documents?.includes(id) && <span class="tag">{t('documents_here')}</span>}
                </li>
              ))}
            </ul>
            {each.documents !== undefined && (
              <FileInLanguages
                file={`draft-${each.on}`}
                title={t('draft_protocol')}
                label={(language) => `${t('draft_protocol')}, ${LANGUAGES[language]}`}
                path={(lang) =>
                  at('/commissions/{commission}/timetable/{on}', {
                    commission: commission.id,
                    on: `${each.on}.pdf`,
                    lang,
                  })
                }
                name={(language) => `${commission.id}-${each.on}-${language}.pdf`}
              />
            )}
            {commission.state === 'AGREED' && holds && open.length > 0 && (
              <p>
                <a class="button" data-meet={each.on} href={linkTo(['kpi', 'meet', commission.id, each.on])}>
                  {t('open_meeting')}
                </a>
              </p>
            )}
            {mayDo(commission, 'supply') && <Supply {...props} of={each} sheets={sheets} />}
          </li>
        );
      })}
    </ol>
  );
}

function SheetLink({ sheets, id }: { sheets: Map<string, Line> | null; id: string }) {
  const t = useKpiTexts();
  const line = sheets?.get(id);
  const name = whoseSheet(sheets, id);
  return (
    <>
      {line === undefined ? name : <a href={linkTo(['kpi', 'sheets', id])}>{name}</a>}
      {line !== undefined && ` – ${t(`state_${line.state as 'DRAFT'}`)}`}
    </>
  );
}

/** The personnel service hands over sheets that have come to the Commission. */
function Supply(props: {
  commission: Commission;
  of: Day;
  sheets: Map<string, Line> | null;
  done: (warnings: Warning[]) => void;
  again: () => void;
}) {
  const { commission, of, sheets, done, again } = props;
  const t = useKpiTexts();
  const { api } = useDesk();
  const ready = of.sheets.filter((id) => sheets?.get(id)?.state === 'AT_COMMISSION');
  const waiting = ready.some((id) => !of.documents?.includes(id));
  if (!waiting) {
    return null;
  }
  const field = `supply-${of.on}-sheets`;
  return (
    <Step<{ sheets: string[] }>
      step={`supply-${of.on}`}
      about={commission.id}
      label={t('supply')}
      kind="plain"
      initial={{ sheets: ready }}
      check={({ sheets: chosen }) => (chosen.length === 0 ? [{ field, message: t('error_choose') }] : [])}
      send={({ sheets: chosen }) =>
        api(at('/commissions/{commission}/timetable/{on}/documents', { commission: commission.id, on: of.on }), {
          method: 'PUT',
          body: { version: commission.version, sheets: chosen },
        })
      }
      fieldOf={() => field}
      done={done}
      again={again}
    >
      {(form) => (
        <Choices
          id={field}
          legend={t('supply_which')}
          error={form.errorAt(field)}
          several
          choices={ready.map((id) => ({ value: id, label: whoseSheet(sheets, id) }))}
          selected={form.typed.sheets}
          select={(chosen) => form.change({ sheets: chosen })}
        />
      )}
    </Step>
  );
}
