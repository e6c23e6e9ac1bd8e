import { at } from '../common/api';
import { showDate } from '../common/dates';
import { showExact } from '../common/decimals';
import { useDesk, useLoaded } from '../common/desk';
import { official } from '../common/directory';
import { useAttempt } from '../common/form/attempt';
import { Changed } from '../common/form/changed';
import { useKept } from '../common/kept';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { ErrorText, TextField } from '../common/view';
import type { Appraisal, Sheet } from './api';
import { choicesOf, decimalOf, gradeOf, isFine, mistakeOf, pressed, scoreOf } from './grades';
import { StateTag } from './state-tag';
import { useAppraisalTexts } from './texts';

/** What the assessor has filled in of one person, before it is sent. */
export interface Draft {
  /** Of the case over which it was filled in. */
  version: number;
  values: Record<string, string>;
  comments: Record<string, string>;
}

/** The form on which a case is scored: the one it was scored on first, else the one that stands. */
export function WithSheet({
  appraisal,
  children,
}: {
  appraisal: Appraisal;
  children: (sheet: Sheet) => preact.ComponentChildren;
}) {
  const [loaded, again] = useLoaded(
    appraisal.sheet === undefined ? at('/appraisal-forms/{form}', { form: appraisal.form ?? 'ANNEX2' }) : null,
  );
  if (appraisal.sheet !== undefined) {
    return <>{children(appraisal.sheet)}</>;
  }
  return (
    <LoadedView loaded={loaded} again={again}>
      {(form) =>
        children({
          annex: appraisal.form ?? 'ANNEX2',
          version: form.version,
          status: form.status,
          aggregation: form.aggregation ?? 'MEAN',
          step: form.step ?? '0.01',
          items: form.items,
        })
      }
    </LoadedView>
  );
}

function draftOf({ version, items = [] }: Appraisal): Draft {
  return {
    version,
    values: Object.fromEntries(items.map(({ item, value }) => [item, value])),
    comments: Object.fromEntries(items.map(({ item, comment = '' }) => [item, comment])),
  };
}

/** One person, scored where they stand: every value with one press, the score and its grade at once, and a draft that is kept. */
export function ScoreCard({ appraisal, sheet, changed }: { appraisal: Appraisal; sheet: Sheet; changed: () => void }) {
  const t = useAppraisalTexts();
  const { claims, api } = useDesk();
  const { id } = appraisal;
  const submit = `save-${id}`;
  const attempt = useAttempt(submit);
  const [draft, keep, forget, isDraft] = useKept<Draft>(`score ${claims.sub} ${id}`, draftOf(appraisal));
  const score = scoreOf(sheet, draft.values, appraisal.rounding ?? 'HALF_UP_2');
  const save = async (over: number) => {
    const wrong = mistakesOf(sheet, draft, id, t);
    if (wrong.length > 0) {
      return attempt.wrong(wrong);
    }
    const items = sheet.items.map(({ id: item }) => {
      const comment = draft.comments[item]?.trim() ?? '';
      return { item, value: decimalOf(draft.values[item] ?? ''), ...(comment !== '' && { comment }) };
    });
    const reply = await attempt.send(
      () =>
        api(at('/appraisals/{appraisal}/score', { appraisal: id }), { method: 'PUT', body: { items, version: over } }),
      (pointer) => {
        const index = /^\/items\/(\d+)/.exec(pointer)?.[1];
        return index === undefined ? undefined : `v-${id}-${sheet.items[Number(index)]?.id}`;
      },
    );
    if (reply?.kind === 'answered') {
      forget({ ...draft, version: reply.body.version });
      changed();
    }
  };
  return (
    <form
      noValidate
      data-draft={isDraft}
      onSubmit={(event) => {
        event.preventDefault();
        void save(draft.version);
      }}
    >
      <Changed<Appraisal>
        form={attempt}
        there={({ state, score: there }) => `${t(`state_${state}`)}${there === undefined ? '' : `, ${there}`}`}
        mine={score ?? '–'}
        keep={(over) => void save(over)}
        take={() => {
          forget(draftOf((attempt.conflict?.current as Appraisal | undefined) ?? appraisal));
          attempt.clear();
          changed();
        }}
      />
      {sheet.items.map((item) => (
        <ItemField
          key={item.id}
          id={`v-${id}-${item.id}`}
          item={item}
          sheet={sheet}
          value={draft.values[item.id] ?? ''}
          comment={draft.comments[item.id] ?? ''}
          error={attempt.errorAt(`v-${id}-${item.id}`)}
          change={(value) => keep({ ...draft, values: { ...draft.values, [item.id]: value } })}
          say={(comment) => keep({ ...draft, comments: { ...draft.comments, [item.id]: comment } })}
        />
      ))}
      <p role="status" class="live" data-live={score ?? ''}>
        {score !== null && <Live score={score} />}
      </p>
      <ErrorText id={`${submit}-error`} message={attempt.errorAt(submit)} />
      <div class="buttons buttons-near">
        <button id={submit} type="submit" class="button" disabled={attempt.busy}>
          {t('save_score')}
        </button>
        {isDraft ? (
          <span class="hint">{t('draft_kept')}</span>
        ) : (
          appraisal.score !== undefined && <span class="saved">{t('score_saved')}</span>
        )}
      </div>
    </form>
  );
}

