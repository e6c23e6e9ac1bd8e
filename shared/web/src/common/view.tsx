import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { firstLanguage, keepLanguage, LANGUAGES, type Language, LanguageContext } from './language';
import { guardPresses, settle } from './settling';
import { useCommonTexts } from './texts';

const NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** What every page stands in: the language, the header, the one `<main>`. */
export function Frame({ children, account }: { children: ComponentChildren; account?: ComponentChildren }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useLayoutEffect(guardPresses, []);
  const choose = (chosen: Language) => {
    keepLanguage(chosen);
    setLanguage(chosen);
  };
  return (
    <LanguageContext.Provider value={language}>
      <Chrome language={language} choose={choose} account={account}>
        {children}
      </Chrome>
    </LanguageContext.Provider>
  );
}

function Chrome({
  children,
  language,
  choose,
  account,
}: {
  children: ComponentChildren;
  language: Language;
  choose: (language: Language) => void;
  account: ComponentChildren;
}) {
  const t = useCommonTexts();
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place of the page, and only keeps the address as it is. */}
      <a class="skip" href="#main" onClick={skipToMain}>
        {t('skip')}
      </a>
      <header class="top">
        <div class="width top-row">
          <a class="product" href="index.html">
            {t('product')}
          </a>
          <div class="languages" role="group" aria-label={t('languages')}>
            {LANGUAGES.map((each) => (
              <button
                key={each}
                id={`lang-${each}`}
                type="button"
                lang={each}
                aria-pressed={each === language}
                onClick={() => choose(each)}
              >
                {NAMES[each]}
              </button>
            ))}
          </div>
          {account}
        </div>
      </header>
      <main id="main" class="width" tabIndex={-1}>
        {children}
      </main>
      <footer class="bottom">
        <div class="width">{t('footer')}</div>
      </footer>
    </>
  );
}

/** The link's own fragment would push the check code out of the address. */
function skipToMain(event: Event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** The heading of a page: it takes the focus when the page changes, and names the tab. */
export function Heading({
  children,
  page,
  caption,
  quiet = false,
}: {
  children: string;
  page: string;
  caption?: string;
  quiet?: boolean;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const t = useCommonTexts();
  useEffect(() => {
    document.title = `${children} – ${t('product')}`;
  }, [children, t]);
  useLayoutEffect(() => {
    settle();
    if (!quiet) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
  }, [page]);
  return (
    <>
      {caption && <p class="caption">{caption}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </>
  );
}

/** One error: what is wrong, and the id of the element where it can be mended. */
export interface FormError {
  field: string;
  message: string;
}

/** Stands above the heading, takes the focus whenever `attempt` grows, and repeats the words that stand at the fields. */
export function ErrorSummary({ errors, attempt }: { errors: FormError[]; attempt: number }) {
  const summary = useRef<HTMLDivElement>(null);
  const t = useCommonTexts();
  useLayoutEffect(() => {
    if (errors.length > 0) {
      settle();
      summary.current?.focus();
      summary.current?.scrollIntoView({ block: 'start' });
    }
  }, [attempt]);
  if (errors.length === 0) {
    return null;
  }
  return (
    <div
      ref={summary}
      id="error-summary"
      class="error-summary"
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{t('there_is_a_problem')}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field + message}>
            <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(event: Event, field: string) {
  event.preventDefault();
  settle();
  const target = document.getElementById(field);
  for (let folded = target?.closest('details'); folded; folded = folded.parentElement?.closest('details')) {
    folded.open = true;
  }
  const into = target?.matches('input, select, textarea, button')
    ? target
    : target?.querySelector<HTMLElement>('input, select, textarea');
  (into ?? target)?.focus();
  (target?.closest('fieldset, .field') ?? target)?.scrollIntoView({ block: 'start' });
}

export function errorAt(errors: FormError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}

export function ErrorText({ id, message }: { id: string; message: string | undefined }) {
  const t = useCommonTexts();
  return message === undefined ? null : (
    <p id={id} class="error-text">
      <span class="hidden">{t('error_prefix')}</span>
      {message}
    </p>
  );
}

export interface FieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** Label, hint and error around one control; `describedBy` ties them to it for those who hear the page. */
export function Field({
  id,
  label,
  hint,
  error,
  children,
}: FieldProps & {
  children: (describedBy: { 'aria-describedby'?: string; 'aria-invalid'?: true }) => ComponentChildren;
}) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <ErrorText id={`${id}-error`} message={error} />
      {children({ ...(described && { 'aria-describedby': described }), ...(error && { 'aria-invalid': true }) })}
    </div>
  );
}

export interface TextFieldProps extends FieldProps {
  value: string;
  change: (value: string) => void;
  kind?: 'short' | 'long' | 'code' | 'number' | 'decimal' | 'moment' | 'date';
}

export function TextField({ id, label, hint, error, value, change, kind = 'long' }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(aria) => {
        const same = {
          id,
          name: id,
          class: `text text-${kind}`,
          value,
          onInput: (event: { currentTarget: HTMLInputElement }) => change(event.currentTarget.value),
          ...aria,
        };
        return kind === 'moment' || kind === 'date' ? (
          <input type={kind === 'moment' ? 'datetime-local' : 'date'} {...same} />
        ) : (
          <input
            type="text"
            inputMode={kind === 'number' ? 'numeric' : kind === 'decimal' ? 'decimal' : 'text'}
            autoComplete="off"
            autoCapitalize="off"
            spellcheck={false}
            {...same}
          />
        );
      }}
    </Field>
  );
}

