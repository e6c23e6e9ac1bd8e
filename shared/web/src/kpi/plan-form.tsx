import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { Changed } from '../common/form/changed';
import { type Form, useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import { TextArea } from '../common/text-area';
import { Choices, TextField } from '../common/view';
import type { Plan, Warning } from './api';
import { type Over, useFollowing } from './over';
import { useDay } from './parts';
import { BLANK, type Cell, countPlan, fieldOfRow, INDICATORS, sentRows, type TypedRow, typedRows } from './rows';
import { useKpiTexts } from './texts';

interface Typed extends Over {
  rows: TypedRow[];
}

function typedOf({ version, rows = [] }: Plan): Typed {
  return { version, rows: typedRows(rows) };
}

const SUBMIT = 'plan-save';

/** The manager's plan, with the count of what is missing. It is kept as a draft, or submitted for approval. */
export function PlanForm(props: {
  plan: Plan;
  saved: (warnings: Warning[]) => void;
  submitted: (warnings: Warning[]) => void;
}) {
  const { plan, saved, submitted } = props;
  const t = useKpiTexts();
  const form = useForm<Typed>(['kpi plan', plan.id], typedOf(plan), SUBMIT);
  useFollowing(form, typedOf(plan));
  const fill = useFill(plan, form);
  const save = async (version: number) => {
    const filled = await fill(version);
    if (filled !== null) {
      form.forget(typedOf(filled));
      saved([]);
    }
  };
  const { api } = useDesk();
  const submit = async () => {
    const filled = await fill(form.typed.version);
    if (filled === null) {
      return;
    }
    form.forget(typedOf(filled));
    const asked = at('/kpi-plans/{plan}/submit', { plan: plan.id });
    const reply = await form.send(() => api(asked, { method: 'POST', body: { version: filled.version } }), fieldOfRow);
    if (reply?.kind === 'answered') {
      form.forget();
      submitted(reply.body.warnings ?? []);
    } else {
      saved([]);
    }
  };
  const takeTheirs = (theirs: Plan | undefined) => {
    form.forget(typedOf(theirs ?? plan));
    form.clear();
    saved([]);
  };
  return (
    <section id="filling">
      <Changed<Plan>
        form={form}
        there={(now) => <Names rows={now.rows ?? []} />}
        mine={<Names rows={form.typed.rows} />}
        keep={(version) => void save(version)}
        take={takeTheirs}
      />
      <h2>{t('indicators')}</h2>
      <PlanCountFigures plan={plan} rows={form.typed.rows} />
      <FormPart
        form={form}
        submit={{ id: SUBMIT, label: t('save_draft'), kind: 'plain' }}
        onSubmit={() => void save(form.typed.version)}
        beside={
          <button id="submit" type="button" class="button" disabled={form.busy} onClick={() => void submit()}>
            {t('submit_plan')}
          </button>
        }
      >
        {form.typed.rows.map((_, index) => (
          <Indicator key={index} form={form} index={index} />
        ))}
      </FormPart>
    </section>
  );
}

/** Stores the rows; null where that was refused. */
function useFill(plan: Plan, form: Form<Typed>) {
  const { api } = useDesk();
  const place = at('/kpi-plans/{plan}', { plan: plan.id });
  return async (version: number): Promise<Plan | null> => {
    const body = { version, rows: sentRows(form.typed.rows) };
    const reply = await form.send(() => api(place, { method: 'PUT', body }), fieldOfRow);
    return reply?.kind === 'answered' ? reply.body : null;
  };
}

function Names({ rows }: { rows: { name?: string; planned?: string }[] }) {
  return (
    <ol>
      {rows
        .filter(({ name }) => name)
        .map(({ name, planned }, index) => (
          <li key={index}>{[name, planned].filter(Boolean).join(' – ')}</li>
        ))}
    </ol>
  );
}

function PlanCountFigures({ plan, rows }: { plan: Plan; rows: TypedRow[] }) {
  const t = useKpiTexts();
  const day = useDay();
  const { complete, missing, outside } = countPlan(rows, plan.period);
  return (
    <>
      <div role="status" id="plan-count">
        <dl class="figures">
          <div data-count="complete">
            <dt>{t('indicators_complete')}</dt>
            <dd>{t('n_of', { n: complete, total: INDICATORS })}</dd>
          </div>
          <div data-count="missing">
            <dt>{t('cells_missing')}</dt>
            <dd>{missing}</dd>
          </div>
        </dl>
      </div>
      {outside.length > 0 && plan.period !== undefined && (
        <p class="hint" id="outside">
          {t('due_outside', {
            numbers: outside.join(', '),
            from: day(plan.period.from) ?? '',
            to: day(plan.period.to) ?? '',
          })}
        </p>
      )}
    </>
  );
}

function Indicator({ form, index }: { form: Form<Typed>; index: number }) {
  const t = useKpiTexts();
  const { rows } = form.typed;
  const row = rows[index] ?? BLANK;
  const change = (part: Partial<TypedRow>) =>
    form.change({ rows: rows.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  const field = (cell: Cell) => ({
    id: `row-${index}-${cell}`,
    label: t(`cell_${cell}`),
    value: row[cell],
    change: (value: string) => change({ [cell]: value }),
    error: form.errorAt(`row-${index}-${cell}`),
  });
  return (
    <fieldset class="indicator" data-row={index + 1}>
      <legend class="legend-large">{t('indicator_n', { n: index + 1 })}</legend>
      <TextArea {...field('name')} rows={2} />
      <TextArea {...field('derivedFrom')} rows={2} hint={t('derived_hint')} />
      <div class="beside">
        <TextField {...field('unit')} />
        <TextField {...field('planned')} />
        <TextField {...field('due')} kind="date" />
      </div>
      <TextArea {...field('keyResult')} rows={2} />
      <Choices
        id={`row-${index}-achievable`}
        legend={t('achievable_legend')}
        error={form.errorAt(`row-${index}-achievable`)}
        choices={[{ value: 'yes', label: t('achievable') }]}
        selected={row.achievable ? ['yes'] : []}
        several
        select={(chosen) => change({ achievable: chosen.length > 0 })}
      />
      {rows.length > INDICATORS && (
        <button
          type="button"
          class="link-button"
          onClick={() => form.change({ rows: rows.filter((_, at) => at !== index) })}
        >
          {t('remove_indicator', { n: index + 1 })}
        </button>
      )}
    </fieldset>
  );
}
