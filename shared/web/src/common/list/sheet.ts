import type { Kind, Value } from './column';

/** A table as it goes into a file. */
export interface Sheet {
  /** What it is called, in the reader's language. */
  title: string;
  columns: { name: string; kind: Kind }[];
  rows: Value[][];
}
