import type { Localised } from '../common/language';

/** `GET /exit-interviews/form`: Appendix 12. */
export interface Form {
  title: Localised;
  intro: Localised;
  questions: Question[];
}

export interface Question {
  id: string;
  number: number;
  text: Localised;
  several: boolean;
  required: boolean;
  /** Question 1 has groups of options, the others have options. */
  groups?: Group[];
  options?: Option[];
}

export interface Group {
  id: string;
  title: Localised;
  options: Option[];
}

export interface Option {
  id: string;
  label: Localised;
}

/** From questions to the ids of options; a question left blank has no entry. */
export type Answers = Record<string, string | string[]>;

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
