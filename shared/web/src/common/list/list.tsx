import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../language';
import type { Paged } from '../paged';
import { usePlaceQuery } from '../place';
import { useCommonTexts } from '../texts';
import { Loading, Note, SelectField, TextField } from '../view';
import { arranged, nextSort, readSort, type Sort, type View, writeSort } from './arranged';
import type { Column, Filter } from './column';
import { Files } from './files';
import './list.css';
import { Table } from './table';
import { useListTexts } from './texts';

export interface ListProps<R> {
  /** Names the table, and its parts after it. */
  id: string;
  /** What is listed, for those who hear the page and for files. */
  title: string;
  rows: Paged<R>;
  keyOf: (row: R) => string;
  /** The first names the row. */
  columns: Column<R>[];
  filters?: Filter<R>[];
  /** What a row is found by beside its cells, such as its name in the other languages. */
  alsoSought?: (row: R) => string[];
  /** The order where the address says none; as the rows come where nothing is said. */
  sort?: Sort;
  /** What stands there where there is nothing to list. */
  empty: string;
  /** Marks of a row, such as `data-body`. */
  marks?: (row: R) => Record<`data-${string}`, string>;
  /** The name of files, without its ending. */
  file: string;
  /** Whether there is a field to search; only a list that stays short has none. */
  search?: boolean;
}

/** Rows are drawn so many at a time. */
const AT_ONCE = 100;

/**
 * The one list of all rooms: searched, narrowed and sorted as the address says, a page at a time, and taken along as a file.
 * What is sought, chosen or sorted is so among all rows: the pages that are left are loaded first.
 */
export function List<R>(props: ListProps<R>) {
  const { id, columns, filters = [], rows: paged, empty, alsoSought, search = true } = props;
  const t = useListTexts();
  const language = useLanguage();
  const [view, change] = useView(filters, props.sort);
  const [drawn, setDrawn] = useState(AT_ONCE);
  const narrowed = isNarrowed(view);
  const wanting = (narrowed || view.sort !== null) && paged.more && paged.trouble === null;
  useEffect(() => {
    if (wanting && !paged.busy) {
      paged.load(true);
    }
  }, [wanting, paged.busy]);
  if (paged.starting) {
    return paged.trouble === null ? <Loading /> : <Trouble paged={paged} again={paged.again} />;
  }
  const found = arranged(paged.rows, columns, filters, view, language, alsoSought);
  const shown = found.slice(0, drawn);
  const showMore = () => {
    setDrawn(drawn + AT_ONCE);
    if (paged.more && found.length < drawn + AT_ONCE) {
      paged.load(false);
    }
  };
  if (paged.rows.length === 0) {
    return <p id={`no-${id}`}>{empty}</p>;
  }
  return (
    <div class="list">
      {(search || filters.length > 0) && (
        <Tools id={id} title={props.title} search={search} filters={filters} view={view} change={change} />
      )}
      <p class="hint" role="status" id={`${id}-shown`}>
        {wanting
          ? t('loading_more')
          : paged.more && !narrowed
            ? t('shown_so_far', { n: shown.length })
            : t('shown_of', { n: shown.length, total: paged.rows.length })}
      </p>
      {found.length === 0 ? (
        <NothingFound again={() => change({ find: '', chosen: {} })} />
      ) : (
        <Table
          {...props}
          rows={shown}
          sort={view.sort}
          sortBy={(column) => change({ sort: nextSort(view.sort, column) })}
        />
      )}
      {paged.trouble !== null && <Trouble paged={paged} again={() => paged.load(false)} />}
      {(shown.length < found.length || paged.more) && (
        <p>
          <button id={`${id}-more`} type="button" class="button button-plain" disabled={paged.busy} onClick={showMore}>
            {t('show_more')}
          </button>
        </p>
      )}
      <Files id={id} title={props.title} file={props.file} columns={columns} rows={found} />
    </div>
  );
}

function isNarrowed({ find, chosen }: View): boolean {
  return find.trim() !== '' || Object.values(chosen).some((each) => each !== '');
}

/** How the address says the list is looked at, and a way to change it. */
function useView<R>(filters: Filter<R>[], sort: Sort | undefined): [View, (changed: Partial<View>) => void] {
  const [query, setQuery] = usePlaceQuery();
  const chosenIn = (from: (id: string) => string | null | undefined) =>
    Object.fromEntries(filters.map(({ id }) => [id, from(id) ?? '']));
  const asked = query.get('sort');
  const view: View = {
    find: query.get('find') ?? '',
    chosen: chosenIn((id) => query.get(id)),
    sort: asked === null ? (sort ?? null) : readSort(asked),
  };
  const change = ({ find, chosen, sort: sorted }: Partial<View>) =>
    setQuery({
      ...(find !== undefined && { find }),
      ...(chosen !== undefined && chosenIn((id) => chosen[id])),
      ...(sorted !== undefined && { sort: writeSort(sorted) }),
    });
  return [view, change];
}

/** The field to search and the choices, each named after the list. */
function Tools<R>(props: {
  id: string;
  title: string;
  search: boolean;
  filters: Filter<R>[];
  view: View;
  change: (changed: Partial<View>) => void;
}) {
  const { id, title, search, filters, view, change } = props;
  const t = useListTexts();
  return (
    <div class="list-tools" role="search" aria-label={`${t('find')}: ${title}`}>
      {search && (
        <TextField id={`${id}-find`} label={t('find')} value={view.find} change={(find) => change({ find })} />
      )}
      {filters.map((filter) => (
        <SelectField
          key={filter.id}
          id={`${id}-${filter.id}`}
          label={filter.label}
          value={view.chosen[filter.id] ?? ''}
          change={(chosen) => change({ chosen: { ...view.chosen, [filter.id]: chosen } })}
          options={[['', t('all')], ...filter.options]}
        />
      ))}
    </div>
  );
}

function NothingFound({ again }: { again: () => void }) {
  const t = useListTexts();
  return (
    <>
      <p class="nothing-found">{t('nothing_found')}</p>
      <p>
        <button type="button" class="button button-plain" onClick={again}>
          {t('look_anew')}
        </button>
      </p>
    </>
  );
}

function Trouble({ paged: { trouble }, again }: { paged: Pick<Paged<unknown>, 'trouble'>; again: () => void }) {
  const common = useCommonTexts();
  const what: ComponentChildren =
    trouble === 'unreachable' || trouble === null
      ? `${common('unreachable_title')}. ${common('unreachable')}`
      : common('failed', { what: trouble.detail || trouble.title });
  return (
    <div role="alert">
      <Note kind="warning">
        <p>{what}</p>
        <button type="button" class="button" onClick={again}>
          {common('try_again')}
        </button>
      </Note>
    </div>
  );
}
