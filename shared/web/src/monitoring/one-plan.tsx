import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { showDate, showInstant } from '../common/dates';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { Facts } from '../common/facts';
import { Act } from '../common/form/act';
import { LoadedView } from '../common/loaded-view';
import { monthAlone, useMonthTexts } from '../common/month';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Choices, Heading, Note, TextField } from '../common/view';
import type { Plan, PlanItem } from './api';
import { useBodies } from './bodies';
import { PlanForm } from './plan-form';
import { useAuthorityName } from './plans';
import { emptyQuarters, type Quarter, quartersOf } from './quarters';
import { useMonitoringTexts } from './texts';

/** A plan as the calendar of its year, with what the authority does about it. */
export function OnePlan({ id }: { id: string }) {
  const [loaded, again] = useLoaded(at('/visit-plans/{plan}', { plan: id }));
  const [edited, setEdited] = useState(false);
  return (
    <LoadedView loaded={loaded} again={again}>
      {(plan) =>
        edited ? (
          <PlanForm
            plan={plan}
            done={() => {
              setEdited(false);
              again();
            }}
          />
        ) : (
          <PlanPage plan={plan} edit={() => setEdited(true)} again={again} />
        )
      }
    </LoadedView>
  );
}

interface PlanParts {
  plan: Plan;
  again: () => void;
}

function PlanPage({ plan, edit, again }: PlanParts & { edit: () => void }) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const desk = useDesk();
  const authorityName = useAuthorityName();
  const own =
    plan.authority === 'agency'
      ? hasRole(desk, 'agency')
      : hasRole(desk, 'territorial') && desk.claims.territory === plan.authority;
  const { approved, amended = [] } = plan;
  return (
    <>
      <Heading page={`plan ${plan.id}`} caption={authorityName(plan.authority)}>
        {t('plan_of', { from: showDate(plan.from, common), to: showDate(plan.to, common) })}
      </Heading>
      <p>
        <strong class={`tag ${plan.state === 'APPROVED' ? 'tag-open' : ''}`} id="state" data-state={plan.state}>
          {t(`plan_${plan.state}`)}
        </strong>
      </p>
      <Facts
        id="plan"
        facts={[
          [t('approved_by'), approved && `${approved.act}, ${showInstant(approved.at, common)}`],
          [t('amended_by'), amended.map(({ act, at: when }) => `${act}, ${showInstant(when, common)}`).join('; ')],
        ]}
      />
      <Year
        plan={plan}
        registers={desk.claims.roles.some((role) => ['agency', 'territorial', 'monitor'].includes(role))}
      />
      {own && (
        <>
          {plan.state === 'DRAFT' && <Approve plan={plan} again={again} />}
          {plan.state === 'APPROVED' && <Send plan={plan} again={again} />}
          <p>
            <button id="edit-plan" type="button" class="button button-plain" onClick={edit}>
              {plan.state === 'DRAFT' ? t('plan_change') : t('plan_amend')}
            </button>
          </p>
        </>
      )}
      <SentTo plan={plan} />
    </>
  );
}

/** The quarters of the plan with their months; one without a visit that needs one is seen at once. */
function Year({ plan, registers }: { plan: Plan; registers: boolean }) {
  const t = useMonitoringTexts();
  const { nameOf } = useBodies();
  const quarters = quartersOf(plan.from, plan.to);
  const items = plan.items ?? [];
  const empty = plan.quarters === undefined ? [] : emptyQuarters(quarters, items);
  return (
    <section id="year">
      <h2>{t('plan_year')}</h2>
      {empty.length > 0 && (
        <Note kind="warning">
          <p id="missing-quarters" data-missing={empty.join(' ')}>
            {t('quarters_missing', { quarters: empty.join(', ') })}
          </p>
        </Note>
      )}
      <ol class="plan-year">
        {quarters.map((quarter) => (
          <QuarterCard
            key={quarter.id}
            plan={plan}
            quarter={quarter}
            items={items.filter((item) => item.quarter === quarter.id)}
            empty={empty.includes(quarter.id)}
            registers={registers && plan.state === 'APPROVED'}
            bodies={nameOf}
          />
        ))}
      </ol>
    </section>
  );
}

