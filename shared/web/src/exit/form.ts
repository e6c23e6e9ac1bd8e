import type { Schema } from '../common/api';

/** `GET /exit-interviews/form`: Appendix 12. Question 1 has groups of options, the others have options. */
export type Form = Schema<'ExitQuestionnaire'>;
export type Question = Form['questions'][number];
export type Option = Schema<'ExitOptions'>[number];

/** From questions to the ids of options; a question left blank has no entry. */
export type Answers = Schema<'ExitAnswers'>;

/** A screen of questions. */
export type Page = Question[];

/** The reasons have a screen of their own; the others follow a few at a time. */
export function pagesOf({ questions }: Form): Page[] {
  const numbered = (...numbers: number[]) => questions.filter(({ number }) => numbers.includes(number));
  return [numbered(1), numbered(2, 3, 4), numbered(5, 6), numbered(7, 8), numbered(9, 10, 11)];
}

export function chosenOf(answers: Answers, question: string): string[] {
  const value = answers[question];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

export function optionsOf(question: Question): Option[] {
  return question.groups?.flatMap(({ options }) => options) ?? question.options ?? [];
}

/** Takes or gives up options; the order is the form's, so that the same answers are the same bytes. */
export function answered(answers: Answers, question: Question, chosen: string[]): Answers {
  const { [question.id]: _, ...rest } = answers;
  const ordered = optionsOf(question)
    .map(({ id }) => id)
    .filter((id) => chosen.includes(id));
  return ordered.length === 0 ? rest : { ...rest, [question.id]: question.several ? ordered : ordered[0]! };
}

/** The questions of a screen that must be answered and are not. */
export function missing(page: Page, answers: Answers): Question[] {
  return page.filter(({ id, required }) => required && answers[id] === undefined);
}
