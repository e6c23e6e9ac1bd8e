import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { Changed } from '../common/form/changed';
import { useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { Rows } from '../common/form/rows';
import { monthOfYear, useMonthTexts } from '../common/month';
import { linkTo } from '../common/route';
import { almatyYear } from '../common/today';
import { type FormError, Note, SelectField, TextField } from '../common/view';
import type { Plan, PlanEntry } from './api';
import { useBodies } from './bodies';
import { emptyQuarters, quartersOf, yearFrom } from './quarters';
import { useMonitoringTexts } from './texts';

interface Item {
  id: string;
  body: string;
  quarter: string;
  month: string;
}

interface Typed {
  from: string;
  to: string;
  act: string;
  items: Item[];
}

const SUBMIT = 'save-plan';

/** A new plan, a draft that is changed, or an approved one that is amended by an act. */
export function PlanForm({ plan, done }: { plan?: Plan; done?: () => void }) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  const amends = plan?.state === 'APPROVED';
  const nextYear = almatyYear(new Date()) + 1;
  const form = useForm<Typed>(
    ['plan', plan?.id ?? 'new', plan?.version ?? 0],
    plan === undefined
      ? { from: `${nextYear}-01-01`, to: '', act: '', items: [] }
      : { from: plan.from, to: plan.to, act: '', items: (plan.items ?? []).map(typedItem) },
    SUBMIT,
  );
  const save = async (version: number | undefined) => {
    const missing = mistakes(form.typed, amends, t);
    if (missing.length > 0) {
      return form.wrong(missing);
    }
    const entry = entryOf(form.typed);
    const reply = await form.send(
      () =>
        plan === undefined
          ? api(at('/visit-plans'), { method: 'POST', body: entry, idempotencyKey: form.idempotencyKey })
          : api(at('/visit-plans/{plan}', { plan: plan.id }), {
              method: 'PUT',
              body: {
                ...entry,
                ...(amends && { act: form.typed.act.trim() }),
                ...(version !== undefined && { version }),
              },
            }),
      (pointer) => pointer.split('/').filter(Boolean).slice(0, 3).join('-') || undefined,
    );
    if (reply?.kind === 'answered') {
      form.forget();
      done?.();
      location.hash = linkTo(['monitoring', 'plans', reply.body.id]);
    }
  };
  return (
    <>
      <Changed<Plan>
        form={form}
        keep={(version) => void save(version)}
        take={() => {
          form.forget();
          form.clear();
          done?.();
        }}
      />
      <FormPage
        form={form}
        page={`plan-form ${plan?.id ?? 'new'}`}
        title={plan === undefined ? t('plan_new') : amends ? t('plan_amend') : t('plan_change')}
        intro={<p>{t('plan_intro')}</p>}
        submit={{ id: SUBMIT, label: t('save') }}
        onSubmit={() => void save(plan?.version)}
      >
        {amends && <TextField {...form.text('act')} label={t('amending_act')} />}
        <TextField {...form.text('from')} label={t('plan_from')} kind="date" />
        <TextField {...form.text('to')} label={t('plan_to')} hint={t('plan_to_hint')} kind="date" />
        <ItemRows form={form} />
      </FormPage>
    </>
  );
}

function ItemRows({ form }: { form: ReturnType<typeof useForm<Typed>> }) {
  const t = useMonitoringTexts();
  const months = useMonthTexts();
  const bodies = useBodies();
  const { from, to, items } = form.typed;
  const quarters = quartersOf(from, to === '' ? (yearFrom(from) ?? '') : to);
  const missing = emptyQuarters(quarters, items);
  return (
    <>
      <div role="status" id="missing-quarters" data-missing={missing.join(' ')}>
        {missing.length > 0 && (
          <Note kind="warning">
            <p>{t('quarters_missing', { quarters: missing.join(', ') })}</p>
          </Note>
        )}
      </div>
      <Rows<Item>
        id="items"
        form={form}
        title={t('plan_items')}
        rows={items}
        change={(rows) => form.change({ items: rows })}
        fresh={() => ({ id: '', body: items.at(-1)?.body ?? '', quarter: missing[0] ?? '', month: '' })}
        nameOf={({ body, quarter }) =>
          [quarter, body && bodies.nameOf(body)].filter(Boolean).join(', ') || t('item_new')
        }
        add={t('item_add')}
        remove={t('remove')}
      >
        {(row, id, change) => (
          <>
            <SelectField
              id={`${id}-body`}
              label={t('body')}
              error={form.errorAt(`${id}-body`)}
              value={row.body}
              change={(body) => change({ body })}
              options={[['', t('choose')], ...bodies.options]}
            />
            <SelectField
              id={`${id}-quarter`}
              label={t('quarter')}
              error={form.errorAt(`${id}-quarter`)}
              value={row.quarter}
              change={(quarter) => change({ quarter, month: '' })}
              options={[['', t('choose')], ...quarters.map((each): [string, string] => [each.id, each.id])]}
            />
            <SelectField
              id={`${id}-month`}
              label={t('month')}
              error={form.errorAt(`${id}-month`)}
              value={row.month}
              change={(month) => change({ month })}
              options={[
                ['', t('month_any')],
                ...(quarters.find((each) => each.id === row.quarter)?.months ?? []).map((month): [string, string] => [
                  month,
                  monthOfYear(month, months),
                ]),
              ]}
            />
          </>
        )}
      </Rows>
    </>
  );
}

function typedItem({ id, body, quarter, month = '' }: NonNullable<Plan['items']>[number]): Item {
  return { id, body, quarter, month };
}

function entryOf({ from, to, items }: Typed): PlanEntry {
  return {
    from,
    ...(to !== '' && { to }),
    items: items.map(({ id, body, quarter, month }) => ({
      ...(id !== '' && { id }),
      body,
      quarter,
      ...(month !== '' && { month }),
    })),
  };
}

function mistakes({ from, act, items }: Typed, amends: boolean, t: ReturnType<typeof useMonitoringTexts>): FormError[] {
  return [
    ...(amends && act.trim() === '' ? [{ field: 'act', message: t('missing_act') }] : []),
    ...(from === '' ? [{ field: 'from', message: t('missing_date') }] : []),
    ...items.flatMap(({ body, quarter }, index) => [
      ...(body === '' ? [{ field: `items-${index}-body`, message: t('missing_body') }] : []),
      ...(quarter === '' ? [{ field: `items-${index}-quarter`, message: t('missing_quarter') }] : []),
    ]),
  ];
}
