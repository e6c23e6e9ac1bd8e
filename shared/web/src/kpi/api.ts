import type { Schema } from '../common/api';

export type Plan = Schema<'KpiPlan'>;
export type PlanRow = Schema<'KpiPlanRow'>;
export type Sheet = Schema<'KpiSheet'>;
export type SheetRow = NonNullable<Sheet['rows']>[number];
export type Decision = Schema<'KpiDecision'>;
export type Line = Schema<'KpiLine'>;
export type Grade = Schema<'KpiGrade'>;
export type Appeal = Schema<'KpiAppeal'>;
export type Commission = Schema<'Commission'>;
export type Meeting = Schema<'CommissionMeeting'>;
export type Signatures = NonNullable<Plan['signatures']>;
export type Warning = NonNullable<Plan['warnings']>[number];

/** From the best on. */
export const GRADES: Grade[] = ['EFFECTIVE', 'PROPER', 'SATISFACTORY', 'UNSATISFACTORY'];

export const PLAN_STATES = ['DRAFT', 'ON_APPROVAL', 'APPROVED'] as const;
export const SHEET_STATES = [
  'DRAFT',
  'ON_REVIEW',
  'RETURNED',
  'SIGNED',
  'AT_COMMISSION',
  'DECIDED',
  'APPROVED',
  'INFORMED',
  'APPEALED',
  'CLOSED',
] as const;

/** Whether the reader may let an event happen now. */
export function mayDo({ may = [] }: { may?: string[] }, ...events: string[]): boolean {
  return events.some((event) => may.includes(event));
}
