import type { Language } from '../language';
import { almatyTime } from './almaty-time';
import type { Kind, Value } from './column';
import type { Sheet } from './sheet';

/** So that spreadsheets read the letters as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A table as text, the way a spreadsheet of that language opens it: where the decimal mark is a comma, a semicolon stands
 * between cells. A text that begins like a formula gets an apostrophe before it, so that no spreadsheet carries it out.
 */
export function csvOf({ columns, rows }: Sheet, language: Language): string {
  const between = language === 'en' ? ',' : ';';
  const lines = [
    columns.map(({ name }) => guarded(name)),
    ...rows.map((row) => row.map((value, index) => written(value, columns[index]!.kind, language))),
  ];
  return (
    BYTE_ORDER_MARK + lines.map((line) => `${line.map((cell) => quoted(cell, between)).join(between)}\r\n`).join('')
  );
}

function written(value: Value, kind: Kind, language: Language): string {
  if (value === null || value === '') {
    return '';
  }
  switch (kind) {
    case 'number':
      return language === 'en' ? String(value) : String(value).replace('.', ',');
    case 'instant':
      return almatyTime(String(value));
    case 'date':
      return String(value);
    case 'text':
      return guarded(String(value));
  }
}

function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function quoted(text: string, between: string): string {
  return text.includes(between) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
