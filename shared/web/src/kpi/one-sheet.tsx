import { at } from '../common/api';
import { useDesk, useLoaded } from '../common/desk';
import { Facts } from '../common/facts';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { Heading } from '../common/view';
import { type Decision, mayDo, type Sheet, type Warning } from './api';
import { AppealForm } from './appeal-form';
import { Cancellation } from './cancellation';
import { Inform } from './inform';
import { GiveBack } from './one-plan';
import { CaseFacts, Paper, Returns, SignatureFacts, useDay, useKind } from './parts';
import { SheetForm } from './sheet-form';
import { SignatureStep } from './signature';
import { Step, useDone } from './step';
import { useKpiTexts } from './texts';

/** One sheet, and what its reader may do with it. */
export function OneSheet({ id }: { id: string }) {
  const [sheet, again] = useLoaded(at('/kpi-sheets/{sheet}', { sheet: id }));
  return (
    <LoadedView loaded={sheet} again={again}>
      {(value) => <SheetPage sheet={value} again={again} />}
    </LoadedView>
  );
}

function SheetPage({ sheet, again }: { sheet: Sheet; again: () => void }) {
  const t = useKpiTexts();
  const kind = useKind();
  const [notice, done] = useDone(again);
  const steps = { sheet, done: done('done'), again };
  return (
    <>
      <Heading page={`sheet ${sheet.id}`} caption={kind('kpi-sheet')}>
        {sheet.person?.name ?? sheet.employee ?? sheet.id}
      </Heading>
      {notice}
      <CaseFacts document={sheet} kind="kpi-sheet" />
      <Returns returned={sheet.returned} />
      {mayDo(sheet, 'fill') ? (
        <SheetForm sheet={sheet} saved={done('saved')} submitted={done('submitted')} />
      ) : (
        <SheetRows sheet={sheet} />
      )}
      {sheet.decision !== undefined && (
        <CommissionsDecision decision={sheet.decision} title={t('commissions_decision')} />
      )}
      {(sheet.earlier ?? []).map((decision) => (
        <CommissionsDecision key={decision.meeting} decision={decision} title={t('cancelled_decision')} />
      ))}
      <Review {...steps} />
      <Inform {...steps} />
      <Appeals sheet={sheet} />
      <Cancellation {...steps} />
      <AppealForm {...steps} />
      {sheet.signatures !== undefined && (
        <>
          <h2>{t('signatures')}</h2>
          <SignatureFacts signatures={sheet.signatures} />
        </>
      )}
      <SignatureStep of="sheet" document={sheet} done={done('done')} again={again} />
      <p class="no-print">
        <a id="to-plan" href={linkTo(['kpi', 'plans', sheet.plan ?? sheet.id])}>
          {t('to_plan')}
        </a>
      </p>
      <Paper of="sheet" id={sheet.id} />
    </>
  );
}

export interface SheetSteps {
  sheet: Sheet;
  done: (warnings: Warning[]) => void;
  again: () => void;
}

