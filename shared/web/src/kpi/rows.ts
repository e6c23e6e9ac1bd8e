import type { Grade, PlanRow, SheetRow } from './api';

/** What is counted while a plan or a sheet is being filled in. The server counts again and decides. */

/** ¶47 of the act: exactly five indicators. */
export const INDICATORS = 5;

/** The cells of an indicator in the order of the form. */
export const CELLS = ['name', 'derivedFrom', 'unit', 'planned', 'due', 'keyResult'] as const;
export type Cell = (typeof CELLS)[number];

/** An indicator as it is typed: every cell is there, empty or not. */
export type TypedRow = Record<Cell, string> & { achievable: boolean };

export const BLANK: TypedRow = {
  name: '',
  derivedFrom: '',
  unit: '',
  planned: '',
  due: '',
  keyResult: '',
  achievable: false,
};

export function typedRows(rows: PlanRow[]): TypedRow[] {
  const typed = rows.map((row): TypedRow => ({ ...BLANK, ...row }));
  return [...typed, ...Array.from({ length: Math.max(0, INDICATORS - typed.length) }, () => BLANK)];
}

/** What is sent: cells that are not blank, and no empty rows at the end. */
export function sentRows(rows: TypedRow[]): PlanRow[] {
  const filled = rows.reduce((count, row, index) => (isEmpty(row) ? count : index + 1), 0);
  return rows.slice(0, filled).map((row) => ({
    ...Object.fromEntries(CELLS.filter((cell) => row[cell].trim() !== '').map((cell) => [cell, row[cell].trim()])),
    ...(row.achievable && { achievable: true }),
  }));
}

function isEmpty(row: TypedRow): boolean {
  return !row.achievable && CELLS.every((cell) => row[cell].trim() === '');
}

export interface PlanCount {
  /** How many indicators are complete. */
  complete: number;
  /** How many cells of the first five are open, the mark that it can be reached among them. */
  missing: number;
  /** The numbers of those that are due outside the period, from 1. */
  outside: number[];
}

export function countPlan(rows: TypedRow[], period: { from: string; to: string } | undefined): PlanCount {
  const open = rows.map((row) => CELLS.filter((cell) => row[cell].trim() === '').length + (row.achievable ? 0 : 1));
  return {
    complete: open.filter((each) => each === 0).length,
    missing: open.slice(0, INDICATORS).reduce((sum, each) => sum + each, 0),
    outside: rows.flatMap(({ due }, index) =>
      period !== undefined && due !== '' && (due < period.from || due > period.to) ? [index + 1] : [],
    ),
  };
}

/** An actual value as it is typed; evidence is one line each. */
export interface TypedActual {
  no: number;
  actual: string;
  achieved: '' | 'yes' | 'no';
  evidence: string;
  /** The id of a file that is to be evidence too. */
  document?: string;
}

export function typedActuals(rows: SheetRow[]): TypedActual[] {
  return rows.map(({ no, actual = '', achieved, evidence }) => ({
    no,
    actual,
    achieved: achieved === undefined ? '' : achieved ? 'yes' : 'no',
    evidence: evidence.flatMap(({ text }) => (text === undefined ? [] : [text])).join('\n'),
  }));
}

/** @param standing whose documents stay; what is typed are texts, and perhaps one more document */
export function sentActuals(typed: TypedActual[], standing: SheetRow[]) {
  return typed.map(({ no, actual, achieved, evidence, document = '' }) => {
    const files = (standing.find((row) => row.no === no)?.evidence ?? []).filter((each) => each.document !== undefined);
    const more = document !== '' && !files.some((each) => each.document === document);
    return {
      no,
      ...(actual.trim() !== '' && { actual: actual.trim() }),
      ...(achieved !== '' && { achieved: achieved === 'yes' }),
      evidence: [
        ...files,
        ...(more ? [{ document }] : []),
        ...evidence
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .map((text) => ({ text })),
      ],
    };
  });
}

export interface SheetCount {
  achieved: number;
  /** How many indicators have no actual value, or do not say whether they were achieved. */
  open: number;
  /** Once every indicator says whether it was achieved. */
  grade: Grade | null;
}

export function countSheet(rows: TypedActual[]): SheetCount {
  const achieved = rows.filter((row) => row.achieved === 'yes').length;
  return {
    achieved,
    open: rows.filter((row) => row.achieved === '' || row.actual.trim() === '').length,
    grade: rows.every((row) => row.achieved !== '') ? gradeOf(achieved) : null,
  };
}

/** ¶49 of the act. */
export function gradeOf(achieved: number): Grade {
  return achieved >= 5 ? 'EFFECTIVE' : achieved === 4 ? 'PROPER' : achieved === 3 ? 'SATISFACTORY' : 'UNSATISFACTORY';
}

/** The field at which a complaint of the server about a row is mended. */
export function fieldOfRow(pointer: string): string | undefined {
  const found = /^\/rows\/(\d+)(?:\/(\w+))?/.exec(pointer);
  return found === null ? (pointer === '/rows' ? 'row-0-name' : undefined) : `row-${found[1]}-${found[2] ?? 'name'}`;
}
