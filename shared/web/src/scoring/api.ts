import type { Localised } from '../common/language';

/** What the routes of scoring answer as openapi.yaml says. Decimals are strings, and stay so. */

export type DirectionId = 'pm' | 'it';
export type BodyKind = 'OMO' | 'ZHAO' | 'OTHER';

export interface StateBody {
  id: string;
  name: Localised;
  kind: BodyKind;
  parent?: string;
}

export interface Citation {
  act: string;
  paragraph: string;
  url: string;
  inForce: string;
}

export interface FactType {
  name: string;
  label: Localised;
  shape: 'COUNT' | 'DECIMAL' | 'PERCENT_OR_UNKNOWN' | 'MONTHS' | 'ANSWERS' | 'PENALTIES' | 'STRATEGY';
  unit: string;
  unitLabel: Localised;
  paragraph: string;
  publisher: string;
  agencyOnly: boolean;
}

export interface Indicator {
  id: string;
  symbol: string;
  name: Localised;
  role: 'base' | 'bonus' | 'deduction';
  manual: boolean;
  maximum: Partial<Record<BodyKind, string>>;
  citation: Citation;
  facts: string[];
  settings: string[];
}

export interface Criterion {
  id: string;
  name: Localised;
  maximum: string;
  indicators: string[];
}

export interface Direction {
  id: DirectionId;
  name: Localised;
  maximum: string;
  criteria: Criterion[];
  indicators: Indicator[];
}

export interface Setting {
  id: string;
  about: Localised;
  default: string;
  values: string[];
  readings: Record<string, Localised>;
  citation: Citation;
}

export interface Methodology {
  id: string;
  name: Localised;
  citation: Citation;
  directions: Direction[];
  settings: Setting[];
  facts: FactType[];
}

export type FactValue = number | string | null | (number | string)[];

/** Where a fact comes from: its `kind`, and the details that find it again. */
export type Source = { kind: string; provisional?: boolean } & Record<string, unknown>;

export interface Standing {
  value: FactValue;
  /** Who claims it, such as `report:appendix-1`. */
  origin?: string;
  source: Source;
  by?: string;
  at?: string;
  version?: string;
  disputed?: boolean;
  others?: Claim[];
}

/** What one origin says, beside what stands. */
export interface Claim {
  origin: string;
  value: FactValue;
  source?: Source;
  at?: string;
  by?: string;
  basis?: string;
}

export interface ManualPoints {
  points: string;
  basis: string;
  document?: string | null;
  source?: Source;
  version?: string;
}

/** `GET /facts/{body}/{year}`. */
export interface FactSet {
  body: string;
  year: number;
  facts: Record<string, Standing>;
  manual?: Record<string, ManualPoints>;
  missing?: string[];
}

/** One body of `GET /facts?year=`. */
export interface BodyFacts {
  body: string;
  name: Localised;
  kind: BodyKind;
  facts: Record<string, Standing>;
  manual: Record<string, ManualPoints>;
  missing: string[];
}

export type Alternatives = Record<string, Record<string, string>>;
export type Outcome = 'SCORED' | 'MANUAL' | 'INCOMPLETE' | 'NOT_CALCULABLE' | 'NOT_APPLICABLE';

export interface IndicatorScore {
  id: string;
  outcome: Outcome;
  points: string | null;
  maximum: string | null;
  working: string | null;
  /** How the values in the working came about. */
  where: string[];
  missing: string[];
  citations: string[];
  alternatives: Alternatives;
  /** The facts behind it, where a run names them. */
  facts?: string[];
}

export interface CriterionScore {
  id: string;
  points: string;
  maximum: string;
  working: string;
  missing: string[];
  alternatives: Alternatives;
}

export interface DirectionScore {
  id: DirectionId;
  points: string;
  maximum: string;
  complete: boolean;
  penalty: string;
  working: string;
  missing: string[];
  alternatives: Alternatives;
  criteria: CriterionScore[];
  indicators: IndicatorScore[];
}

export interface ChosenSetting {
  value: string;
  reason?: string;
  decisions?: Record<string, { value: string; reason: string }>;
}

export interface Assessment {
  methodology: string;
  settings: Record<string, ChosenSetting>;
  directions: DirectionScore[];
}

export type RunState = 'STARTING' | 'SCORING' | 'FINISHING' | 'DONE' | 'HELD';

export interface ListedRun {
  id: string;
  year: number;
  kind: 'PRELIMINARY' | 'FINAL';
  state: RunState;
  at: string;
  bodies: number;
  scored: number;
  failed: number;
  supersededBy?: string;
}

/** What a personnel service sees of a run is without the counts and names of other bodies. */
export interface Run extends ListedRun {
  methodology: string;
  settings: Record<string, ChosenSetting>;
  release?: { reason: string };
  waiting?: number;
  failedBodies?: { body: string; name: Localised; reason: string }[];
  incomplete?: number;
  provisional?: number;
}

export interface Ranking {
  direction: DirectionId;
  kind: BodyKind;
  ranked: { rank: number; body: string; name: Localised; points: string; maximum: string; criteria: { id: string; points: string; maximum: string }[] }[];
  incomplete: { body: string; name: Localised; missing: string[]; points: string }[];
  failed: { body: string; name: Localised; reason: string }[];
}

export interface Scores {
  run: Run;
  rankings: Ranking[];
}

export interface BodyScores {
  run: Run;
  body: { id: string; name: Localised; kind: BodyKind };
  /** Why the body could not be scored, in words; then there are no directions. */
  failed?: string;
  directions: DirectionScore[];
  facts: Record<string, Standing>;
  manual: Record<string, ManualPoints>;
}
