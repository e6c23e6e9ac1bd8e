/** What the routes of exit interviews answer at the desk, as openapi.yaml says. */

export type Left = 'SERVICE' | 'BODY';
export type Section = 'CENTRAL' | 'TERRITORIAL' | 'DEPARTMENT' | 'DEPARTMENT_TERRITORIAL';
export type Medium = 'ELECTRONIC' | 'PAPER';
export type Deliver = 'PRINT' | 'SMS' | 'EMAIL' | 'LOGIN';
export type Ground =
  | 'OWN_WILL'
  | 'TRANSFER'
  | 'DISCIPLINE'
  | 'ASSESSMENT'
  | 'PROBATION'
  | 'ATTESTATION'
  | 'RETIREMENT'
  | 'CONSCRIPTION'
  | 'SUBSTITUTE_RETURN'
  | 'MOVE_WITHIN'
  | 'LIQUIDATION'
  | 'REORGANISATION'
  | 'OTHER';

/** The documented failure of E-qyzmet (rule 6). */
export interface Failure {
  document: string;
  date: string;
  operator: string;
}

/** An announcement as it stands. */
export interface Leaver {
  id: string;
  body: string;
  person: string;
  state: 'STANDING' | 'WITHDRAWN';
  version: number;
  exempt: boolean;
  leavingOn: string;
  left: Left;
  ground: Ground;
  section: Section;
  unit: string;
  medium: Medium;
  deliver: Deliver;
  failure?: Failure;
}

/** What a correction is answered. The code is there where the correction made one for a slip, and once. */
export interface Corrected extends Leaver {
  code?: string;
}

export interface Edition {
  what: 'announce' | 'correct' | 'withdraw' | 'recode';
  by: string;
  at: string;
  reason?: string;
  consent?: string;
  announcement: Leaver;
}

/** A change of a settled year's register, on which the Agency decides. */
export interface ChangeRequest {
  id: string;
  body: string;
  person: string;
  what: 'ANNOUNCE' | 'CORRECT' | 'WITHDRAW';
  state: 'PENDING' | 'CONSENTED' | 'REFUSED';
  reason: string;
  by: string;
  asked: string;
  years: number[];
  from?: Leaver;
  to: Leaver;
  decision?: { decision: Verdict; reason: string; by: string; at: string };
}

export type Verdict = 'CONSENT' | 'REFUSE';

export interface LeaverWithHistory extends Leaver {
  history: Edition[];
}

/** What an announcement, or the order of another code, is answered. The code is there for a slip, and once. */
export interface Announced {
  id: string;
  exempt: boolean;
  code?: string;
}

/** An interview that a territorial unit enters. */
export interface Paper {
  id: string;
  body: string;
  person: string;
  leavingOn: string;
  failure: Failure;
  state: 'WAITING' | 'ENTERED' | 'TOO_LATE';
}

/** The columns of Appendix 1; who was interviewed is null by unit while the year goes on. */
export interface Columns {
  leftService: number;
  leftServiceInterviewed: number | null;
  leftBody: number;
  leftBodyInterviewed: number | null;
}

/** Sums of batches of at least five; the Agency's only. */
export interface Reasons {
  minimumGroup: number;
  people: number | null;
  questions: Record<string, { answered: number; options: Record<string, number> }> | null;
  groups?: Record<string, number>;
}

export interface BodySummary extends Record<'announced' | 'exempt' | 'interviewed' | 'paper' | 'moved', number> {
  over: boolean;
  total: Columns;
  units: ({ section: Section; unit: string } & Columns)[];
  exemptByGround: Partial<Record<Ground, number>>;
  findings: { code: string; message: string }[];
  reasons?: Reasons;
}
