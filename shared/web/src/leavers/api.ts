import type { Answer, Schema } from '../common/api';

/** What the routes of exit interviews answer at the desk. */

/** An announcement as it stands. */
export type Leaver = Schema<'Leaver'>;
export type Left = Leaver['left'];
export type Section = Leaver['section'];
export type Medium = Leaver['medium'];
export type Deliver = Leaver['deliver'];
export type Ground = Leaver['ground'];
export type Edition = NonNullable<Leaver['history']>[number];
/** A change of a settled year's register, on which the Agency decides. */
export type ChangeRequest = Schema<'ChangeRequest'>;
export type Verdict = NonNullable<ChangeRequest['decision']>['decision'];
/** An interview that a territorial unit enters. */
export type Paper = Schema<'Paper'>;
/** The columns of Appendix 1; who was interviewed is null by unit while the year goes on. */
export type Columns = Schema<'ExitColumns'>;
/** Sums of batches of at least five; the Agency's only. */
export type Reasons = Schema<'ExitReasons'>;
export type Summary = Schema<'ExitSummary'>;
/** The summary of one body; that of all bodies has the reasons only. */
export type BodySummary = Required<Omit<Summary, 'reasons'>> & Pick<Summary, 'reasons'>;

export function isOfBody(summary: Summary): summary is BodySummary {
  return summary.total !== undefined;
}

/** The code for a slip where an answer has one: it is there once. */
export function codeIn(answer: object): string | undefined {
  return 'code' in answer && typeof answer.code === 'string' ? answer.code : undefined;
}

type Listed = Answer<'/exit-interviews'>;

/** What a body's personnel service is answered. */
export function leaversOf(listed: Listed): Leaver[] {
  return 'leavers' in listed ? listed.leavers : [];
}

/** What a territorial unit is answered. */
export function papersOf(listed: Listed): Paper[] {
  return 'papers' in listed ? listed.papers : [];
}
