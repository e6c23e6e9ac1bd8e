import type { Body, Schema } from '../common/api';

export type Visit = Schema<'Visit'>;
export type VisitLine = Schema<'VisitLine'>;
export type Evidence = Visit['evidence'][number];
export type Explanation = Visit['explanations'][number];
export type PresenceAct = Schema<'PresenceAct'>;
export type Official = Schema<'Official'>;
export type Guest = Schema<'Guest'>;
export type Plan = Schema<'VisitPlan'>;
export type PlanItem = NonNullable<Plan['items']>[number];
export type PlanEntry = Body<'/visit-plans', 'POST'>;
export type Signal = Schema<'Signal'>;
export type Result = Schema<'MonitoringResult'>;
export type ResultLine = Schema<'MonitoringResultLine'>;
export type StateBody = Schema<'Body'>;

export const VISIT_STATES = ['REGISTERED', 'IN_PROGRESS', 'DONE', 'CANCELLED'] as const;
export const VISIT_KINDS = ['PLANNED', 'UNSCHEDULED'] as const;
export const SIGNAL_STATES = ['NEW', 'TAKEN', 'CLOSED'] as const;
export const SIGNAL_SOURCES = ['INFO_SYSTEM', 'BODY_DATA', 'ACS', 'MEDIA', 'SOCIAL_NETWORK'] as const;
export const RESULT_STATES = ['PREPARED', 'SENT', 'ANSWERED'] as const;
export const GUEST_KINDS = ['ETHICS', 'PUBLIC'] as const;

/** Who is of an authority: it plans, and its officials visit. */
export const AUTHORITIES = ['agency', 'territorial', 'monitor'] as const;

/** Who is of a body that is monitored, and reads what is about it or about themselves. */
export const OF_BODY = ['hr', 'head', 'employee'] as const;

export type OvertimeOf = Schema<'Overtime'>;
export type LatePeople = Schema<'OvertimePeople'>;
export type LatePerson = LatePeople['people'][number];
export type Deviation = Schema<'OvertimeDeviations'>['deviations'][number];
export type QuarterlyReport = Schema<'QuarterlyObligation'>;
export type EnteredRecipient = Schema<'WorktimeRecipient'>;
export type WorktimeSettings = Schema<'WorktimeSettings'>;
export type WorktimeSetting = WorktimeSettings['settings'][number];
export type Norm = Schema<'Norm'>;
export type FoundPerson = Schema<'PeopleOfVisit'>['people'][number];
export type ActLine = Schema<'PresenceActLine'>;
