import { decimalMark } from '../common/decimals';
import type { Language } from '../common/language';
import type { Say } from '../common/texts';
import type { FactType, FactValue } from './api';
import type { ScoringKey } from './texts';

/** A value as it is typed: a field, or one for each month or answer. */
export type Draft = string[];

/** What a draft means, or which of its fields cannot be read. */
export type Reading = { value: FactValue } | { wrong: number[] };

const UNKNOWN = 'unknown';
const WHOLE = /^\d{1,15}$/;
export const NUMBER = /^\d{1,15}(\.\d{1,12})?$/;

export function fieldsOf({ shape }: FactType): number {
  return shape === 'MONTHS' ? 12 : shape === 'ANSWERS' ? 4 : 1;
}

export function emptyDraft(fact: FactType): Draft {
  return Array.from({ length: fieldsOf(fact) }, () => '');
}

/** A value as its fields show it, with the reader's decimal mark. */
export function draftOf(fact: FactType, value: FactValue | undefined, language: Language): Draft {
  if (value === undefined) {
    return emptyDraft(fact);
  }
  if (Array.isArray(value)) {
    const typed = value.map((each) => decimalMark(String(each), language));
    return fact.shape === 'PENALTIES' ? [typed.join('; ')] : typed;
  }
  return [value === null ? UNKNOWN : decimalMark(String(value), language)];
}

export function isBlank(draft: Draft): boolean {
  return draft.every((field) => field.trim() === '');
}

export function isUnknown([field]: Draft): boolean {
  return field === UNKNOWN;
}

export function unknownDraft(unknown: boolean): Draft {
  return [unknown ? UNKNOWN : ''];
}

/** What was typed, as the API takes it: counts as numbers, everything with decimals as a string. A comma is a decimal mark too. */
export function readDraft({ shape }: FactType, draft: Draft): Reading {
  const fields = draft.map(plain);
  switch (shape) {
    case 'COUNT':
    case 'MONTHS':
    case 'ANSWERS': {
      const wrong = fields.flatMap((field, index) => (WHOLE.test(field) ? [] : [index]));
      const counts = fields.map(Number);
      return wrong.length > 0 ? { wrong } : { value: shape === 'COUNT' ? counts[0]! : counts };
    }
    case 'DECIMAL':
      return NUMBER.test(fields[0]!) ? { value: fields[0]! } : { wrong: [0] };
    case 'PERCENT_OR_UNKNOWN':
      return isUnknown(draft) ? { value: null } : NUMBER.test(fields[0]!) ? { value: fields[0]! } : { wrong: [0] };
    case 'STRATEGY':
      return draft[0] === '' ? { wrong: [0] } : { value: draft[0]! };
    case 'PENALTIES': {
      const points = (draft[0] ?? '')
        .split(/[;\n]/)
        .map(plain)
        .filter((each) => each !== '');
      return points.every((each) => NUMBER.test(each)) ? { value: points } : { wrong: [0] };
    }
  }
}

function plain(field: string): string {
  return field.replace(/[\s\u00A0]/g, '').replace(',', '.');
}

/** A value in words, as it stands in a sentence or a table of facts. */
export function showValue(fact: FactType, value: FactValue, language: Language, say: Say<ScoringKey>): string {
  const number = (each: number | string) => decimalMark(String(each), language);
  if (value === null) {
    return say('unknown_value');
  }
  if (!Array.isArray(value)) {
    return fact.shape === 'STRATEGY'
      ? strategy(String(value), say)
      : fact.shape === 'PERCENT_OR_UNKNOWN'
        ? `${number(value)} %`
        : number(value);
  }
  switch (fact.shape) {
    case 'ANSWERS':
      return value.map((count, index) => `${index + 1} – ${count}`).join(', ');
    case 'PENALTIES':
      return value.length === 0 ? say('no_penalties') : value.map((each) => `−${number(each)}`).join('; ');
    default:
      return value.map(number).join(', ');
  }
}

/** A value for a narrow cell: of several numbers their sum, of months the mean. */
export function showShort(fact: FactType, value: FactValue, language: Language, say: Say<ScoringKey>): string {
  if (fact.shape === 'MONTHS' && Array.isArray(value)) {
    // A hint for the eye; the score is counted by the server.
    return `⌀ ${decimalMark((value.reduce<number>((sum, each) => sum + Number(each), 0) / Math.max(1, value.length)).toFixed(1), language)}`;
  }
  if (fact.shape === 'ANSWERS' && Array.isArray(value)) {
    return `Σ ${value.reduce<number>((sum, each) => sum + Number(each), 0)}`;
  }
  return fact.shape === 'STRATEGY' || fact.shape === 'PENALTIES'
    ? showValue(fact, value, language, say)
    : value === null
      ? say('unknown_value')
      : decimalMark(String(value), language);
}

function strategy(word: string, say: Say<ScoringKey>): string {
  return word === 'with_content' || word === 'without_content' || word === 'none' ? say(`strategy_${word}`) : word;
}

/** What is shown where a draft cannot be read. */
export function errorOf({ shape }: FactType): ScoringKey {
  switch (shape) {
    case 'MONTHS':
    case 'ANSWERS':
      return 'error_series';
    case 'COUNT':
      return 'error_whole';
    case 'STRATEGY':
      return 'error_choose';
    default:
      return 'error_decimal';
  }
}
