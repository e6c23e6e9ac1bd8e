import type { FormError } from '../common/view';
import type { TimeRecord } from './api';
import { minutesOf } from './period';
import type { useWorkmodeTexts } from './texts';

export interface TypedRecord {
  from: string;
  to: string;
  breakMinutes: string;
  source: TimeRecord['source'];
}

const DAY_MINUTES = 1_440;

/** Minutes from a beginning to an end without the break; an end that is not after the beginning is the next day's. Null for what is no time. */
export function workedMinutes({ from, to, breakMinutes }: Omit<TypedRecord, 'source'>): number | null {
  const [begins, ends, rest] = [minutesOf(from.trim()), minutesOf(to.trim(), true), minutesTyped(breakMinutes)];
  if (begins === null || ends === null || rest === null) {
    return null;
  }
  const whole = ends > begins ? ends - begins : ends + DAY_MINUTES - begins;
  return rest < whole ? whole - rest : null;
}

/** What is typed as a number of minutes; nothing is none. */
function minutesTyped(text: string): number | null {
  return text.trim() === '' ? 0 : /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
}

export function recordMistakes(typed: TypedRecord, t: ReturnType<typeof useWorkmodeTexts>): FormError[] {
  const { from, to, breakMinutes } = typed;
  const wrong = (field: string, is: boolean, message: string) => (is ? [{ field, message }] : []);
  const times = [
    ...wrong('from', minutesOf(from.trim()) === null, t('wrong_time')),
    ...wrong('to', minutesOf(to.trim(), true) === null, t('wrong_time')),
    ...wrong('breakMinutes', minutesTyped(breakMinutes) === null, t('missing_minutes')),
  ];
  return times.length > 0 ? times : wrong('breakMinutes', workedMinutes(typed) === null, t('break_too_long'));
}

export function recordOf({ from, to, breakMinutes, source }: TypedRecord, version: number | undefined) {
  return {
    from: from.trim(),
    to: to.trim(),
    breakMinutes: minutesTyped(breakMinutes) ?? 0,
    source,
    ...(version !== undefined && { version }),
  };
}

/** What stands, to be changed; a new day begins empty. Who enters a day that another has entered says so. */
export function typedRecord(record: TimeRecord | undefined, sources: TimeRecord['source'][]): TypedRecord {
  const source = sources.find((each) => each === record?.source) ?? sources[0] ?? 'SELF';
  return record === undefined
    ? { from: '', to: '', breakMinutes: '', source }
    : { from: record.from, to: record.to, breakMinutes: String(record.breakMinutes), source };
}
