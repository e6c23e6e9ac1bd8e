import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk } from '../common/desk';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading } from '../common/view';
import { type Line, PLAN_STATES, SHEET_STATES } from './api';
import { useKpiTexts } from './texts';

type Of = 'sheets' | 'plans';

/** The cases of the past that were entered for the body, with the basis of each. */
export function ArchiveEntries() {
  const t = useKpiTexts();
  const [of, setOf] = useState<Of>('sheets');
  const [year, setYear] = useState('');
  return (
    <>
      <Heading page="kpi-archive">{t('archive')}</Heading>
      <p>{t('archive_intro')}</p>
      <form class="filters no-print" onSubmit={(event) => event.preventDefault()}>
        <p class="field">
          <label for="archive-of">{t('archive_of')}</label>
          <select id="archive-of" value={of} onChange={(event) => setOf(event.currentTarget.value as Of)}>
            <option value="sheets">{t('sheets')}</option>
            <option value="plans">{t('plans')}</option>
          </select>
        </p>
        <p class="field">
          <label for="archive-year">{t('archive_year')}</label>
          <input
            id="archive-year"
            type="text"
            inputMode="numeric"
            maxLength={4}
            size={4}
            value={year}
            onInput={(event) => setYear(event.currentTarget.value)}
          />
        </p>
      </form>
      <Entries key={`${of} ${wholeYear(year)}`} of={of} year={wholeYear(year)} />
    </>
  );
}

/** Four digits; anything else asks for all years. */
function wholeYear(year: string): string | undefined {
  return /^\d{4}$/.test(year) ? year : undefined;
}

function Entries({ of, year }: { of: Of; year: string | undefined }) {
  const t = useKpiTexts();
  const { body } = useDesk().claims;
  const query = { body, year, archive: 'true' } as const;
  const plans = () =>
    usePaged(
      (cursor) => at('/kpi-plans', { ...query, cursor }),
      ({ plans: rows, next }) => ({ rows, next }),
    );
  const sheets = () =>
    usePaged(
      (cursor) => at('/kpi-sheets', { ...query, cursor }),
      ({ sheets: rows, next }) => ({ rows, next }),
    );
  const states = of === 'plans' ? PLAN_STATES : SHEET_STATES;
  return (
    <List<Line>
      id="archive-list"
      title={t('archive')}
      file={`kpi-archive-${of}`}
      rows={of === 'plans' ? plans() : sheets()}
      keyOf={({ id }) => id}
      marks={({ id, state }) => ({ 'data-case': id, 'data-state': state })}
      columns={useColumns(of)}
      filters={[
        {
          id: 'state',
          label: t('state'),
          options: states.map((state): [string, string] => [state, t(`state_${state}`)]),
          holds: ({ state }, chosen) => state === chosen,
        },
      ]}
      empty={t('archive_none')}
    />
  );
}

function useColumns(of: Of): Column<Line>[] {
  const t = useKpiTexts();
  const common = useCommonTexts();
  return [
    {
      id: 'name',
      name: t('employee'),
      value: ({ name, employee }) => name ?? employee,
      show: ({ id, name, employee }) => <a href={linkTo(['kpi', of, id])}>{name ?? employee}</a>,
    },
    {
      id: 'period',
      name: t('period'),
      value: ({ period }) => (period === undefined ? null : `${period.from} – ${period.to}`),
      show: ({ period }) =>
        period === undefined ? '–' : `${showDate(period.from, common)} – ${showDate(period.to, common)}`,
    },
    { id: 'state', name: t('state'), value: ({ state }) => t(`state_${state as 'DRAFT'}`) },
    { id: 'reason', name: t('archive_reason'), value: ({ archive }) => archive?.reason ?? null },
    { id: 'document', name: t('archive_document'), value: ({ archive }) => archive?.document ?? null },
  ];
}
