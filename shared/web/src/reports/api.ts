import type { Localised } from '../common/language';

/** What the routes of reports answer as openapi.yaml says. */

export type FindingKind = 'INCORRECT' | 'INCOMPLETE' | 'UNTIMELY';
export type ReportState = 'AWAITING_FILE' | 'CHECKING' | 'REJECTED' | 'ACCEPTED' | 'FAILED';

export interface Risk {
  direction: 'pm' | 'it';
  kinds: FindingKind[];
  found: string;
  atMost: string;
  citation: string;
}

export interface Finding {
  id: string;
  kind: FindingKind;
  points: string;
  basis: string;
  at: string;
  withdrawn?: { basis: string; at: string };
}

export interface Obligation {
  id: string;
  form: string;
  direction: 'pm' | 'it';
  period: string;
  due: string;
  safeDue?: string;
  provisional: boolean;
  state: 'OPEN' | 'LATE' | 'CHECKING' | 'FAILED' | 'REJECTED' | 'ACCEPTED';
  late: boolean;
  risk: Risk;
  findings: Finding[];
  report?: { id: string; state: string };
}

export interface ReportForm {
  form: string;
  name: Localised;
  types: string[];
  limit: number;
  signed: boolean;
  templates: string[];
}

/** The right to put one file in one place: exactly these headers, exactly these bytes. */
export interface Permit {
  url: string;
  method: string;
  headers: Record<string, string>;
  expires: string;
}

/** A mistake in a file, or what should be looked at, at its cell. */
export interface FileNote {
  sheet?: string | null;
  cell?: string | null;
  code: string;
  message: string;
}

export interface Attachment {
  id: string;
  fileName: string;
  state: 'AWAITING_FILE' | 'RECEIVED';
}

export interface Report {
  id: string;
  body: string;
  form: string;
  period: string;
  state: ReportState;
  check: boolean;
  fileName: string;
  sha256: string;
  receivedAt?: string;
  due?: string;
  late: boolean;
  superseded?: boolean;
  errors: FileNote[];
  moreErrors?: number;
  warnings: FileNote[];
  facts: Record<string, { value: unknown; source: { sheet?: string; cells?: string } }>;
  excluded: Record<string, number>;
  attachments: Attachment[];
  penalty: Risk;
}
