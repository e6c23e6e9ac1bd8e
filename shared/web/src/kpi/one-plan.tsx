import { at } from '../common/api';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import type { Reply } from '../common/http';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { Heading } from '../common/view';
import { mayDo, type Plan, type PlanRow, type Warning } from './api';
import { CaseFacts, Paper, Returns, SignatureFacts, useDay, useKind } from './parts';
import { PlanForm } from './plan-form';
import { SignatureStep } from './signature';
import { Folded, Step, useDone } from './step';
import { useKpiTexts } from './texts';

/** One plan, and what its reader may do with it. */
export function OnePlan({ id }: { id: string }) {
  const [plan, again] = useLoaded(at('/kpi-plans/{plan}', { plan: id }));
  return (
    <LoadedView loaded={plan} again={again}>
      {(value) => <PlanPage plan={value} again={again} />}
    </LoadedView>
  );
}

function PlanPage({ plan, again }: { plan: Plan; again: () => void }) {
  const t = useKpiTexts();
  const kind = useKind();
  const [notice, done] = useDone(again);
  return (
    <>
      <Heading page={`plan ${plan.id}`} caption={kind('kpi-plan')}>
        {plan.person?.name ?? plan.employee ?? plan.id}
      </Heading>
      {notice}
      <CaseFacts document={plan} kind="kpi-plan" />
      <Returns returned={plan.returned} />
      {mayDo(plan, 'fill') ? (
        <PlanForm plan={plan} saved={done('saved')} submitted={done('submitted')} />
      ) : (
        <PlanTable rows={plan.rows ?? []} />
      )}
      <Approval plan={plan} done={done('done')} again={again} />
      <h2>{t('signatures')}</h2>
      <SignatureFacts signatures={plan.signatures} />
      <SignatureStep of="plan" document={plan} done={done('done')} again={again} />
      {plan.state === 'APPROVED' && <ToSheet plan={plan} />}
      <Paper of="plan" id={plan.id} />
    </>
  );
}

/** The indicators as they stand: cards, since a table of eight columns is read on no phone. */
export function PlanTable({ rows }: { rows: PlanRow[] }) {
  const t = useKpiTexts();
  const day = useDay();
  return (
    <section id="rows">
      <h2>{t('indicators')}</h2>
      {rows.length === 0 && <p>{t('no_indicators')}</p>}
      <ol class="cards">
        {rows.map((row, index) => (
          <li key={index} class="card" data-row={index + 1}>
            <h3>
              {index + 1}. {row.name ?? '–'}
            </h3>
            <dl class="facts">
              <div>
                <dt>{t('cell_planned')}</dt>
                <dd>{[row.planned, row.unit].filter(Boolean).join(' ') || '–'}</dd>
              </div>
              <div>
                <dt>{t('cell_due')}</dt>
                <dd>{day(row.due) ?? '–'}</dd>
              </div>
              <div>
                <dt>{t('cell_derivedFrom')}</dt>
                <dd>{row.derivedFrom ?? '–'}</dd>
              </div>
              <div>
                <dt>{t('cell_keyResult')}</dt>
                <dd>{row.keyResult ?? '–'}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The higher manager approves, or sends it back with a reason. */
function Approval({ plan, done, again }: { plan: Plan; done: (warnings: Warning[]) => void; again: () => void }) {
  const t = useKpiTexts();
  const { api } = useDesk();
  const { id, version } = plan;
  return (
    <>
      {mayDo(plan, 'approve') && (
        <Step
          step="approve"
          about={`plan ${id}`}
          label={t('approve_plan')}
          initial={{}}
          send={() => api(at('/kpi-plans/{plan}/approve', { plan: id }), { method: 'POST', body: { version } })}
          done={done}
          again={again}
        />
      )}
      {mayDo(plan, 'return') && (
        <GiveBack
          about={`plan ${id}`}
          send={(reason) =>
            api(at('/kpi-plans/{plan}/return', { plan: id }), { method: 'POST', body: { version, reason } })
          }
          done={done}
          again={again}
        />
      )}
    </>
  );
}

/** Sends a plan or a sheet back with a reason. */
export function GiveBack(props: {
  about: string;
  send: (reason: string) => Promise<Reply<unknown>>;
  done: (warnings: Warning[]) => void;
  again: () => void;
}) {
  const { about, send, done, again } = props;
  const t = useKpiTexts();
  return (
    <Folded id="giving-back" title={t('send_back')}>
      <Step
        step="return"
        about={about}
        label={t('send_back')}
        kind="plain"
        initial={{ reason: '' }}
        check={({ reason }) => (reason.trim() === '' ? [{ field: 'reason', message: t('error_reason') }] : [])}
        send={({ reason }) => send(reason.trim())}
        fieldOf={(pointer) => (pointer === '/reason' ? 'reason' : undefined)}
        done={done}
        again={again}
      >
        {(form) => <TextArea {...form.text('reason')} label={t('return_reason')} hint={t('return_hint')} />}
      </Step>
    </Folded>
  );
}

/** The sheet of an approved plan, which has the plan's id; who may opens it. */
function ToSheet({ plan }: { plan: Plan }) {
  const t = useKpiTexts();
  const desk = useDesk();
  const [sheet] = useLoaded(at('/kpi-sheets/{sheet}', { sheet: plan.id }));
  const open = () => {
    location.hash = linkTo(['kpi', 'sheets', plan.id]);
  };
  if (sheet.at === 'here') {
    return (
      <p>
        <a id="to-sheet" href={linkTo(['kpi', 'sheets', plan.id])}>
          {t('to_sheet')}
        </a>
      </p>
    );
  }
  const missing = sheet.at === 'refused' && sheet.problem.status === 404;
  const own = desk.claims.sub === plan.employee;
  return missing && !own && (hasRole(desk, 'hr') || hasRole(desk, 'assessor')) ? (
    <Step
      step="open-sheet"
      about={plan.id}
      label={t('open_sheet')}
      initial={{}}
      send={() => desk.api(at('/kpi-sheets'), { method: 'POST', body: { plan: plan.id }, idempotencyKey: plan.id })}
      done={open}
      again={() => undefined}
    />
  ) : null;
}
