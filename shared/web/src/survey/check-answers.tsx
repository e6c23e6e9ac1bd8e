import { useState } from 'preact/hooks';
import { type Language, useLanguage } from '../common/language';
import { ErrorSummary, Heading } from '../common/view';
import { ballotPaper, chosen, choseOwn, keyOf, ownKeyOf, type Page, type Question, type Said } from './survey';
import { useSurveyTexts } from './texts';

/** All answers at a glance, what has none first, each with its way back; the only place a ballot is sent from. */
export function CheckAnswers(props: {
  pages: Page[];
  said: Said;
  change: (page: number, question: string) => void;
  back: () => void;
  send: () => void;
}) {
  const { pages, said, change, back, send } = props;
  const t = useSurveyTexts();
  const language = useLanguage();
  const [attempt, setAttempt] = useState(0);
  const { answers, respondent } = ballotPaper(pages, said);
  const paper: Said = { ...answers, ...respondent };
  const questions = pages.flatMap((page) => (page.respondent ? [] : page.questions));
  const answered = questions.filter((question) => paper[keyOf(question)] !== undefined).length;
  const isAnswered = (question: Question) => paper[keyOf(question)] !== undefined;
  const unanswered = pages.flatMap((page, index) =>
    page.questions.filter((question) => !isAnswered(question)).map((question): [Question, number] => [question, index]),
  );
  const blank = Object.keys(answers).length === 0;
  const go = () => {
    setAttempt(attempt + 1);
    if (!blank) {
      send();
    }
  };
  return (
    <>
      <ErrorSummary
        errors={attempt > 0 && blank ? [{ field: 'change-q1', message: t('check_none') }] : []}
        attempt={attempt}
      />
      <Heading page="check">{t('check_title')}</Heading>
      <p>{t('check_intro')}</p>
      <p id="answered">
        <strong>{t('check_answered', { n: answered, total: questions.length })}</strong>
      </p>
      {unanswered.length > 0 && (
        <section id="unanswered" aria-labelledby="unanswered-title">
          <h2 id="unanswered-title" class="check-section">
            {t('check_unanswered', { n: unanswered.length })}
          </h2>
          <p class="hint">{t('check_unanswered_hint')}</p>
          <dl class="answers">
            {unanswered.map(([question, page]) => (
              <Answer
                key={question.id}
                question={question}
                numbered={!pages[page]!.respondent}
                answer=""
                change={() => change(page, keyOf(question))}
              />
            ))}
          </dl>
        </section>
      )}
      {pages.map((page, index) => {
        const given = page.questions.filter(isAnswered);
        const begins = page.title !== pages[index - 1]?.title;
        return (
          <div key={page.id}>
            {begins &&
              pages.some(({ title, questions: others }) => title === page.title && others.some(isAnswered)) && (
                <h2 class="check-section">{page.title[language]}</h2>
              )}
            <dl class="answers">
              {given.map((question) => (
                <Answer
                  key={question.id}
                  question={question}
                  numbered={!page.respondent}
                  answer={shown(question, paper, language)}
                  change={() => change(index, keyOf(question))}
                />
              ))}
            </dl>
          </div>
        );
      })}
      <div class="buttons">
        <button id="send" type="button" class="button" onClick={go}>
          {t('send')}
        </button>
        <button id="back" type="button" class="button button-plain" onClick={back}>
          {t('back')}
        </button>
      </div>
    </>
  );
}

function Answer({
  question,
  numbered,
  answer,
  change,
}: {
  question: Question;
  numbered: boolean;
  answer: string;
  change: () => void;
}) {
  const t = useSurveyTexts();
  const language = useLanguage();
  const text = (numbered ? `${question.number}. ` : '') + question.text[language];
  const key = keyOf(question);
  return (
    <div class="answer">
      <dt>{text}</dt>
      <dd id={`answer-${key}`} class={answer === '' ? 'blank' : ''}>
        {answer === '' ? t('check_blank') : answer}
      </dd>
      <dd class="change">
        <button
          id={`change-${key}`}
          type="button"
          class="link-button"
          aria-label={t('check_change_of', { question: text })}
          onClick={change}
        >
          {t('check_change')}
        </button>
      </dd>
    </div>
  );
}

function shown(question: Question, paper: Said, language: Language): string {
  const value = paper[keyOf(question)];
  if (typeof value === 'string') {
    return value;
  }
  const labels = chosen(value).map(
    (code) => question.options.find((option) => option.code === code)?.label[language] ?? String(code),
  );
  const own = choseOwn(question, paper) ? paper[ownKeyOf(question)] : undefined;
  return [...labels, ...(own === undefined ? [] : [`«${String(own)}»`])].join('; ');
}
