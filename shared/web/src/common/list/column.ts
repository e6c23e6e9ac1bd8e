import type { ComponentChildren } from 'preact';

/** What a cell holds for sorting, searching and files. A decimal is the API's string, never a double; nothing is null. */
export type Value = string | number | null;

/**
 * How values are compared, shown and written into files: `number` for counts and decimals, `date` for a local date such as
 * `2026-03-31`, `instant` for a moment of RFC 3339, which is shown and written in Almaty's time.
 */
export type Kind = 'text' | 'number' | 'date' | 'instant';

export interface Column<R> {
  id: string;
  name: string;
  /** Text where nothing is said. */
  kind?: Kind;
  value: (row: R) => Value;
  /** What is shown instead of the value itself. */
  show?: (row: R) => ComponentChildren;
  /** What can be done about a row: it orders nothing, and is in no file. */
  action?: true;
}

/** Rows can be narrowed to those of one choice; the address keeps the choice under `id`. */
export interface Filter<R> {
  id: string;
  label: string;
  /** Keys and names; a first one for all rows is put before them. */
  options: [string, string][];
  holds: (row: R, chosen: string) => boolean;
}
