import { useState } from 'preact/hooks';
import { download } from '../download';
import { useLanguage } from '../language';
import type { Column } from './column';
import { csvOf } from './csv';
import type { Sheet } from './sheet';
import { useListTexts } from './texts';

/** What is found, all of it and in its order, as a workbook or as text. What packs workbooks is fetched when it is asked for. */
export function Files<R>(props: { id: string; title: string; file: string; columns: Column<R>[]; rows: R[] }) {
  const { id, title, file, columns, rows } = props;
  const t = useListTexts();
  const language = useLanguage();
  const [lost, setLost] = useState(false);
  const written = columns.filter(({ action }) => action === undefined);
  const sheet = (): Sheet => ({
    title,
    columns: written.map(({ name, kind = 'text' }) => ({ name, kind })),
    rows: rows.map((row) => written.map(({ value }) => value(row))),
  });
  const take = async (ending: 'xlsx' | 'csv', made: () => Promise<Blob>) => {
    try {
      download(await made(), `${file}-${language}.${ending}`);
      setLost(false);
    } catch {
      setLost(true);
    }
  };
  const xlsx = async () => (await import('./xlsx')).xlsxOf(sheet());
  const csv = async () => new Blob([csvOf(sheet(), language)], { type: 'text/csv;charset=utf-8' });
  return (
    <div class="list-files no-print" role="group" aria-label={t('files')}>
      <span class="hint">{t('files')}:</span>
      <button id={`${id}-xlsx`} type="button" class="link-button" onClick={() => void take('xlsx', xlsx)}>
        {t('as_xlsx')}
      </button>
      <button id={`${id}-csv`} type="button" class="link-button" onClick={() => void take('csv', csv)}>
        {t('as_csv')}
      </button>
      <span role="status">{lost && t('file_lost')}</span>
    </div>
  );
}
