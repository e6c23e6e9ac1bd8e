import type { Body } from '../common/api';
import { almatyDay, almatyYear } from '../common/today';
import type { Deliver, Ground, Leaver, Left, Medium, Section } from './api';

/** What rule 7 of Appendix 12 makes of each ground, shown before anything is sent; the answer of the API decides. */
export type Rule7 = 'INTERVIEWED' | 'EXEMPT' | 'NOT_DISMISSED';
export const GROUNDS: Record<Ground, Rule7> = {
  OWN_WILL: 'INTERVIEWED',
  TRANSFER: 'INTERVIEWED',
  DISCIPLINE: 'EXEMPT',
  ASSESSMENT: 'EXEMPT',
  PROBATION: 'EXEMPT',
  ATTESTATION: 'EXEMPT',
  RETIREMENT: 'EXEMPT',
  CONSCRIPTION: 'EXEMPT',
  SUBSTITUTE_RETURN: 'EXEMPT',
  MOVE_WITHIN: 'NOT_DISMISSED',
  LIQUIDATION: 'EXEMPT',
  REORGANISATION: 'EXEMPT',
  OTHER: 'INTERVIEWED',
};

export const LEFT: Left[] = ['SERVICE', 'BODY'];
export const SECTIONS: Section[] = ['CENTRAL', 'TERRITORIAL', 'DEPARTMENT', 'DEPARTMENT_TERRITORIAL'];
export const MEDIA: Medium[] = ['ELECTRONIC', 'PAPER'];
export const DELIVERIES: Deliver[] = ['PRINT', 'SMS', 'EMAIL', 'LOGIN'];

/** The form as typed; what was not chosen yet is empty. */
export interface Typed {
  person: string;
  leavingOn: string;
  left: Left | '';
  ground: Ground | '';
  section: Section;
  unit: string;
  medium: Medium;
  document: string;
  failed: string;
  operator: string;
  deliver: Deliver | '';
}

export const EMPTY: Typed = {
  person: '',
  leavingOn: '',
  left: '',
  ground: '',
  section: 'CENTRAL',
  unit: '',
  medium: 'ELECTRONIC',
  document: '',
  failed: '',
  operator: '',
  deliver: '',
};

export function typedOf({ person, leavingOn, left, ground, section, unit, medium, failure, deliver }: Leaver): Typed {
  return {
    person,
    leavingOn,
    left,
    ground,
    section,
    unit,
    medium,
    document: failure?.document ?? '',
    failed: failure?.date ?? '',
    operator: failure?.operator ?? '',
    deliver,
  };
}

export function isInterviewed({ ground }: { ground: Ground | '' }): boolean {
  return ground !== '' && GROUNDS[ground] === 'INTERVIEWED';
}

/** What is asked of the API where nothing of the form is missing: where there is no interview nothing is said of how it is given, and on paper nothing of a code. */
export function leavingOf(typed: Typed): Omit<Body<'/exit-interviews/{id}', 'PUT'>, 'reason'> {
  const { leavingOn, left, ground, section, medium, document, failed, operator, deliver } = typed;
  const unit = typed.unit.trim();
  const failure = { document: document.trim(), date: failed, operator: operator.trim() };
  return {
    leavingOn,
    left: left as Left,
    ground: ground as Ground,
    section,
    ...(unit !== '' && { unit }),
    ...(isInterviewed(typed) && { medium, ...(medium === 'PAPER' ? { failure } : { deliver: deliver as Deliver }) }),
  };
}

type Field = keyof Typed;

/** What must be filled in and is not, in the order of the form. */
export function missing(typed: Typed): Field[] {
  const needed: Field[] = ['person', 'leavingOn', 'left', 'ground'];
  if (isInterviewed(typed)) {
    needed.push(...(typed.medium === 'PAPER' ? (['document', 'failed', 'operator'] as const) : (['deliver'] as const)));
  }
  return needed.filter((field) => typed[field].trim() === '');
}

/** The field at which a complaint of the API is mended. */
export function fieldOf(pointer: string): string | undefined {
  const names: Record<string, string> = {
    '/failure': 'document',
    '/failure/document': 'document',
    '/failure/date': 'failed',
    '/failure/operator': 'operator',
  };
  const plain = pointer.slice(1);
  return names[pointer] ?? (plain in EMPTY || plain === 'reason' ? plain : undefined);
}

/** What is to be done about a leaver. */
export type Way = 'WITHDRAWN' | 'EXEMPT' | 'NOT_DISMISSED' | 'PAPER' | Deliver;

export function wayOf(leaver: Leaver): Way {
  const rule7 = GROUNDS[leaver.ground];
  return leaver.state === 'WITHDRAWN'
    ? 'WITHDRAWN'
    : rule7 !== 'INTERVIEWED'
      ? rule7
      : leaver.medium === 'PAPER'
        ? 'PAPER'
        : leaver.deliver;
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Which announcement a refusal speaks of. */
export function idIn(sentence: string): string | undefined {
  return ID.exec(sentence)?.[0];
}

/** Interviews of a year are taken until the end of the January after it: until then that year is the one worked at. */
export function workedAt(now: Date): number {
  return almatyDay(now).slice(5, 7) === '01' ? almatyYear(now) - 1 : almatyYear(now);
}
