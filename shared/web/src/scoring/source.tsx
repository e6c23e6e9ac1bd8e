import { showInstant } from '../common/dates';
import { useCommonTexts } from '../common/texts';
import type { ManualPoints, Source as Where } from './api';
import { type ScoringKey, useScoringTexts } from './texts';

const ORIGINS = ['survey', 'exit-interviews', 'calendar', 'review', 'analyst'];
const FORMS = ['appendix-1', 'appendix-2', 'appendix-7', 'appendix-8', 'hr-statistics', 'access-events'];
const DETAILS = [
  'survey',
  'group',
  'ballots',
  'form',
  'report',
  'upload',
  'sheet',
  'cell',
  'cells',
  'row',
  'year',
  'status',
  'version',
  'basis',
  'document',
  'by',
  'at',
  'file',
  'sha256',
  'fingerprint',
  'period',
  'adopts',
  'months',
  'hours',
  'calendar',
  'sendAgain',
  'findings',
  'obligation',
  'kind',
  'points',
  'consented',
];

/** What only programs compare: of each day of a month, whether it is a working day. */
const UNTOLD = ['days'];

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
  const { kind, provisional, ...details } = source;
  return <Details details={details} />;
}

/** One below the other; what has parts of its own, such as the months of a year or several findings, opens to them. */
function Details({ details }: { details: object }) {
  const t = useScoringTexts();
  const common = useCommonTexts();
  const named = (key: string) =>
    DETAILS.includes(key) ? t(`detail_${key}` as ScoringKey) : Array.isArray(details) ? `${Number(key) + 1}.` : key;
  return (
    <dl class="small source">
      {Object.entries(details)
        .filter(([key]) => !UNTOLD.includes(key))
        .map(([key, value]) =>
          hasParts(value) ? (
            <div key={key}>
              <dt class="hidden">{named(key)}</dt>
              <dd>
                <details>
                  <summary>{named(key)}</summary>
                  <Details details={value} />
                </details>
              </dd>
            </div>
          ) : (
            <div key={key}>
              <dt>{named(key)}</dt>
              <dd class="breakable">{key === 'at' ? showInstant(String(value), common) : String(value)}</dd>
            </div>
          ),
        )}
    </dl>
  );
}

function hasParts(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
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
