import { type Language, useLanguage } from '../common/language';
import { CheckAnswers, type Given } from '../common/questionnaire/check-answers';
import { ballotPaper, chosen, choseOwn, keyOf, ownKeyOf, type Page, type Question, type Said } from './survey';
import { useSurveyTexts } from './texts';

interface CheckProps {
  pages: Page[];
  said: Said;
  change: (page: number, question: string) => void;
  back: () => void;
  send: () => void;
}

/** All answers at a glance before a ballot is sent; a blank one is sent by nobody. */
export function Check({ pages, said, change, back, send }: CheckProps) {
  const t = useSurveyTexts();
  const language = useLanguage();
  const { answers, respondent } = ballotPaper(pages, said);
  const paper: Said = { ...answers, ...respondent };
  const questions = pages.flatMap((page) => (page.respondent ? [] : page.questions));
  const n = questions.filter((question) => paper[keyOf(question)] !== undefined).length;
  const parts: { title: string; given: Given[] }[] = [];
  pages.forEach((page, index) => {
    const title = page.title[language];
    const given = page.questions.map(
      (question): Given => ({
        key: keyOf(question),
        text: (page.respondent ? '' : `${question.number}. `) + question.text[language],
        answer: shown(question, paper, language),
        change: () => change(index, keyOf(question)),
      }),
    );
    // A long section has several pages.
    if (parts.at(-1)?.title === title) {
      parts.at(-1)!.given.push(...given);
    } else {
      parts.push({ title, given });
    }
  });
  const blank = Object.keys(answers).length === 0;
  return (
    <CheckAnswers
      t={t}
      parts={parts}
      unansweredHint={t('check_unanswered_hint')}
      wrong={blank ? [{ field: 'change-q1', message: t('check_none') }] : []}
      back={back}
      send={send}
    >
      <p id="answered">
        <strong>{t('check_answered', { n, total: questions.length })}</strong>
      </p>
    </CheckAnswers>
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
