import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { FileExchange } from '../common/file-exchange';
import { useLanguage } from '../common/language';
import { Heading } from '../common/view';
import { usePeopleTexts } from './texts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** All people of the body as a file, out and in again: whole or not at all. */
export function StaffFilePage() {
  const t = usePeopleTexts();
  const language = useLanguage();
  const { api, claims } = useDesk();
  const body = claims.body ?? '';
  const give = (file: File, check: boolean) => {
    const query = { body, ...(check && { check: true }) };
    return file.name.toLowerCase().endsWith('.csv')
      ? api(at('/bodies/{body}/employees.csv', query), { method: 'PUT', file: new Blob([file], { type: 'text/csv' }) })
      : api(at('/bodies/{body}/employees.xlsx', query), { method: 'PUT', file: new Blob([file], { type: XLSX }) });
  };
  return (
    <>
      <Heading page="staff file">{t('file_title')}</Heading>
      <p>{t('file_intro')}</p>
      <FileExchange
        exports={[
          {
            id: 'export-xlsx',
            label: t('file_xlsx'),
            path: at('/bodies/{body}/employees.xlsx', { body }),
            name: `employees-${body}-${language}.xlsx`,
          },
          {
            id: 'export-csv',
            label: t('file_csv'),
            path: at('/bodies/{body}/employees.csv', { body }),
            name: `employees-${body}.csv`,
          },
        ]}
        label={t('file_import')}
        accept=".xlsx,.csv"
        give={give}
        said={(counts, stored) => t(stored ? 'file_stored' : 'file_checked', { ...counts })}
        changed={() => undefined}
      />
    </>
  );
}
