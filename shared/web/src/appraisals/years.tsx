import { at } from '../common/api';
import { hasRole, useDesk } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import { FileInLanguages } from '../common/file-in-languages';
import { useLanguage } from '../common/language';
import { lazily } from '../common/lazily';
import type { Column } from '../common/list/column';
import { List } from '../common/list/list';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { almatyDay } from '../common/today';
import { Heading, SelectField } from '../common/view';
import type { YearLine } from './api';
import { distributionOf } from './distribution';
import { GRADES } from './grades';
import { endedBefore } from './quarters';
import { useAppraisalTexts } from './texts';

const Stacked = lazily(() => import('../common/chart/stacked').then((loaded) => loaded.Stacked));

/** The yearly scores of the body, and how its units are distributed over the grades. */
export function Years({ query }: { query: URLSearchParams }) {
  const t = useAppraisalTexts();
  const last = Number(endedBefore(almatyDay(new Date())).slice(0, 4));
  const year = query.get('year') ?? String(last);
  const years = [...new Set([year, ...[0, 1, 2, 3, 4].map((back) => String(last - back))])];
  return (
    <>
      <Heading page="years">{t('years_title')}</Heading>
      <p>{t('years_intro')}</p>
      <SelectField
        id="year"
        label={t('year')}
        value={year}
        change={(chosen) => {
          location.hash = linkTo(['appraisals', 'years'], { year: chosen });
        }}
        options={years.map((each): [string, string] => [each, each])}
      />
      <WithDirectory>
        <OfYear key={year} year={year} />
      </WithDirectory>
    </>
  );
}

function OfYear({ year }: { year: string }) {
  const t = useAppraisalTexts();
  const desk = useDesk();
  const { body } = desk.claims;
  const paged = usePaged(
    (cursor) => at('/yearly-scores/{year}', { year, body, cursor }),
    ({ scores, next }) => ({ rows: scores as YearLine[], next }),
  );
  return (
    <>
      <Distribution lines={paged.rows} />
      <List
        id="years"
        title={t('years_title')}
        file={`yearly-scores-${year}`}
        rows={paged}
        keyOf={({ employee }) => employee}
        marks={({ employee }) => ({ 'data-employee': employee })}
        columns={useColumns(year)}
        filters={[
          {
            id: 'grade',
            label: t('grade'),
            options: GRADES.map(({ grade }): [string, string] => [grade, t(`grade_${grade}`)]),
            holds: ({ grade }, chosen) => grade === chosen,
          },
          {
            id: 'provisional',
            label: t('provisional'),
            options: [['yes', t('provisional')]],
            holds: ({ provisional }) => provisional,
          },
        ]}
        empty={t('years_none')}
      />
      {hasRole(desk, 'hr') && (
        <FileInLanguages
          file="years"
          title={t('years_file')}
          label={(language) => t(`years_file_${language}`)}
          path={(lang) => at('/yearly-scores/{year}', { year: `${year}.xlsx`, body, lang })}
          name={(language) => `yearly-scores-${year}-${language}.xlsx`}
        />
      )}
    </>
  );
}

function Distribution({ lines }: { lines: YearLine[] }) {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const { person, unitName } = useDirectory();
  const rows = distributionOf(lines, (employee) => person(employee)?.unit ?? '').map(({ unit, counts }) => ({
    id: unit === '' ? 'none' : unit,
    name: unit === '' ? t('unit_unknown') : unitName(unit, language),
    counts: [...counts].reverse(),
  }));
  return rows.length === 0 ? null : (
    <Stacked
      id="distribution"
      title={t('distribution')}
      parts={[...GRADES].reverse().map(({ grade }) => ({ name: t(`grade_${grade}`), side: 'right' as const }))}
      rows={rows.sort((one, other) => one.name.localeCompare(other.name, language))}
    />
  );
}

function useColumns(year: string): Column<YearLine>[] {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const { nameOf, person, unitName } = useDirectory();
  return [
    {
      id: 'name',
      name: t('employee'),
      value: ({ name, employee }) => name ?? nameOf(employee),
      show: ({ name, employee }) => (
        <a href={linkTo(['appraisals', 'years', year, employee])}>{name ?? nameOf(employee)}</a>
      ),
    },
    { id: 'score', name: t('score'), kind: 'number', value: ({ meanRounded }) => meanRounded ?? null },
    { id: 'grade', name: t('grade'), value: ({ grade }) => (grade === undefined ? null : t(`grade_${grade}`)) },
    {
      id: 'state',
      name: t('state'),
      value: ({ state, provisional }) =>
        `${t(`year_state_${state}`)}${provisional ? `, ${t('provisional').toLowerCase()}` : ''}`,
    },
    {
      id: 'unit',
      name: t('unit'),
      value: ({ employee }) => {
        const unit = person(employee)?.unit;
        return unit === undefined ? null : unitName(unit, language);
      },
    },
    {
      id: 'missing',
      name: t('missing'),
      value: ({ missing }) =>
        missing.map(({ quarter, why }) => `${quarter}: ${t(`why_${why}` as 'why_NO_SCORE')}`).join('; '),
    },
    { id: 'formed', name: t('formed_on'), kind: 'date', value: ({ formedOn }) => formedOn ?? null },
  ];
}