function QuarterCard(props: {
  plan: Plan;
  quarter: Quarter;
  items: PlanItem[];
  empty: boolean;
  registers: boolean;
  bodies: (id: string) => string;
}) {
  const { plan, quarter, items, empty, registers, bodies } = props;
  const t = useMonitoringTexts();
  const months = useMonthTexts();
  const stands = (plan.quarters ?? []).filter((each) => each.quarter === quarter.id);
  const planned = stands.reduce((sum, each) => sum + each.planned, 0);
  const held = stands.reduce((sum, each) => sum + each.held, 0);
  const met = stands.length > 0 && stands.every((each) => each.met);
  const any = items.filter(({ month }) => month === undefined);
  return (
    <li class="quarter" data-quarter={quarter.id} data-met={met} data-empty={empty}>
      <h3>{quarter.id}</h3>
      {stands.length > 0 && (
        <p class="hint">
          {t('planned_held', { planned, held })} {met ? t('quarter_met') : ''}
        </p>
      )}
      {empty && <p class="error-text">{t('quarter_empty')}</p>}
      <ul class="months">
        {quarter.months.map((month) => (
          <li key={month}>
            <span class="hint">{monthAlone(month.slice(5), months)}</span>
            <Items items={items.filter((item) => item.month === month)} registers={registers} bodies={bodies} />
          </li>
        ))}
        {any.length > 0 && (
          <li>
            <span class="hint">{t('month_any')}</span>
            <Items items={any} registers={registers} bodies={bodies} />
          </li>
        )}
      </ul>
    </li>
  );
}

function Items(props: { items: PlanItem[]; registers: boolean; bodies: (id: string) => string }) {
  const { items, registers, bodies } = props;
  const t = useMonitoringTexts();
  return items.length === 0 ? null : (
    <ul>
      {items.map(({ id, body, quarter, state, visit }) => (
        <li key={id} data-item={id} data-state={state}>
          {bodies(body)}{' '}
          <span class={`tag ${state === 'DONE' ? 'tag-open' : state === 'MISSED' ? 'tag-closing' : ''}`}>
            {t(`item_${state}`)}
          </span>
          {registers && visit !== undefined && (
            <>
              <br />
              <a href={linkTo(['monitoring', 'visits', visit])}>{t('to_visit')}</a>
            </>
          )}
          {registers && visit === undefined && state === 'PLANNED' && (
            <>
              <br />
              <a href={linkTo(['monitoring', 'visits', 'new'], { item: id, body, quarter })}>
                {t('register')}
                <span class="hidden">{`: ${bodies(body)}, ${quarter}`}</span>
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Approve({ plan, again }: PlanParts) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  return (
    <Act
      id="approve"
      title={t('plan_approve')}
      intro={t('plan_approve_intro')}
      open
      about={plan}
      initial={{ act: '' }}
      submit={t('plan_approve')}
      check={({ act }) => (act.trim() === '' ? [{ field: 'act', message: t('missing_act') }] : [])}
      send={({ act }, version) =>
        api(at('/visit-plans/{plan}/approve', { plan: plan.id }), { method: 'PUT', body: { act: act.trim(), version } })
      }
      done={again}
    >
      {({ field }) => <TextField {...field('act')} label={t('approving_act')} />}
    </Act>
  );
}

/** To those bodies of the plan that it was not sent to yet (¶10). */
function Send({ plan, again }: PlanParts) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  const { nameOf } = useBodies();
  const sent = (plan.sent ?? []).map(({ body }) => body);
  const left = [...new Set((plan.items ?? []).map(({ body }) => body))].filter((body) => !sent.includes(body));
  return left.length === 0 ? null : (
    <Act
      id="send"
      title={t('plan_send')}
      intro={t('plan_send_intro')}
      open
      about={plan}
      initial={{ bodies: left }}
      submit={t('plan_send')}
      check={({ bodies }) => (bodies.length === 0 ? [{ field: 'bodies', message: t('missing_body') }] : [])}
      send={({ bodies }, version) =>
        api(at('/visit-plans/{plan}/send', { plan: plan.id }), { method: 'POST', body: { bodies, version } })
      }
      done={again}
    >
      {({ field, change, typed }) => (
        <Choices
          id={field('bodies').id}
          legend={t('bodies')}
          error={field('bodies').error}
          several
          choices={left.map((body) => ({ value: body, label: nameOf(body) }))}
          selected={typed.bodies}
          select={(bodies) => change({ bodies })}
        />
      )}
    </Act>
  );
}

function SentTo({ plan: { sent = [] } }: { plan: Plan }) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const { nameOf } = useBodies();
  return sent.length === 0 ? null : (
    <section id="sent">
      <h2>{t('sent_to')}</h2>
      <ul>
        {sent.map(({ body, at: when }) => (
          <li key={body}>
            {nameOf(body)}, {showInstant(when, common)}
          </li>
        ))}
      </ul>
    </section>
  );
}
