import { at } from '../common/api';
import { showDate } from '../common/dates';
import { hasRole, useDesk } from '../common/desk';
import { useLanguage } from '../common/language';
import type { Column, Filter } from '../common/list/column';
import { List } from '../common/list/list';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading } from '../common/view';
import { isMine, lastDay, type Task } from '../home/task';
import { ownerName, turnName } from '../home/texts';
import { type Line, PLAN_STATES, SHEET_STATES } from './api';
import { type Terms, termsOf, useTerms } from './terms';
import { useKpiTexts } from './texts';

type Of = 'kpi-plan' | 'kpi-sheet';

/** The plans or the sheets that the reader sees, whose turn each is, and what is late. */
export function Board({ of }: { of: Of }) {
  const t = useKpiTexts();
  const desk = useDesk();
  const terms = useTerms(hasRole(desk, 'hr') ? desk.claims.body : undefined, of);
  return (
    <>
      <Heading page={of}>{t(of === 'kpi-plan' ? 'plans' : 'sheets')}</Heading>
      {of === 'kpi-plan' && hasRole(desk, 'assessor') && (
        <p>
          <a id="new-plan" class="button" href={linkTo(['kpi', 'new'])}>
            {t('new_plan')}
          </a>
        </p>
      )}
      {of === 'kpi-plan' ? <Plans terms={terms} /> : <Sheets terms={terms} />}
    </>
  );
}

function Plans({ terms }: { terms: Terms | null }) {
  const rows = usePaged(
    (cursor) => at('/kpi-plans', { cursor }),
    ({ plans, next }) => ({ rows: plans, next }),
  );
  return <Lines of="kpi-plan" rows={rows} terms={terms} states={[...PLAN_STATES]} />;
}

function Sheets({ terms }: { terms: Terms | null }) {
  const rows = usePaged(
    (cursor) => at('/kpi-sheets', { cursor }),
    ({ sheets, next }) => ({ rows: sheets, next }),
  );
  return <Lines of="kpi-sheet" rows={rows} terms={terms} states={[...SHEET_STATES]} />;
}

function Lines(props: {
  of: Of;
  rows: ReturnType<typeof usePaged<'/kpi-plans', Line>>;
  terms: Terms | null;
  states: (typeof PLAN_STATES | typeof SHEET_STATES)[number][];
}) {
  const { of, rows, terms, states } = props;
  const t = useKpiTexts();
  const tasks = ({ id }: Line) => termsOf(terms, of, id);
  const isTurn = useIsTurn();
  const late = rows.rows.filter((line) => tasks(line).some((task) => task.late)).length;
  const mine = rows.rows.filter((line) => tasks(line).some(isTurn)).length;
  const filters: Filter<Line>[] = [
    {
      id: 'state',
      label: t('state'),
      options: states.map((state): [string, string] => [state, t(`state_${state}`)]),
      holds: ({ state }, chosen) => state === chosen,
    },
    {
      id: 'turn',
      label: t('whose_turn'),
      options: [
        ['mine', t('your_turn')],
        ['late', t('late')],
      ],
      holds: (line, chosen) => tasks(line).some((task) => (chosen === 'late' ? task.late : isTurn(task))),
    },
  ];
  return (
    <>
      {terms !== null && rows.rows.length > 0 && (
        <dl class="figures" id="board-figures">
          <div data-figure="mine">
            <dt>{t('your_turn')}</dt>
            <dd>{mine}</dd>
          </div>
          <div data-figure="late">
            <dt>{t('late')}</dt>
            <dd>{late}</dd>
          </div>
        </dl>
      )}
      <List<Line>
        id={`${of}-list`}
        title={t(of === 'kpi-plan' ? 'plans' : 'sheets')}
        file={of}
        rows={rows}
        keyOf={({ id }) => id}
        marks={({ id, state }) => ({ 'data-case': id, 'data-state': state })}
        columns={useColumns(of, tasks)}
        sort={{ column: 'due', down: false }}
        filters={filters}
        empty={t(of === 'kpi-plan' ? 'no_plans' : 'no_sheets')}
      />
    </>
  );
}

/** Whether it is the reader's turn: all that is in the own list is, also in the place of somebody absent. */
function useIsTurn(): (task: Task) => boolean {
  const desk = useDesk();
  return (task) => !hasRole(desk, 'hr') || isMine(task, desk.claims);
}

function useColumns(of: Of, tasks: (line: Line) => Task[]): Column<Line>[] {
  const t = useKpiTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const isTurn = useIsTurn();
  const actor = (turn: string) => t(`actor_${turn}` as 'actor_HR');
  const turn = (line: Line) =>
    tasks(line)
      .map((task) =>
        isTurn(task)
          ? t('your_turn')
          : task.owner.startsWith('person:')
            ? line.turns.map(actor).join(', ')
            : ownerName(task.owner, language),
      )
      .join('; ') || line.turns.map(actor).join(', ');
  const due = (line: Line) =>
    tasks(line)
      .map(lastDay)
      .find((day) => day !== undefined) ?? null;
  return [
    {
      id: 'name',
      name: t('employee'),
      value: ({ name, employee }) => name ?? employee,
      show: ({ id, name, employee }) => (
        <a href={linkTo(['kpi', of === 'kpi-plan' ? 'plans' : 'sheets', id])}>{name ?? employee}</a>
      ),
    },
    { id: 'state', name: t('state'), value: ({ state }) => t(`state_${state as 'DRAFT'}`) },
    {
      id: 'turn',
      name: t('whose_turn'),
      value: turn,
      show: (line) => (
        <>
          {turn(line)}
          {tasks(line).map((task) => (
            <span key={task.event} class="hint">
              <br />
              {turnName(task.kind, task.event, language)}
            </span>
          ))}
        </>
      ),
    },
    {
      id: 'due',
      name: t('last_day'),
      kind: 'date',
      value: due,
      show: (line) => {
        const day = due(line);
        return (
          <>
            {day === null ? '–' : showDate(day, common)}{' '}
            {tasks(line).some((task) => task.late) && <strong class="tag tag-closing">{t('late')}</strong>}
          </>
        );
      },
    },
    {
      id: 'period',
      name: t('period'),
      value: ({ period }) => (period === undefined ? null : `${period.from} – ${period.to}`),
      show: ({ period }) =>
        period === undefined ? '–' : `${showDate(period.from, common)} – ${showDate(period.to, common)}`,
    },
  ];
}
