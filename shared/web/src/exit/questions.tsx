import { useLanguage } from '../common/language';
import { CheckAnswers, type Given } from '../common/questionnaire/check-answers';
import { ChoiceQuestion } from '../common/questionnaire/choice-question';
import { QuestionPage } from '../common/questionnaire/question-page';
import { Choices, errorAt, type FormError } from '../common/view';
import { type Answers, answered, chosenOf, missing, optionsOf, type Page, type Question } from './form';
import { useExitTexts } from './texts';

interface QuestionsProps {
  page: Page;
  number: number;
  total: number;
  answers: Answers;
  say: (answers: Answers) => void;
  question: string | undefined;
  fromCheck: boolean;
  back: () => void;
  next: () => void;
}

/** A few questions. All but one must be answered. */
export function Questions({ page, answers, say, question, ...way }: QuestionsProps) {
  const t = useExitTexts();
  const begun = page.find(({ id }) => id === question);
  const wrong = missing(page, answers).map((each) => ({
    field: fieldOf(each),
    message: t(each.several ? 'question_error_several' : 'question_error', { n: each.number }),
  }));
  return (
    <QuestionPage
      t={t}
      page={`page-${way.number}`}
      title={t(way.number === 1 ? 'page_reasons' : 'page_work')}
      question={begun && placeOf(begun)}
      wrong={wrong}
      {...way}
    >
      {(errors) =>
        page.map((each) =>
          each.groups ? (
            <Reasons key={each.id} question={each} answers={answers} say={say} errors={errors} />
          ) : (
            <Single key={each.id} question={each} answers={answers} say={say} errors={errors} />
          ),
        )
      }
    </QuestionPage>
  );
}

/** Where an error of a question is mended: the first group of question 1, else the question. */
function fieldOf(question: Question): string {
  return question.groups?.[0]?.id ?? question.id;
}

/** The element that holds a question. */
function placeOf({ id, groups }: Question): string {
  return groups ? `question-${id}` : id;
}

interface QuestionProps {
  question: Question;
  answers: Answers;
  say: (answers: Answers) => void;
  errors: FormError[];
}

function Reasons({ question, answers, say, errors }: QuestionProps) {
  const t = useExitTexts();
  const language = useLanguage();
  const chosen = chosenOf(answers, question.id);
  return (
    <div role="group" id={placeOf(question)} aria-labelledby={`${question.id}-text`}>
      <p id={`${question.id}-text`} class="question">
        <span class="number">{question.number}. </span>
        {question.text[language]}
      </p>
      <p class="hint">{t('several')}</p>
      {question.groups!.map((group) => {
        const own = group.options.map(({ id }) => id);
        return (
          <Choices
            key={group.id}
            id={group.id}
            legend={group.title[language]}
            error={errorAt(errors, group.id)}
            choices={group.options.map(({ id, label }) => ({ value: id, label: label[language] }))}
            selected={chosen.filter((each) => own.includes(each))}
            several
            select={(values) =>
              say(answered(answers, question, [...chosen.filter((each) => !own.includes(each)), ...values]))
            }
          />
        );
      })}
    </div>
  );
}

function Single({ question, answers, say, errors }: QuestionProps) {
  const t = useExitTexts();
  const language = useLanguage();
  return (
    <ChoiceQuestion
      id={question.id}
      number={question.number}
      text={question.text[language]}
      hint={question.required ? undefined : t('may_be_blank')}
      error={errorAt(errors, question.id)}
      options={question.options!.map(({ id, label }) => ({ value: id, label: label[language] }))}
      selected={chosenOf(answers, question.id)}
      select={(values) => say(answered(answers, question, values))}
      clear={question.required ? null : { label: t('clear') }}
    />
  );
}

interface CheckProps {
  pages: Page[];
  answers: Answers;
  change: (page: number, question: string) => void;
  back: () => void;
  send: () => void;
}

/** All answers of the interview before they are sent. */
export function Check({ pages, answers, change, back, send }: CheckProps) {
  const t = useExitTexts();
  const language = useLanguage();
  const given = pages.flatMap((page, index) =>
    page.map(
      (question): Given => ({
        key: question.id,
        text: `${question.number}. ${question.text[language]}`,
        answer: optionsOf(question)
          .flatMap(({ id, label }) => (chosenOf(answers, question.id).includes(id) ? [label[language]] : []))
          .join('\n'),
        change: () => change(index, question.id),
      }),
    ),
  );
  const wrong = pages
    .flatMap((page) => missing(page, answers))
    .map(({ id, number }) => ({ field: `change-${id}`, message: t('question_error', { n: number }) }));
  return <CheckAnswers t={t} parts={[{ title: null, given }]} wrong={wrong} back={back} send={send} />;
}
