import { compare } from '../common/decimals';

/** The four grades of No. 245, ¶7, the best first, with the least score of each. */
export const GRADES = [
  { grade: 'EFFECTIVE', least: '4', most: '5' },
  { grade: 'PROPER', least: '3', most: '3.99' },
  { grade: 'SATISFACTORY', least: '2', most: '2.99' },
  { grade: 'UNSATISFACTORY', least: '0', most: '1.99' },
] as const;
export type Grade = (typeof GRADES)[number]['grade'];

/** How a mean is made a score of two decimals; the last two cut off what follows. */
export type Rounding = 'HALF_UP_2' | 'TRUNC_2' | 'RAW_HALF_OPEN';

export interface ScoringForm {
  aggregation: 'MEAN' | 'WEIGHTED_MEAN' | 'SINGLE';
  step: string;
  items: { id: string; weight?: string | undefined }[];
}

const HUNDREDTHS = 100n;
const MOST = 500n;

/** What is wrong with a value of an item, if anything. */
export function mistakeOf(value: string, step: string): 'number' | 'range' | 'step' | null {
  const hundredths = hundredthsOf(value);
  if (hundredths === null) {
    return 'number';
  }
  if (hundredths > MOST) {
    return 'range';
  }
  return hundredths % (hundredthsOf(step) ?? 1n) === 0n ? null : 'step';
}

/** A decimal as it is typed, with a point or a comma, in hundredths; null for what is none or is finer. */
export function hundredthsOf(typed: string): bigint | null {
  const [, whole, fraction = ''] = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(typed.trim()) ?? [];
  return whole === undefined ? null : BigInt(whole + fraction.padEnd(2, '0'));
}

/** As the API takes it: `4,50` becomes `4.5`. */
export function decimalOf(typed: string): string {
  const hundredths = hundredthsOf(typed) ?? 0n;
  const fraction = (hundredths % HUNDREDTHS).toString().padStart(2, '0').replace(/0+$/, '');
  return `${hundredths / HUNDREDTHS}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * What the values come to, in exact arithmetic; null while one is missing or wrong.
 *
 * @param values by the item's id, as they are typed
 */
export function scoreOf(form: ScoringForm, values: Record<string, string>, rounding: Rounding): string | null {
  let sum = 0n;
  let weights = 0n;
  for (const { id, weight } of form.items) {
    const value = values[id] ?? '';
    if (mistakeOf(value, form.step) !== null) {
      return null;
    }
    const weighs = form.aggregation === 'WEIGHTED_MEAN' ? (hundredthsOf(weight ?? '1') ?? HUNDREDTHS) : HUNDREDTHS;
    sum += hundredthsOf(value)! * weighs;
    weights += weighs;
  }
  if (weights === 0n) {
    return null;
  }
  const score = rounding === 'HALF_UP_2' ? (2n * sum + weights) / (2n * weights) : sum / weights;
  return `${score / HUNDREDTHS}.${(score % HUNDREDTHS).toString().padStart(2, '0')}`;
}

/** Whether an exact number, such as `17/4`, is what a score of two decimals shows. */
export function isShown(exact: string, score: string): boolean {
  const [number = '0', over = '1'] = exact.split('/');
  return BigInt(number) * HUNDREDTHS === BigInt(over) * (hundredthsOf(score) ?? -1n);
}

/** The grade of a score of two decimals. */
export function gradeOf(score: string): Grade {
  return GRADES.find(({ least }) => compare(score, least) >= 0)!.grade;
}

/** Values that can be chosen with one press: whole numbers, and halves where the form's step allows them. */
export function choicesOf(step: string): string[] {
  const halves = mistakeOf('0.5', step) === null;
  return Array.from({ length: halves ? 11 : 6 }, (_, index) => decimalOf((halves ? index / 2 : index).toFixed(1)));
}

/** Whether there are values that no press chooses. */
export function isFine(step: string): boolean {
  return mistakeOf('0.25', step) === null || mistakeOf('0.01', step) === null || mistakeOf('0.1', step) === null;
}

/** What a digit chooses: the whole number, and pressed again its half above. */
export function pressed(before: string, digit: string, step: string): string {
  const choices = choicesOf(step);
  const half = decimalOf(`${digit}.5`);
  return before === digit && choices.includes(half) ? half : choices.includes(digit) ? digit : before;
}
