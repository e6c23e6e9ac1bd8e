import { useState } from 'preact/hooks';
import { type Language, useLanguage } from '../common/language';
import { ErrorSummary, Heading } from '../common/view';
import { ballotPaper, choseOwn, chosen, keyOf, ownKeyOf, type Page, type Question, type Said } from './survey';
import { useSurveyTexts } from './texts';

/** All answers at a glance, each with its way back; the only place a ballot is sent from. */
export function CheckAnswers(props: { pages: Page[]; said: Said; change: (page: number, question: string) => void; back: () => void; send: () => void }) {
  const { pages, said, change, back, send } = props;
  const t = useSurveyTexts();
  const language = useLanguage();
  const [attempt, setAttempt] = useState(0);
  const { answers, respondent } = ballotPaper(pages, said);
  const paper: Said = { ...answers, ...respondent };
  const questions = pages.flatMap((page) => (page.respondent ? [] : page.questions));
  const answered = questions.filter((question) => paper[keyOf(question)] !== undefined).length;
  const blank = Object.keys(answers).length === 0;
  const go = () => {
    setAttempt(attempt + 1);
    if (!blank) {
      send();
    }
  };
  return (
    <>
      <ErrorSummary errors={attempt > 0 && blank ? [{ field: 'change-q1', message: t('check_none') }] : []} attempt={attempt} />
      <Heading page="check">{t('check_title')}</Heading>
      <p>{t('check_intro')}</p>
      <p id="answered">
        <strong>{t('check_answered', { n: answered, total: questions.length })}</strong>
      </p>
      {pages.map((page, index) => (
        <div key={page.id}>
          {page.title !== pages[index - 1]?.title && <h2 class="check-section">{page.title[language]}</h2>}
          <dl class="answers">
            {page.questions.map((question) => {
              const answer = shown(question, paper, language);
              const text = (page.respondent ? '' : `${question.number}. `) + question.text[language];
              return (
                <div key={question.id} class="answer">
                  <dt>{text}</dt>
                  <dd id={`answer-${keyOf(question)}`} class={answer === '' ? 'blank' : ''}>
                    {answer === '' ? t('check_blank') : answer}
                  </dd>
                  <dd class="change">
                    <button id={`change-${keyOf(question)}`} type="button" class="link-button" aria-label={t('check_change_of', { question: text })} onClick={() => change(index, keyOf(question))}>
                      {t('check_change')}
                    </button>
                  </dd>
                </div>
              );
            })}
          </dl>
        </div>
      ))}
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

function shown(question: Question, paper: Said, language: Language): string {
  const value = paper[keyOf(question)];
  if (typeof value === 'string') {
    return value;
  }
  const labels = chosen(value).map((code) => question.options.find((option) => option.code === code)?.label[language] ?? String(code));
  const own = choseOwn(question, paper) ? paper[ownKeyOf(question)] : undefined;
  return [...labels, ...(own === undefined ? [] : [`«${String(own)}»`])].join('; ');
}
