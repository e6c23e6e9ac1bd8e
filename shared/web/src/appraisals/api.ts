import type { OfficialTitle } from '../common/directory';
import type { Localised } from '../common/language';
import type { Grade, Rounding, ScoringForm } from './grades';

/** What the routes of appraisals answer. */

export const STATES = [
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
] as const;
export type State = (typeof STATES)[number];
export const TURNS = ['HR', 'ASSESSOR', 'EMPLOYEE', 'HEAD'] as const;
export type Turn = (typeof TURNS)[number];
export const ELIGIBILITIES = ['ELIGIBLE', 'NOT_LT_MONTH', 'NOT_LT_15_DAYS'] as const;
export type Eligibility = (typeof ELIGIBILITIES)[number];
export const CHANNELS = ['REGISTERED_LETTER', 'TELEPHONOGRAM', 'TELEGRAM', 'SMS', 'EMAIL', 'OTHER_RECORDED'] as const;
export const TOPICS = ['ACHIEVEMENTS', 'SKILLS', 'CAREER'] as const;

/** A line of a list: nothing of the result, except of one's own. */
export interface Line {
  id: string;
  body: string;
  state: State;
  version: number;
  employee: string;
  quarter: string;
  name?: string;
  assessor?: string;
  reason?: string;
  eligibility?: Eligibility;
  due?: string;
  late?: boolean;
  turn?: Turn;
  score?: string;
  grade?: Grade;
  labels?: Localised;
  publishedAt?: string;
  applyBy?: string;
}

export interface Person {
  name: string;
  position?: OfficialTitle;
  unit?: OfficialTitle | string;
}

export interface Sheet extends ScoringForm {
  annex: 'ANNEX1' | 'ANNEX2';
  status: 'PLACEHOLDER' | 'OFFICIAL';
  items: { id: string; text: OfficialTitle; weight?: string }[];
}

export interface Round {
  round: number;
  heldOn: string;
  statement?: string;
  noStatement?: string;
  argument?: { form: 'ORAL' | 'WRITTEN'; text?: string };
  votes: { person: string; score: string }[];
  score: string | null;
}

export interface Member extends Person {
  person: string;
  kind: 'ASSESSOR' | 'HR';
}

export interface Calibration {
  text: string;
  submittedOn: string;
  receivedOn: string;
  inTime: boolean;
  decideBy?: string;
  holdBy?: string;
  document?: string;
  members?: Member[];
  order?: { number: string; date: string };
  reason?: string;
  approvedOn?: string;
  rounds?: Round[];
  original?: string;
  score?: string;
  direction?: 'UP' | 'DOWN' | 'SAME';
  decidedOn?: string;
  protocol?: { number: string; signedOn: string };
  uploadBy?: string;
  upload?: { on?: string; impossible?: string };
  refusal?: { reason: string; on: string };
}

export interface Appeal {
  kind: 'APPC' | 'COURT';
  filedOn: string;
  decided?: { outcome: 'LEFT' | 'NEW_SESSION' | 'SCORE'; on: string; score?: string };
}

export interface Objection {
  n: number;
  text: string;
  on: string;
  answer?: string;
  answeredOn?: string;
}

/** One case. Who may see its state only is answered the first six fields. */
export interface Appraisal {
  id: string;
  body: string;
  state: State;
  version: number;
  employee: string;
  quarter: string;
  person?: Person;
  period?: { from: string; to: string };
  withoutParticipation?: boolean;
  leftOn?: string;
  eligibility?: Eligibility;
  workedDays?: number;
  tenure?: { explained?: Localised[] };
  decided?: { eligibility: Eligibility; reason: string; on: string };
  form?: 'ANNEX1' | 'ANNEX2';
  assessor?: string;
  assessorPerson?: Person;
  basis?: string;
  reason?: string;
  named?: { reason: string; on: string };
  delegated?: { by: string; decidedOn: string };
  due?: string;
  late?: boolean;
  sheet?: Sheet;
  items?: { item: string; value: string; comment?: string }[];
  score?: string;
  exact?: string;
  rounding?: Rounding;
  grade?: Grade;
  labels?: Localised;
  scorer?: string;
  scoredOn?: string;
  publishedAt?: string;
  publishedOn?: string;
  openedAt?: string;
  receivedOn?: string;
  applyBy?: string;
  informBy?: string;
  notices?: { channel: (typeof CHANNELS)[number]; sentOn: string; deliveredOn?: string }[];
  calibration?: Calibration;
  appeal?: Appeal;
  objections?: Objection[];
  feedback?: { heldOn: string; topics: string[]; notes?: string };
  scores?: { from: string; to: string; because: 'SESSION' | 'APPEAL'; on: string }[];
  completedOn?: string;
  flags?: string[];
  others?: { id: string; body: string }[];
  history?: { event: string; by: string; at: string; state: State }[];
}

/** What a route answers of a case: the session within it is of a shape that openapi.yaml leaves open. */
export function appraisalOf(answer: object): Appraisal {
  return answer as Appraisal;
}

export interface Reading {
  by: string;
  name: string;
  at: string;
}

export type YearState = 'COLLECTING' | 'FORMED' | 'REFORMED';

export interface YearLine {
  id: string;
  state: YearState;
  version: number;
  employee: string;
  name?: string;
  revision?: number;
  formedOn?: string;
  meanRounded?: string;
  grade?: Grade;
  provisional: boolean;
  missing: { quarter: string; why: string }[];
}

export interface YearScore extends Omit<YearLine, 'id' | 'version' | 'name'> {
  id?: string;
  version?: number;
  body: string;
  year: number;
  person?: Person;
  meanRaw?: string;
  labels?: Localised;
  due?: string;
  reason?: string;
  quartersUsed?: { quarter: string; score: string; rule?: string }[];
  quarters: { quarter: string; cases: { body: string; state: State; score?: string; workedDays: number }[] }[];
  choices?: Record<string, { rule: string; reason: string }>;
  entered?: Record<string, { score: string; reason: string }>;
  earlier?: { revision: number; formedOn: string; meanRounded: string; grade: Grade }[];
}