function Live({ score }: { score: string }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const grade = gradeOf(score);
  return (
    <span data-grade={grade}>
      <strong>{showExact(score, language)}</strong> – {t(`grade_${grade}`)}
    </span>
  );
}

function mistakesOf(sheet: Sheet, { values }: Draft, id: string, t: ReturnType<typeof useAppraisalTexts>) {
  return sheet.items.flatMap((item) => {
    const value = values[item.id] ?? '';
    const mistake = value === '' ? 'missing' : mistakeOf(value, sheet.step);
    return mistake === null
      ? []
      : [{ field: `v-${id}-${item.id}`, message: t(`value_${mistake}`, { step: sheet.step }) }];
  });
}

/** A value of 0 to 5: pressed, by arrows, by its digit, or typed where the step is finer than a half. */
function ItemField(props: {
  id: string;
  item: Sheet['items'][number];
  sheet: Sheet;
  value: string;
  comment: string;
  error: string | undefined;
  change: (value: string) => void;
  say: (comment: string) => void;
}) {
  const { id, item, sheet, value, comment, error, change, say } = props;
  const t = useAppraisalTexts();
  const language = useLanguage();
  const chosen = decimalOf(value);
  const type = (event: KeyboardEvent) => {
    if (/^[0-5]$/.test(event.key) && event.target instanceof HTMLInputElement && event.target.type === 'radio') {
      event.preventDefault();
      const next = pressed(value === '' ? '' : chosen, event.key, sheet.step);
      change(next);
      document.getElementById(`${id}-${next}`)?.focus();
    }
  };
  return (
    <fieldset id={id} class={error ? 'field field-wrong value' : 'field value'} onKeyDown={type}>
      <legend>{official(item.text, language)}</legend>
      <ErrorText id={`${id}-error`} message={error} />
      <div class="presses">
        {choicesOf(sheet.step).map((each) => (
          <label key={each} class="press" for={`${id}-${each}`}>
            <input
              id={`${id}-${each}`}
              type="radio"
              name={id}
              value={each}
              checked={value !== '' && chosen === each}
              onChange={() => change(each)}
            />
            <span>{showExact(each, language)}</span>
          </label>
        ))}
      </div>
      <details {...((comment !== '' || (value !== '' && !choicesOf(sheet.step).includes(chosen))) && { open: true })}>
        <summary>{t(isFine(sheet.step) ? 'more_fields' : 'comment')}</summary>
        {isFine(sheet.step) && (
          <TextField id={`${id}-exact`} label={t('exact_value')} kind="decimal" value={value} change={change} />
        )}
        <TextArea
          id={`${id}-comment`}
          label={t('comment_label')}
          hint={t('comment_hint')}
          value={comment}
          change={say}
          rows={2}
        />
      </details>
    </fieldset>
  );
}

/** A person of the assessor's list: loaded for itself, scored in place. */
export function ScoredPerson({ id }: { id: string }) {
  const t = useAppraisalTexts();
  const common = useCommonTexts();
  const [loaded, again] = useLoaded(at('/appraisals/{appraisal}', { appraisal: id }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(appraisal) => {
        const open = appraisal.state === 'WITH_ASSESSOR' || appraisal.state === 'SCORED';
        return (
          <>
            <p>
              <StateTag state={appraisal.state} late={appraisal.late === true} />
            </p>
            <p class="hint">
              {appraisal.workedDays !== undefined && t('worked_days', { n: appraisal.workedDays })}
              {appraisal.due !== undefined && ` ${t('due_on', { on: showDate(appraisal.due, common) })}`}
              {appraisal.withoutParticipation === true && ` ${t('without_participation')}`}
            </p>
            {open && (
              <WithSheet appraisal={appraisal}>
                {(sheet) => <ScoreCard appraisal={appraisal} sheet={sheet} changed={again} />}
              </WithSheet>
            )}
          </>
        );
      }}
    </LoadedView>
  );
}
