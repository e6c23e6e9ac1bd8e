import { monthAlone, useMonthTexts } from '../common/month';
import { Choices, ErrorText, SelectField, TextField } from '../common/view';
import type { FactType } from './api';
import { useScoringTexts } from './texts';
import { type Draft, isUnknown, unknownDraft } from './values';

interface FactFieldProps {
  id: string;
  fact: FactType;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  draft: Draft;
  change: (draft: Draft) => void;
}

/** Where a fact's value is typed: one field, four for answers, twelve for months. */
export function FactField({ id, fact, label, hint, error, draft, change }: FactFieldProps) {
  const t = useScoringTexts();
  switch (fact.shape) {
    case 'MONTHS':
    case 'ANSWERS':
      return <Series id={id} fact={fact} label={label} hint={hint} error={error} draft={draft} change={change} />;
    case 'STRATEGY':
      return (
        <SelectField
          id={id}
          label={label}
          hint={hint}
          error={error}
          value={draft[0] ?? ''}
          change={(value) => change([value])}
          options={[
            ['', t('choose')],
            ...(['with_content', 'without_content', 'none'] as const).map((each): [string, string] => [
              each,
              t(`strategy_${each}`),
            ]),
          ]}
        />
      );
    case 'PERCENT_OR_UNKNOWN':
      return (
        <>
          {!isUnknown(draft) && (
            <TextField
              id={id}
              label={label}
              hint={hint}
              error={error}
              value={draft[0] ?? ''}
              change={(value) => change([value])}
              kind="decimal"
            />
          )}
          <Choices
            id={`${id}-unknown`}
            legend={isUnknown(draft) ? label : t('if_unknown')}
            choices={[{ value: 'yes', label: t('is_unknown') }]}
            selected={isUnknown(draft) ? ['yes'] : []}
            several
            select={(chosen) => change(unknownDraft(chosen.length > 0))}
          />
        </>
      );
    default:
      return (
        <TextField
          id={id}
          label={label}
          hint={fact.shape === 'PENALTIES' ? t('penalties_hint') : hint}
          error={error}
          value={draft[0] ?? ''}
          change={(value) => change([value])}
          kind={fact.shape === 'PENALTIES' ? 'code' : fact.shape === 'COUNT' ? 'number' : 'decimal'}
        />
      );
  }
}

function Series({ id, fact, label, hint, error, draft, change }: FactFieldProps) {
  const t = useScoringTexts();
  const months = useMonthTexts();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      id={id}
      class={error ? 'field field-wrong' : 'field'}
      {...(described && { 'aria-describedby': described })}
    >
      <legend>{label}</legend>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <ErrorText id={`${id}-error`} message={error} />
      <div class={fact.shape === 'MONTHS' ? 'series series-months' : 'series'}>
        {draft.map((value, index) => (
          <div key={index}>
            <label for={`${id}-${index}`}>
              {fact.shape === 'MONTHS' ? monthAlone(index + 1, months) : t('answer_n', { n: index + 1 })}
            </label>
            <input
              id={`${id}-${index}`}
              class="text"
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={value}
              {...(error && { 'aria-invalid': true })}
              onInput={(event) => change(draft.map((each, at) => (at === index ? event.currentTarget.value : each)))}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