/** The indicators with what came of them, and the manager's result. */
function SheetRows({ sheet: { rows = [], achieved, grade, withoutParticipation } }: { sheet: Sheet }) {
  const t = useKpiTexts();
  return (
    <section id="rows">
      <h2>{t('indicators')}</h2>
      <Facts
        id="result"
        facts={[
          [t('achieved_count'), achieved !== undefined && t('n_of', { n: achieved, total: rows.length })],
          [t('managers_grade'), grade && <strong data-grade={grade}>{t(`grade_${grade}`)}</strong>],
          [t('participation'), withoutParticipation && t('without_participation')],
        ]}
      />
      <ol class="cards">
        {rows.map((row) => (
          <li key={row.no} class="card" data-row={row.no}>
            <h3>
              {row.no}. {row.name}
            </h3>
            <dl class="facts">
              <div>
                <dt>{t('cell_planned')}</dt>
                <dd>{[row.planned, row.unit].filter(Boolean).join(' ')}</dd>
              </div>
              <div>
                <dt>{t('actual')}</dt>
                <dd>{row.actual ?? '–'}</dd>
              </div>
              <div>
                <dt>{t('achieved_legend')}</dt>
                <dd>{row.achieved === undefined ? '–' : t(row.achieved ? 'achieved_yes' : 'achieved_no')}</dd>
              </div>
              {row.evidence.length > 0 && (
                <div>
                  <dt>{t('evidence_short')}</dt>
                  <dd>{row.evidence.map(({ text, document }) => text ?? document).join('; ')}</dd>
                </div>
              )}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}

function CommissionsDecision({ decision, title }: { decision: Decision; title: string }) {
  const t = useKpiTexts();
  const day = useDay();
  const { grade, by, notices = [], cancelled } = decision;
  return (
    <section class="decision" data-decision={decision.decision}>
      <h2>{title}</h2>
      <Facts
        id={`decision-${decision.meeting}`}
        facts={[
          [t('grade'), <strong key="grade">{t(`grade_${grade}`)}</strong>],
          [t('decision'), `${t(`decision_${decision.decision}`)}, ${t(`by_${by}`)}`],
          [t('held_on'), day(decision.heldOn)],
          [t('approved_on'), day(decision.approvedOn)],
          [t('recommendation'), decision.recommendation],
          [t('inform_by'), notices.length === 0 ? day(decision.informBy) : undefined],
          [t('appeal_by'), day(decision.appealBy)],
          [
            t('informed'),
            notices.length > 0 &&
              notices.map(({ channel, sentOn }) => `${t(`channel_${channel as 'SMS'}`)}, ${day(sentOn)}`).join('; '),
          ],
          [
            t('cancelled_by'),
            cancelled &&
              `№ ${(cancelled.order ?? cancelled.judgment)?.number}, ${day((cancelled.order ?? cancelled.judgment)?.date)}`,
          ],
        ]}
      />
    </section>
  );
}

/** The higher manager agrees or sends back; the personnel service passes on. */
function Review({ sheet, done, again }: SheetSteps) {
  const t = useKpiTexts();
  const { api } = useDesk();
  const { id, version } = sheet;
  const about = `sheet ${id}`;
  return (
    <>
      {mayDo(sheet, 'agree') && (
        <Step
          step="agree"
          about={about}
          label={t('agree_sheet')}
          initial={{}}
          send={() => api(at('/kpi-sheets/{sheet}/agree', { sheet: id }), { method: 'POST', body: { version } })}
          done={done}
          again={again}
        />
      )}
      {mayDo(sheet, 'return') && (
        <GiveBack
          about={about}
          send={(reason) =>
            api(at('/kpi-sheets/{sheet}/return', { sheet: id }), { method: 'POST', body: { version, reason } })
          }
          done={done}
          again={again}
        />
      )}
      {mayDo(sheet, 'to-commission') && (
        <Step
          step="to-commission"
          about={about}
          label={t('to_commission')}
          initial={{}}
          send={() =>
            api(at('/kpi-sheets/{sheet}/to-commission', { sheet: id }), { method: 'POST', body: { version } })
          }
          done={done}
          again={again}
        />
      )}
    </>
  );
}

/** The appeals of a sheet; each has a page of its own. */
function Appeals({ sheet: { appeals = [] } }: { sheet: Sheet }) {
  const t = useKpiTexts();
  const day = useDay();
  return appeals.length === 0 ? null : (
    <section id="appeals">
      <h2>{t('appeals')}</h2>
      <ul>
        {appeals.map(({ id, to, state, filedOn }) => (
          <li key={id} data-appeal={state}>
            <a href={linkTo(['kpi', 'appeals', id])}>
              {t(`to_${to as 'AGENCY'}`)}, {day(filedOn)}
            </a>{' '}
            <span class="tag">{t(`appeal_${state as 'FILED'}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
