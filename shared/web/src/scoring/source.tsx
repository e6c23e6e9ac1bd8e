import { showInstant } from '../common/dates';
import { useCommonTexts } from '../common/texts';
import type { ManualPoints, Source as Where } from './api';
import { type ScoringKey, useScoringTexts } from './texts';

const ORIGINS = ['survey', 'exit-interviews', 'calendar', 'review', 'analyst'];
const FORMS = ['appendix-1', 'appendix-2', 'appendix-7', 'appendix-8', 'hr-statistics', 'access-events'];
const DETAILS = ['survey', 'group', 'ballots', 'form', 'report', 'upload', 'sheet', 'cell', 'cells', 'row', 'year', 'status', 'version', 'basis', 'document', 'by', 'at', 'file', 'sha256', 'fingerprint', 'period', 'adopts'];

/** An origin in words: `report:appendix-7` is the report by Appendix 7. */
export function useOriginName(): (origin: string) => string {
  const t = useScoringTexts();
  return (origin) => {
    const [kind = '', form = ''] = origin.split(':');
    if (kind === 'report') {
      return FORMS.includes(form) ? t(`form_${form.replace('-', '_')}` as ScoringKey) : t('origin_report');
    }
    return ORIGINS.includes(kind) ? t(`origin_${kind.replace('-', '_')}` as ScoringKey) : origin;
  };
}

/** Which tally, which upload and cell, or who on what basis: everything that finds the fact again. */
export function SourceDetails({ source }: { source: Where }) {
  const t = useScoringTexts();
  const common = useCommonTexts();
  const { kind, provisional, ...details } = source;
  return (
    <dl class="small source">
      {Object.entries(details).map(([key, value]) => (
        <div key={key}>
          <dt>{DETAILS.includes(key) ? t(`detail_${key}` as ScoringKey) : key}</dt>
          <dd class="breakable">{key === 'at' ? showInstant(String(value), common) : typeof value === 'object' ? JSON.stringify(value) : String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where a fact comes from. */
export function Source({ origin, source }: { origin: string; source: Where }) {
  const t = useScoringTexts();
  const named = useOriginName();
  return (
    <section id="source">
      <h2>{t('source')}</h2>
      <p>{named(origin)}</p>
      <SourceDetails source={source} />
    </section>
  );
}

/** Points entered by hand come from an analyst, on a basis. */
export function sourceOf({ basis, document, source }: ManualPoints): Where {
  return { ...source, kind: 'analyst', basis, ...(document != null && { document }) };
}
