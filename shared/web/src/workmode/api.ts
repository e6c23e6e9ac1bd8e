import type { Schema } from '../common/api';

export type Application = Schema<'FlexibleApplication'>;
export type ApplicationLine = Schema<'FlexibleApplicationSummary'>;
export type ActLine = Schema<'ActSummary'>;
export type FlexibleAct = Schema<'FlexibleAct'>;
export type RemoteAct = Schema<'RemoteAct'>;
export type ScheduleDay = Schema<'ScheduleDay'>;
export type DayHours = Schema<'DayHours'>;
export type Values = Schema<'WorktimeValues'>;
export type Place = ScheduleDay['place'];

export const APPLICATION_STATES = ['SUBMITTED', 'RECEIVED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'IN_ACT'] as const;
export const ACT_STATES = ['ACTIVE', 'EXTENDED', 'CANCELLED', 'CAUSE_REMOVED', 'ENDED', 'EXPIRED', 'ANNULLED'] as const;
export const PLACES = ['SITE', 'REMOTE', 'EITHER', 'ABSENT', 'OFF'] as const;
