import { useLanguage } from '../common/language';
import { ChoiceQuestion } from '../common/questionnaire/choice-question';
import { QuestionPage } from '../common/questionnaire/question-page';
import { errorAt, Field, type FormError } from '../common/view';
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
export function Questions(props: {
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
  const { survey, body, page, said, say, loggedIn, ...way } = props;
  const t = useSurveyTexts();
  const language = useLanguage();
  const wrong = overlong(page, said).map(({ field, number: q, over }) => ({
    field,
    message: t('text_error', { q, n: over }),
  }));
  return (
    <QuestionPage t={t} page={page.id} title={page.title[language]} wrong={wrong} {...way}>
      {(errors) => (
        <>
          {way.number === 1 && <Introduction survey={survey} body={body} loggedIn={loggedIn} />}
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
        </>
      )}
    </QuestionPage>
  );
}

function Introduction({ survey, body, loggedIn }: { survey: Survey; body: string; loggedIn: boolean }) {
  const t = useSurveyTexts();
  const language = useLanguage();
  return (
    <>
      <p>{survey.questionnaire.instruction[language]}</p>
      {loggedIn && <p class="hint">{t('login_done')}</p>}
      {body !== '' && <Enrolment survey={survey} body={body} />}
    </>
  );
}

function Options(props: {
  question: Question;
  several: boolean;
  numbered: boolean;
  said: Said;
  say: Speak;
  errors: FormError[];
}) {
  const { question, several, numbered, said, say, errors } = props;
  const t = useSurveyTexts();
  const language = useLanguage();
  const key = keyOf(question);
  const own = ownKeyOf(question);
  const { number, text, options } = question;
  const select = (values: string[]) => {
    const codes = values.map(Number).sort((one, other) => one - other);
    say(key, codes.length === 0 ? undefined : several ? codes : codes[0]);
  };
  return (
    <ChoiceQuestion
      id={key}
      number={numbered ? number : null}
      text={text[language]}
      hint={several ? t('several') : undefined}
      options={options.map(({ code, label }) => ({ value: String(code), label: label[language] }))}
      selected={chosen(said[key]).map(String)}
      several={several}
      select={select}
      under={(value) =>
        options.find(({ code }) => String(code) === value)?.own_answer && (
          <div class="under">
            <FreeText id={own} label={t('own_label')} said={said} say={say} error={errorAt(errors, own)} />
          </div>
        )
      }
      clear={{
        label: t('clear'),
        aria: numbered ? t('clear_of', { n: number }) : `${t('clear')}: ${text[language]}`,
      }}
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
