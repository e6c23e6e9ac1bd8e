import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { FileExchange } from '../common/file-exchange';
import { useLanguage } from '../common/language';
import { useScoringTexts } from './texts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Points and values of a whole year as a workbook, out and in. */
export function FactFile({ year, changed }: { year: number; changed: () => void }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const { api } = useDesk();
  return (
    <details id="fact-file">
      <summary>{t('file_title')}</summary>
      <p>{t('file_intro')}</p>
      <FileExchange
        exports={[
          {
            id: 'file-export',
            label: t('file_export'),
            path: at('/facts.xlsx', { year, lang: language }),
            name: `facts-${year}-${language}.xlsx`,
          },
        ]}
        label={t('file_import')}
        accept=".xlsx"
        give={(file, check) =>
          api(at('/facts.xlsx', { year, check: check || undefined }), {
            method: 'PUT',
            file: new Blob([file], { type: XLSX }),
          })
        }
        said={({ values, bodies }, stored) => t(stored ? 'file_stored' : 'file_checked', { values, bodies })}
        changed={changed}
      />
    </details>
  );
}
