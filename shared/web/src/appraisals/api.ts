import type { Schema } from '../common/api';

export type Appraisal = Schema<'Appraisal'>;
/** A line of a list: nothing of the result, except of one's own. */
export type Line = Schema<'AppraisalLine'>;
export type State = Schema<'AppraisalState'>;
export type Eligibility = Schema<'AppraisalEligibility'>;
export type Sheet = NonNullable<Appraisal['sheet']>;
export type Calibration = Schema<'Calibration'>;
export type Round = NonNullable<Calibration['rounds']>[number];
export type Member = Schema<'CalibrationMember'>;
export type Objection = Schema<'AppraisalObjection'>;
export type YearScore = Schema<'YearlyScore'>;
export type YearLine = Schema<'YearlyScoreList'>['scores'][number];

export const STATES: State[] = [
  'CHECKING',
  'NOT_ASSESSED',
  'WITH_ASSESSOR',
  'SCORED',
  'PUBLISHED',
  'CAL_REQUESTED',
  'CAL_ORDERED',
  'CAL_HELD',
  'CAL_DECIDED',
  'FINAL',
  'UNDER_APPEAL',
];
export const TURNS: NonNullable<Line['turn']>[] = ['HR', 'ASSESSOR', 'EMPLOYEE', 'HEAD'];
export const ELIGIBILITIES: Eligibility[] = ['ELIGIBLE', 'NOT_LT_MONTH', 'NOT_LT_15_DAYS'];
export const CHANNELS: NonNullable<Appraisal['notices']>[number]['channel'][] = [
  'REGISTERED_LETTER',
  'TELEPHONOGRAM',
  'TELEGRAM',
  'SMS',
  'EMAIL',
  'OTHER_RECORDED',
];
export const TOPICS = ['ACHIEVEMENTS', 'SKILLS', 'CAREER'] as const;