export function SelectField({
  id,
  label,
  hint,
  error,
  value,
  change,
  options,
}: FieldProps & { value: string; change: (value: string) => void; options: [string, string][] }) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(aria) => (
        <select id={id} name={id} value={value} onChange={(event) => change(event.currentTarget.value)} {...aria}>
          {options.map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** Stacked radios, or boxes where several may be chosen. `under` is shown below one choice while it is chosen. */
export function Choices(props: {
  id: string;
  legend: ComponentChildren;
  hint?: string | undefined;
  error?: string | undefined;
  choices: Choice[];
  selected: string[];
  several?: boolean;
  select: (values: string[]) => void;
  under?: (value: string) => ComponentChildren;
  after?: ComponentChildren;
}) {
  const { id, legend, hint, error, choices, selected, several = false, select, under, after } = props;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const toggle = (value: string, on: boolean) =>
    select(several ? [...selected.filter((each) => each !== value), ...(on ? [value] : [])] : [value]);
  return (
    <fieldset
      id={id}
      class={error ? 'field field-wrong' : 'field'}
      {...(described && { 'aria-describedby': described })}
    >
      <legend>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <ErrorText id={`${id}-error`} message={error} />
      {choices.map((choice) => {
        const choiceId = `${id}-${choice.value}`;
        const on = selected.includes(choice.value);
        return (
          <div key={choice.value} class="choice">
            <input
              id={choiceId}
              type={several ? 'checkbox' : 'radio'}
              name={id}
              value={choice.value}
              checked={on}
              {...(choice.hint && { 'aria-describedby': `${choiceId}-hint` })}
              onChange={(event) => toggle(choice.value, event.currentTarget.checked)}
            />
            <label for={choiceId}>{choice.label}</label>
            {choice.hint && (
              <p id={`${choiceId}-hint`} class="hint choice-hint">
                {choice.hint}
              </p>
            )}
            {on && under?.(choice.value)}
          </div>
        );
      })}
      {after}
    </fieldset>
  );
}

/** Something to know, set apart. */
export function Note({
  children,
  kind = 'plain',
}: {
  children: ComponentChildren;
  kind?: 'plain' | 'warning' | 'good';
}) {
  return <div class={`note note-${kind}`}>{children}</div>;
}

export function Loading() {
  const t = useCommonTexts();
  return (
    <p role="status" class="loading">
      {t('loading')}
    </p>
  );
}

/** A page that goes no further, with a way to try again where that makes sense. */
export function Unreachable({ again }: { again: () => void }) {
  const t = useCommonTexts();
  return (
    <>
      <Heading page="unreachable">{t('unreachable_title')}</Heading>
      <p>{t('unreachable')}</p>
      <button type="button" class="button" id="try-again" onClick={again}>
        {t('try_again')}
      </button>
    </>
  );
}
