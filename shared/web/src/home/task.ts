import type { Schema } from '../common/api';
import type { Claims } from '../common/login';
import { linkTo } from '../common/route';
import { daysUntil } from '../common/today';

/** What somebody has to do about a document. */
export type Task = Schema<'Task'>;

/** How soon something is to be done. */
export type When = 'late' | 'today' | 'soon' | 'later' | 'undated';
export const WHEN: When[] = ['late', 'today', 'soon', 'later', 'undated'];

/** Days that count as soon, as long as a working week with its weekend. */
const SOON = 7;

/** The day by which it can still be done: the last working day on or before the day it is due. */
export function lastDay({ due, safeDue }: Task): string | undefined {
  return safeDue ?? due;
}

/** The server says what is late; how near the others are is counted by the day in Almaty. */
export function whenOf(task: Task, today: string): When {
  const day = lastDay(task);
  if (task.late) {
    return 'late';
  }
  if (day === undefined) {
    return 'undated';
  }
  const left = daysUntil(day, today);
  return left <= 0 ? 'today' : left <= SOON ? 'soon' : 'later';
}

/** Whether it is the reader's own turn, by name or by the offices that the login has. */
export function isMine({ owner }: Task, { sub, body, territory, roles }: Claims): boolean {
  const [kind = '', ...rest] = owner.split(':');
  const whose = rest.join(':');
  switch (kind) {
    case 'person':
      return whose === sub;
    case 'authority':
      return roles.includes('agency') ? whose === 'agency' : roles.includes('territorial') && whose === territory;
    default:
      return whose === body && roles.includes(kind);
  }
}

/** The document's own id, without its kind. */
export function idOf({ object }: Pick<Task, 'object'>): string {
  return object.slice(object.indexOf('~') + 1);
}

/** The id of the document in which it is worked at, for the end of a link. */
function within({ about }: Task): string[] {
  return about?.within === undefined ? [] : [idOf({ object: about.within })];
}

/** What a document is called among people: whom it is about, and of when; its id where neither is known. */
export function titleOf(task: Task): string {
  const { name, period } = task.about ?? {};
  return [name, period].filter(Boolean).join(', ') || idOf(task);
}

/** Where in the desk a document is worked at; kinds without a room are not here. */
const ROOMS: Record<string, (task: Task) => string> = {
  appraisal: (task) => linkTo(['appraisals', 'one', idOf(task)]),
  'worktime-report': ({ body }) => linkTo(['reports'], { body }),
  'flexible-application': (task) => linkTo(['worktime', 'applications', idOf(task)]),
  'flexible-time': (task) => linkTo(['worktime', 'acts', 'flexible', idOf(task)]),
  'remote-work': (task) => linkTo(['worktime', 'acts', 'remote', idOf(task)]),
  recall: (task) => linkTo(['worktime', 'recalls', idOf(task)]),
  violation: (task) => linkTo(['worktime', 'acts', 'flexible', ...within(task)]),
  'presence-act': (task) => linkTo(['monitoring', 'visits', ...within(task)]),
  visit: (task) => linkTo(['monitoring', 'visits', idOf(task)]),
  'visit-plan': (task) => linkTo(['monitoring', 'plans', idOf(task)]),
  'monitoring-result': (task) => linkTo(['monitoring', 'results', idOf(task)]),
  'monitoring-signal': () => linkTo(['monitoring', 'signals']),
  'kpi-plan': (task) => linkTo(['kpi', 'plans', idOf(task)]),
  'kpi-sheet': (task) => linkTo(['kpi', 'sheets', idOf(task)]),
  // The id of a commission belongs to its body: `<body>.<id>`.
  commission: (task) => linkTo(['kpi', 'commissions', idOf(task).slice(task.body.length + 1)]),
  'commission-meeting': (task) => linkTo(['kpi', 'meetings', idOf(task)]),
};

export function roomOf(task: Task): string | undefined {
  return ROOMS[task.kind]?.(task);
}
