import { at } from '../common/api';
import { hasRole, useDesk } from '../common/desk';
import { useDirectory, WithDirectory } from '../common/directory';
import { FileInLanguages } from '../common/file-in-languages';
import { useLanguage } from '../common/language';
import type { Column, Filter } from '../common/list/column';
import { List } from '../common/list/list';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { almatyDay } from '../common/today';
import { Heading } from '../common/view';
import { type Line, STATES, type State, TURNS } from './api';
import { QuarterField } from './assess';
import { OpenQuarter } from './open-quarter';
import { Publish } from './publish';
import { endedBefore } from './quarters';
import { StateTag } from './state-tag';
import { useAppraisalTexts } from './texts';

/** All cases of a quarter: whose turn each is, and what is late. */
export function Board({ query }: { query: URLSearchParams }) {
  const t = useAppraisalTexts();
  const last = endedBefore(almatyDay(new Date()));
  const quarter = query.get('quarter') ?? last;
  return (
    <>
      <Heading page="board">{t('board_title')}</Heading>
      <QuarterField
        last={last}
        quarter={quarter}
        choose={(chosen) => {
          location.hash = linkTo(['appraisals', 'board'], { quarter: chosen });
        }}
      />
      <WithDirectory>
        <OfQuarter key={quarter} quarter={quarter} />
      </WithDirectory>
    </>
  );
}

function OfQuarter({ quarter }: { quarter: string }) {
  const t = useAppraisalTexts();
  const desk = useDesk();
  const { body } = desk.claims;
  const personnel = hasRole(desk, 'hr');
  const paged = usePaged(
    (cursor) => at('/appraisals', { body, quarter, cursor, numbers: false }),
    ({ appraisals, next }) => ({ rows: appraisals as Line[], next }),
  );
  return (
    <>
      {!paged.starting && <Counted lines={paged.rows} more={paged.more} />}
      <List
        id="board"
        title={t('board_title')}
        file={`appraisals-${quarter}`}
        rows={paged}
        keyOf={({ id }) => id}
        marks={({ id, state }) => ({ 'data-appraisal': id, 'data-state': state })}
        columns={useColumns()}
        filters={useFilters()}
        empty={t('board_none')}
      />
      {personnel && (
        <>
          <FileInLanguages
            file="quarter"
            title={t('quarter_file')}
            label={(language) => t(`quarter_file_${language}`)}
            path={(lang) => at('/appraisals.xlsx', { body, quarter, lang })}
            name={(language) => `appraisals-${quarter}-${language}.xlsx`}
          />
          <Publish quarter={quarter} published={paged.again} />
          <OpenQuarter quarter={quarter} opened={paged.again} />
        </>
      )}
    </>
  );
}

/** How many are late and in which state how many are, of those that were loaded. */
function Counted({ lines, more }: { lines: Line[]; more: boolean }) {
  const t = useAppraisalTexts();
  const counts: [string, string, number][] = [
    ['late', t('late'), lines.filter(({ late }) => late === true).length],
    ['no-assessor', t('no_assessor'), lines.filter(({ reason }) => reason === 'NO_ASSESSOR').length],
    ...STATES.map((state): [string, string, number] => [
      state,
      t(`state_${state}`),
      lines.filter((line) => line.state === state).length,
    ]),
  ];
  const shown = counts.filter(([id, , count]) => count > 0 || id === 'late');
  return lines.length === 0 ? null : (
    <dl class="figures" id="board-figures">
      {shown.map(([id, name, count]) => (
        <div key={id} data-count={id}>
          <dt>{name}</dt>
          <dd>
            {count}
            {more && '+'}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useUnitOf(): (line: Line) => string {
  const { person } = useDirectory();
  return ({ employee }) => person(employee)?.unit ?? '';
}

function useColumns(): Column<Line>[] {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const { nameOf, unitName } = useDirectory();
  const unitOf = useUnitOf();
  return [
    {
      id: 'name',
      name: t('employee'),
      value: ({ name, employee }) => name ?? nameOf(employee),
      show: ({ id, name, employee }) => <a href={linkTo(['appraisals', 'one', id])}>{name ?? nameOf(employee)}</a>,
    },
    {
      id: 'state',
      name: t('state'),
      value: ({ state }) => t(`state_${state}`),
      show: ({ state, late }) => <StateTag state={state} late={late === true} />,
    },
    { id: 'turn', name: t('turn'), value: ({ turn }) => (turn === undefined ? null : t(`turn_${turn}`)) },
    {
      id: 'assessor',
      name: t('assessor'),
      value: ({ assessor, reason }) =>
        assessor !== undefined ? nameOf(assessor) : reason === 'NO_ASSESSOR' ? t('no_assessor') : null,
    },
    { id: 'due', name: t('due'), kind: 'date', value: ({ due }) => due ?? null },
    { id: 'unit', name: t('unit'), value: (line) => (unitOf(line) === '' ? null : unitName(unitOf(line), language)) },
    {
      id: 'eligibility',
      name: t('eligibility'),
      value: ({ eligibility }) => (eligibility === undefined ? null : t(`eligibility_${eligibility}`)),
    },
  ];
}

function useFilters(): Filter<Line>[] {
  const t = useAppraisalTexts();
  const language = useLanguage();
  const { units, unitName } = useDirectory();
  const unitOf = useUnitOf();
  return [
    {
      id: 'state',
      label: t('state'),
      options: STATES.map((state): [string, string] => [state, t(`state_${state}`)]),
      holds: ({ state }, chosen) => state === (chosen as State),
    },
    {
      id: 'unit',
      label: t('unit'),
      options: units.map(({ id }): [string, string] => [id, unitName(id, language)]),
      holds: (line, chosen) => unitOf(line) === chosen,
    },
    {
      id: 'turn',
      label: t('turn'),
      options: TURNS.map((turn): [string, string] => [turn, t(`turn_${turn}`)]),
      holds: ({ turn }, chosen) => turn === chosen,
    },
    {
      id: 'open',
      label: t('attention'),
      options: [
        ['late', t('late')],
        ['no-assessor', t('no_assessor')],
      ],
      holds: ({ late, reason }, chosen) => (chosen === 'late' ? late === true : reason === 'NO_ASSESSOR'),
    },
  ];
}
