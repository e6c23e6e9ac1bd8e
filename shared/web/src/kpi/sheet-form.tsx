import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { Changed } from '../common/form/changed';
import { DocumentField } from '../common/form/document-field';
import { type Form, useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import { TextArea } from '../common/text-area';
import { Choices } from '../common/view';
import type { Sheet, SheetRow, Warning } from './api';
import { type Over, useFollowing } from './over';
import { countSheet, fieldOfRow, sentActuals, type TypedActual, typedActuals } from './rows';
import { useKpiTexts } from './texts';

interface Typed extends Over {
  rows: TypedActual[];
  absent: boolean;
}

const SUBMIT = 'sheet-save';

function typedOf(sheet: Sheet): Typed {
  return {
    version: sheet.version,
    rows: typedActuals(sheet.rows ?? []),
    absent: sheet.withoutParticipation ?? false,
  };
}

/** The manager's sheet, with the count of what was achieved and the result that follows. */
export function SheetForm(props: {
  sheet: Sheet;
  saved: (warnings: Warning[]) => void;
  submitted: (warnings: Warning[]) => void;
}) {
  const { sheet, saved, submitted } = props;
  const t = useKpiTexts();
  const { api } = useDesk();
  const form = useForm<Typed>(['kpi sheet', sheet.id], typedOf(sheet), SUBMIT);
  useFollowing(form, typedOf(sheet));
  const fill = useFill(sheet, form);
  const save = async (version: number) => {
    const filled = await fill(version);
    if (filled !== null) {
      form.forget(typedOf(filled));
      saved([]);
    }
  };
  const submit = async () => {
    const filled = await fill(form.typed.version);
    if (filled === null) {
      return;
    }
    form.forget(typedOf(filled));
    const asked = at('/kpi-sheets/{sheet}/submit', { sheet: sheet.id });
    const reply = await form.send(() => api(asked, { method: 'POST', body: { version: filled.version } }), fieldOfRow);
    if (reply?.kind === 'answered') {
      form.forget();
      submitted(reply.body.warnings ?? []);
    } else {
      saved([]);
    }
  };
  const takeTheirs = (theirs: Sheet | undefined) => {
    form.forget(typedOf(theirs ?? sheet));
    form.clear();
    saved([]);
  };
  return (
    <section id="filling">
      <Changed<Sheet>
        form={form}
        there={(now) => <Actuals rows={typedActuals(now.rows ?? [])} />}
        mine={<Actuals rows={form.typed.rows} />}
        keep={(version) => void save(version)}
        take={takeTheirs}
      />
      <h2>{t('indicators')}</h2>
      <SheetCountFigures rows={form.typed.rows} />
      <FormPart
        form={form}
        submit={{ id: SUBMIT, label: t('save_draft'), kind: 'plain' }}
        onSubmit={() => void save(form.typed.version)}
        beside={
          <button id="submit" type="button" class="button" disabled={form.busy} onClick={() => void submit()}>
            {t('submit_sheet')}
          </button>
        }
      >
        {(sheet.rows ?? []).map((row, index) => (
          <ActualFields key={row.no} form={form} row={row} index={index} />
        ))}
        <Choices
          id="absent"
          legend={t('participation')}
          choices={[{ value: 'yes', label: t('without_participation') }]}
          selected={form.typed.absent ? ['yes'] : []}
          several
          select={(chosen) => form.change({ absent: chosen.length > 0 })}
        />
      </FormPart>
    </section>
  );
}

/** Stores what is typed; null where that was refused. */
function useFill(sheet: Sheet, form: Form<Typed>) {
  const { api } = useDesk();
  const place = at('/kpi-sheets/{sheet}', { sheet: sheet.id });
  return async (version: number): Promise<Sheet | null> => {
    const body = {
      version,
      rows: sentActuals(form.typed.rows, sheet.rows ?? []),
      withoutParticipation: form.typed.absent,
    };
    const reply = await form.send(() => api(place, { method: 'PUT', body }), fieldOfRow);
    return reply?.kind === 'answered' ? reply.body : null;
  };
}

function Actuals({ rows }: { rows: TypedActual[] }) {
  const t = useKpiTexts();
  return (
    <ol>
      {rows.map(({ no, actual, achieved }) => (
        <li key={no}>{[actual || '–', achieved !== '' && t(`achieved_${achieved}`)].filter(Boolean).join(', ')}</li>
      ))}
    </ol>
  );
}

function SheetCountFigures({ rows }: { rows: TypedActual[] }) {
  const t = useKpiTexts();
  const { achieved, open, grade } = countSheet(rows);
  return (
    <div role="status" id="sheet-count" data-grade={grade ?? ''}>
      <dl class="figures">
        <div data-count="achieved">
          <dt>{t('achieved_count')}</dt>
          <dd>{t('n_of', { n: achieved, total: rows.length })}</dd>
        </div>
        <div data-count="open">
          <dt>{t('indicators_open')}</dt>
          <dd>{open}</dd>
        </div>
      </dl>
      <p>
        {grade === null ? (
          t('grade_pending')
        ) : (
          <>
            {t('grade')}: <strong>{t(`grade_${grade}`)}</strong>
          </>
        )}
      </p>
    </div>
  );
}

function ActualFields({ form, row, index }: { form: Form<Typed>; row: SheetRow; index: number }) {
  const t = useKpiTexts();
  const typed = form.typed.rows.find(({ no }) => no === row.no) ?? typedActuals([row])[0]!;
  const files = row.evidence.filter(({ document }) => document !== undefined).length;
  const change = (part: Partial<TypedActual>) =>
    form.change({ rows: form.typed.rows.map((each) => (each.no === row.no ? { ...each, ...part } : each)) });
  return (
    <fieldset class="indicator" data-row={row.no}>
      <legend class="legend-large">
        {row.no}. {row.name}
      </legend>
      <p class="hint">
        {t('cell_planned')}: {[row.planned, row.unit].filter(Boolean).join(' ')}
      </p>
      <TextArea
        id={`row-${index}-actual`}
        label={t('actual')}
        rows={2}
        value={typed.actual}
        change={(actual) => change({ actual })}
        error={form.errorAt(`row-${index}-actual`)}
      />
      <Choices
        id={`row-${index}-achieved`}
        legend={t('achieved_legend')}
        hint={t('achieved_hint')}
        error={form.errorAt(`row-${index}-achieved`)}
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`achieved_${value}`) }))}
        selected={[typed.achieved]}
        select={([achieved = '']) => change({ achieved: achieved as TypedActual['achieved'] })}
      />
      <TextArea
        id={`row-${index}-evidence`}
        label={t('evidence')}
        hint={t('evidence_hint')}
        rows={2}
        value={typed.evidence}
        change={(evidence) => change({ evidence })}
        error={form.errorAt(`row-${index}-evidence`)}
      />
      <DocumentField
        id={`row-${index}-document`}
        label={t('evidence_file')}
        hint={files === 0 ? undefined : t('evidence_files', { n: files })}
        value={typed.document ?? ''}
        change={(document) => change({ document })}
      />
    </fieldset>
  );
}
