import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { FileExchange } from '../common/file-exchange';
import { useLanguage } from '../common/language';
import { Heading } from '../common/view';
import { useKpiTexts } from './texts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The sheets that the body kept in Excel, as archive entries: the template out, the file in, whole or not at all. */
export function ImportFile() {
  const t = useKpiTexts();
  const language = useLanguage();
  const { api } = useDesk();
  return (
    <>
      <Heading page="kpi import">{t('import_title')}</Heading>
      <p>{t('import_intro')}</p>
      <FileExchange
        exports={[
          {
            id: 'import-template',
            label: t('import_template'),
            path: at('/kpi-import.xlsx', { lang: language }),
            name: `kpi-import-${language}.xlsx`,
          },
        ]}
        label={t('import_file')}
        accept=".xlsx"
        give={(file, check) =>
          api(at('/kpi-import.xlsx', check ? { check: 'true' } : {}), {
            method: 'PUT',
            file: new Blob([file], { type: XLSX }),
          })
        }
        said={({ added, unchanged, warnings }, stored) => (
          <>
            <p>{t(stored ? 'import_stored' : 'import_checked', { added, unchanged })}</p>
            {warnings.length > 0 && (
              <ul id="import-warnings">
                {warnings.map(({ sheet, cell, message }) => (
                  <li key={`${sheet} ${cell} ${message}`}>
                    {[sheet, cell].filter(Boolean).join(', ')}: {message}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
        changed={() => undefined}
      />
    </>
  );
}
