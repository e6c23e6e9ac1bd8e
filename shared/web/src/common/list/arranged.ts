import { compare } from '../decimals';
import type { Language } from '../language';
import type { Column, Filter, Kind, Value } from './column';

/** How a list is looked at. */
export interface View {
  /** What is sought; empty for everything. */
  find: string;
  /** The choice of each filter by its id; one that is empty or missing narrows nothing. */
  chosen: Record<string, string>;
  sort: Sort | null;
}

export interface Sort {
  column: string;
  down: boolean;
}

/** `points`, or `-points` for the highest first, as the address has it. */
export function readSort(text: string): Sort | null {
  return text === '' ? null : { column: text.replace(/^-/, ''), down: text.startsWith('-') };
}

export function writeSort(sort: Sort | null): string {
  return sort === null ? '' : `${sort.down ? '-' : ''}${sort.column}`;
}

/** What a press on a column's name makes of the order: up, then down, then as the rows came. */
export function nextSort(sort: Sort | null, column: string): Sort | null {
  return sort?.column !== column ? { column, down: false } : sort.down ? null : { column, down: true };
}

/** The rows that are sought and chosen, in the order asked for; equal ones as they came. */
export function arranged<R>(
  rows: R[],
  columns: Column<R>[],
  filters: Filter<R>[],
  { find, chosen, sort }: View,
  language: Language,
  alsoSought: (row: R) => string[] = () => [],
): R[] {
  const words = folded(find).split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    const text =
      words.length === 0 ? '' : folded([...columns.map(({ value }) => value(row)), ...alsoSought(row)].join('\n'));
    return (
      words.every((word) => text.includes(word)) &&
      filters.every(({ id, holds }) => (chosen[id] ?? '') === '' || holds(row, chosen[id]!))
    );
  });
  const by = columns.find(({ id }) => id === sort?.column);
  if (sort === null || by === undefined) {
    return found;
  }
  const order = comparing(by.kind ?? 'text', language);
  return found.sort((one, other) => ordered(by.value(one), by.value(other), order, sort.down));
}

/** Where there is nothing it stands last, whichever way the others are sorted. */
function ordered(one: Value, other: Value, order: (one: Value, other: Value) => number, down: boolean): number {
  if (isNothing(one) || isNothing(other)) {
    return Number(isNothing(one)) - Number(isNothing(other));
  }
  return down ? order(other, one) : order(one, other);
}

function isNothing(value: Value): boolean {
  return value === null || value === '';
}

function comparing(kind: Kind, language: Language): (one: Value, other: Value) => number {
  switch (kind) {
    case 'number':
      return (one, other) => compare(String(one), String(other));
    case 'instant':
      return (one, other) => Date.parse(String(one)) - Date.parse(String(other));
    case 'date':
    case 'text': {
      const collator = new Intl.Collator(language, { numeric: true });
      return (one, other) => collator.compare(String(one), String(other));
    }
  }
}

/** Small letters, and one letter for the two ways to write ё. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/ё/g, 'е');
}
