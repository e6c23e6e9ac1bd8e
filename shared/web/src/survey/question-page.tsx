import { useLayoutEffect, useState } from 'preact/hooks';
import { useLanguage } from '../common/language';
import { Choices, ErrorSummary, errorAt, Field, type FormError, Heading } from '../common/view';
import { Enrolment } from './enrolment';
import {
  chosen,
  choseOwn,
  keyOf,
  LONGEST_TEXT,
  ownKeyOf,
  type Page,
  type Question,
  type Said,
  type Survey,
} from './survey';
import { useSurveyTexts } from './texts';

type Speak = (key: string, value: Said[string] | undefined) => void;

/** One section, each question with its options stacked. Nothing is required; only a text can be wrong, by its length. */
export function QuestionPage(props: {
  survey: Survey;
  body: string;
  page: Page;
  number: number;
  total: number;
  said: Said;
  say: Speak;
  question: string | undefined;
  fromCheck: boolean;
  loggedIn: boolean;
  back: () => void;
  next: () => void;
}) {
  const { survey, body, page, number, total, said, say, question, fromCheck, loggedIn, back, next } = props;
  const t = useSurveyTexts();
  const language = useLanguage();
  const [attempt, setAttempt] = useState(0);
  const tooLong = overlong(page, said);
  const errors: FormError[] =
    attempt > 0
      ? tooLong.map(({ field, number: q, over }) => ({ field, message: t('text_error', { q, n: over }) }))
      : [];
  useLayoutEffect(() => {
    if (question !== undefined) {
      const place = document.getElementById(question);
      (place?.querySelector<HTMLElement>('input:checked, input, textarea') ?? place)?.focus({ preventScroll: true });
      place?.scrollIntoView({ block: 'start' });
    }
  }, []);
  const go = () => {
    setAttempt(attempt + 1);
    if (tooLong.length === 0) {
      next();
    }
  };
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Heading page={page.id} caption={t('page_of', { n: number, total })} quiet={question !== undefined}>
        {page.title[language]}
      </Heading>
      <progress class="steps" value={number} max={total} aria-hidden="true" />
      {number === 1 && <p>{survey.questionnaire.instruction[language]}</p>}
      {number === 1 && loggedIn && <p class="hint">{t('login_done')}</p>}
      {number === 1 && body !== '' && <Enrolment survey={survey} body={body} />}
      {page.respondent && <p>{t('respondent_blank', { k: survey.minimumGroup })}</p>}
      {page.questions.map((each) =>
        each.answer_type === 'free_text' ? (
          <FreeText
            key={each.id}
            id={each.id}
            label={`${each.number}. ${each.text[language]}`}
            said={said}
            say={say}
            error={errorAt(errors, each.id)}
            large
          />
        ) : (
          <Options
            key={each.id}
            question={each}
            several={survey.multi.includes(each.id)}
            numbered={!page.respondent}
            said={said}
            say={say}
            errors={errors}
          />
        ),
      )}
      <div class="buttons">
        <button id="continue" type="button" class="button" onClick={go}>
          {fromCheck ? t('check_save') : t('continue')}
        </button>
        <button id="back" type="button" class="button button-plain" onClick={back}>
          {t('back')}
        </button>
      </div>
    </>
  );
}

function Options({
  question,
  several,
  numbered,
  said,
  say,
  errors,
}: {
  question: Question;
  several: boolean;
  numbered: boolean;
  said: Said;
  say: Speak;
  errors: FormError[];
}) {
  const t = useSurveyTexts();
  const language = useLanguage();
  const key = keyOf(question);
  const own = ownKeyOf(question);
  const selected = chosen(said[key]);
  const select = (values: string[]) => {
    const codes = values.map(Number).sort((one, other) => one - other);
    say(key, codes.length === 0 ? undefined : several ? codes : codes[0]);
  };
  return (
    <Choices
      id={key}
      legend={
        <>
          {numbered && <span class="number">{question.number}. </span>}
          {question.text[language]}
        </>
      }
      hint={several ? t('several') : undefined}
      choices={question.options.map(({ code, label }) => ({ value: String(code), label: label[language] }))}
      selected={selected.map(String)}
      several={several}
      select={select}
      under={(value) =>
        question.options.find(({ code }) => String(code) === value)?.own_answer && (
          <div class="under">
            <FreeText id={own} label={t('own_label')} said={said} say={say} error={errorAt(errors, own)} />
          </div>
        )
      }
      after={
        selected.length > 0 && (
          <button
            type="button"
            class="link-button"
            id={`${key}-clear`}
            aria-label={numbered ? t('clear_of', { n: question.number }) : `${t('clear')}: ${question.text[language]}`}
            onClick={() => {
              say(key, undefined);
              document.getElementById(`${key}-${question.options[0]!.code}`)?.focus();
            }}
          >
            {t('clear')}
          </button>
        )
      }
    />
  );
}

function FreeText({
  id,
  label,
  said,
  say,
  error,
  large = false,
}: {
  id: string;
  label: string;
  said: Said;
  say: Speak;
  error: string | undefined;
  large?: boolean;
}) {
  const t = useSurveyTexts();
  const value = textOf(said, id);
  const left = LONGEST_TEXT - lengthOf(value);
  return (
    <Field id={id} label={label} hint={`${t('text_warning')} ${t('text_limit', { max: LONGEST_TEXT })}`} error={error}>
      {(aria) => (
        <>
          <textarea
            id={id}
            name={id}
            rows={large ? 5 : 3}
            value={value}
            onInput={(event) => say(id, event.currentTarget.value || undefined)}
            {...aria}
          />
          <p
            class={left < 0 ? 'counter counter-over' : 'counter'}
            id={`${id}-counter`}
            aria-live={left < 50 ? 'polite' : 'off'}
          >
            {left < 0 ? t('text_over', { n: -left }) : t('text_left', { n: left })}
          </p>
        </>
      )}
    </Field>
  );
}

function textOf(said: Said, key: string): string {
  const value = said[key];
  return typeof value === 'string' ? value : '';
}

/** As the server counts: an emoji is one character. */
function lengthOf(text: string): number {
  return [...text.trim()].length;
}

function overlong(page: Page, said: Said): { field: string; number: number; over: number }[] {
  return page.questions.flatMap((question) => {
    const field =
      question.answer_type === 'free_text' ? question.id : choseOwn(question, said) ? ownKeyOf(question) : null;
    const over = field === null ? 0 : lengthOf(textOf(said, field)) - LONGEST_TEXT;
    return field !== null && over > 0 ? [{ field, number: question.number, over }] : [];
  });
}
