import type { Language } from '../common/language';
import type { WorktimeSetting, WorktimeSettings } from './api';

type Value = string | number | boolean | null;

/** A value in words: the reading that is chosen, a number, or that nothing is set. */
export function shownValue(
  { readings }: Pick<WorktimeSetting, 'readings'>,
  value: Value,
  language: Language,
  words: { none: string; yes: string; no: string },
): string {
  if (value === null) {
    return words.none;
  }
  if (typeof value === 'boolean') {
    return value ? words.yes : words.no;
  }
  return readings?.find((reading) => reading.value === value)?.about[language] ?? String(value);
}

/** What stands, as fields of text hold it. */
export function typedValues({
  settings,
  values,
}: Pick<WorktimeSettings, 'settings' | 'values'>): Record<string, string> {
  const standing = values as Record<string, Value | undefined>;
  return Object.fromEntries(settings.map(({ id }) => [id, standing[id] == null ? '' : String(standing[id])]));
}

/** What is typed, as the API takes it; null where a number is none, or is missing where there must be one. */
export function writtenValues(
  settings: WorktimeSetting[],
  typed: Record<string, string>,
): Record<string, Value> | null {
  const written: Record<string, Value> = {};
  for (const { id, readings, default: byDefault } of settings) {
    const text = (typed[id] ?? '').trim();
    if (readings !== undefined) {
      written[id] = text;
    } else if (typeof byDefault === 'boolean') {
      written[id] = text === 'true';
    } else if (text === '' && byDefault === null) {
      written[id] = null;
    } else if (/^\d{1,6}$/.test(text)) {
      written[id] = Number(text);
    } else {
      return null;
    }
  }
  return written;
}

/** The field of a complaint such as `/values/reportDueDay`. */
export function settingOf(pointer: string): string | undefined {
  return pointer.split('/').filter(Boolean).at(-1);
}
