import type { ComponentChildren } from 'preact';
import { showDate, showInstant } from '../dates';
import { showExact } from '../decimals';
import { useLanguage } from '../language';
import { useCommonTexts } from '../texts';
import type { Sort } from './arranged';
import type { Column } from './column';
import type { ListProps } from './list';

type TableProps<R> = Pick<ListProps<R>, 'id' | 'title' | 'columns' | 'keyOf' | 'marks'> & {
  rows: R[];
  sort: Sort | null;
  sortBy: (column: string) => void;
};

/** The names of columns and rows stay where they are while the rest is scrolled; a press on a column's name sorts by it. */
export function Table<R>({ id, title, columns, rows, keyOf, marks, sort, sortBy }: TableProps<R>) {
  return (
    <div class="list-scroll" tabIndex={0} role="region" aria-label={title}>
      <table id={id}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} sortBy={sortBy} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} {...marks?.(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row">
                    <Cell column={column} row={row} />
                  </th>
                ) : (
                  <td key={column.id} class={classOf(column)} data-column={column.id}>
                    <Cell column={column} row={row} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const ARROWS = { ascending: '▲', descending: '▼', none: '⇅' } as const;

function HeadCell<R>({ column, sort, sortBy }: { column: Column<R>; sort: Sort | null; sortBy: (id: string) => void }) {
  if (column.action) {
    return (
      <th scope="col">
        <span class="hidden">{column.name}</span>
      </th>
    );
  }
  const order = sort?.column !== column.id ? 'none' : sort.down ? 'descending' : 'ascending';
  return (
    <th scope="col" class={classOf(column)} aria-sort={order}>
      <button type="button" class="sort" data-sort={column.id} onClick={() => sortBy(column.id)}>
        {column.name} <span aria-hidden="true">{ARROWS[order]}</span>
      </button>
    </th>
  );
}

function classOf<R>({ kind }: Column<R>): string | undefined {
  return kind === 'number' ? 'figure' : undefined;
}

function Cell<R>({ column: { kind = 'text', value, show }, row }: { column: Column<R>; row: R }): ComponentChildren {
  const language = useLanguage();
  const common = useCommonTexts();
  if (show !== undefined) {
    return <>{show(row)}</>;
  }
  const held = value(row);
  if (held === null || held === '') {
    return <>–</>;
  }
  switch (kind) {
    case 'number':
      return <>{showExact(String(held), language)}</>;
    case 'date':
      return <>{showDate(String(held), common)}</>;
    case 'instant':
      return <>{showInstant(String(held), common)}</>;
    case 'text':
      return <>{held}</>;
  }
}
