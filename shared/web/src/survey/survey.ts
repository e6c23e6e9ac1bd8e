import type { Schema } from '../common/api';
import type { Localised } from '../common/language';

/** What a survey has not that was opened before there was such a thing. */
type Later = 'slipKeys' | 'enrolledShare' | 'enrolled' | 'enrolledAfterOpening' | 'headcount';

/** `GET /surveys/{survey}`: what everybody may read. Its keys are what the page checks, and so nothing is presumed of them. */
export type Survey = Omit<Schema<'Survey'>, Later | 'keys' | 'multi'> &
  Partial<Omit<Pick<Schema<'Survey'>, Later>, 'slipKeys'>> & {
    /** The public key of each body's group, for those who log in. */
    keys: Record<string, JsonWebKey>;
    /** Questions that take several options. */
    multi: string[];
    /** The same for slips; empty in a survey that was opened before slips had keys of their own. */
    slipKeys?: Record<string, JsonWebKey>;
  };

/** The key that signs for a body, by how the right to take part is shown. */
export function keyFor(
  { keys, slipKeys = {} }: Pick<Survey, 'keys' | 'slipKeys'>,
  body: string,
  by: 'login' | 'code',
): JsonWebKey {
  return (by === 'code' ? slipKeys[body] : undefined) ?? keys[body]!;
}

/** People who were enrolled, those of them after the opening, and how many people there are. */
export interface Enrolled {
  enrolled: number;
  late: number;
  headcount: number;
}

/** Of some bodies together; null where the survey does not say. */
export function enrolmentOf({ enrolled, enrolledAfterOpening, headcount }: Survey, bodies: string[]): Enrolled | null {
  const sum = (counts: Record<string, number> | undefined) =>
    bodies.reduce((before, body) => before + (counts?.[body] ?? 0), 0);
  return enrolled === undefined || headcount === undefined
    ? null
    : { enrolled: sum(enrolled), late: sum(enrolledAfterOpening), headcount: sum(headcount) };
}

/** The bodies that vote under one key with a body, itself among them. */
export function groupOf({ groups }: Survey, body: string): string[] {
  return Object.keys(groups).filter((other) => groups[other] === groups[body]);
}

/** The least share of a group that must be enrolled, in percent; null where there is none. */
export function sharePercent({ enrolledShare }: Survey): number | null {
  return enrolledShare === undefined ? null : Math.round(Number(enrolledShare) * 1000) / 10;
}

export type Questionnaire = Schema<'Questionnaire'>;
export type Section = Questionnaire['sections'][number];
export type Question = Schema<'Question'>;

export const LONGEST_TEXT = 400;
const MOST_QUESTIONS_A_PAGE = 6;

/** What a person has said so far. Keys are those of the ballot: `q1`, `q29.own`, `sex`. */
export type Said = Record<string, number | number[] | string>;

/** What goes to the ballot box, apart from the token. */
export interface BallotPaper {
  answers: Said;
  respondent: Said;
}

/** One page of the questionnaire. */
export interface Page {
  id: string;
  title: Localised;
  questions: Question[];
  respondent: boolean;
}

/** One section a page; a section longer than six questions is cut into equal pages, keeping the official order. */
export function pagesOf({ sections, demographics }: Questionnaire): Page[] {
  const pages = sections.flatMap(({ id, title, statements }) => {
    const parts = Math.ceil(statements.length / MOST_QUESTIONS_A_PAGE);
    const size = Math.ceil(statements.length / parts);
    return Array.from({ length: parts }, (_, part) => ({
      id: parts === 1 ? id : `${id}-${part + 1}`,
      title,
      questions: statements.slice(part * size, (part + 1) * size),
      respondent: false,
    }));
  });
  return [
    ...pages,
    { id: 'respondent', title: demographics.title, questions: demographics.questions, respondent: true },
  ];
}

/** The name an answer has in the ballot: statements keep their id, `demo1_sex` is `sex`. */
export function keyOf(question: Question): string {
  return question.id.replace(/^demo\d+_/, '');
}

export function ownKeyOf(question: Question): string {
  return `${question.id}.own`;
}

/** Whether the option with a line of its own is among what was chosen. */
export function choseOwn(question: Question, said: Said): boolean {
  const own = question.options.find((option) => option.own_answer);
  return own !== undefined && chosen(said[keyOf(question)]).includes(own.code);
}

export function chosen(value: Said[string] | undefined): number[] {
  return Array.isArray(value) ? value : typeof value === 'number' ? [value] : [];
}

/** Drops what is blank: empty texts, empty choices, an own answer whose option is no longer chosen. */
export function ballotPaper(pages: Page[], said: Said): BallotPaper {
  const answers: Said = {};
  const respondent: Said = {};
  for (const { questions, respondent: aboutPerson } of pages) {
    for (const question of questions) {
      const key = keyOf(question);
      const value = said[key];
      if (question.answer_type === 'free_text') {
        keepText(answers, key, value);
      } else if (chosen(value).length > 0 && value !== undefined) {
        (aboutPerson ? respondent : answers)[key] = value;
        if (choseOwn(question, said)) {
          keepText(answers, ownKeyOf(question), said[ownKeyOf(question)]);
        }
      }
    }
  }
  return { answers, respondent };
}

function keepText(answers: Said, key: string, value: Said[string] | undefined): void {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text !== '') {
    answers[key] = text;
  }
}
