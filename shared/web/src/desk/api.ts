import type { Localised } from '../common/language';

/** What the routes of surveys and of the directory answer, as openapi.yaml says. */

export type SurveyState = 'OPEN' | 'CLOSING' | 'CLOSED' | 'CANCELLED';

export interface ListedSurvey {
  id: string;
  year: number;
  state: SurveyState;
  opens: string;
  closes: string;
  fingerprint: string;
  bodies: string[];
}

export interface StateBody {
  id: string;
  name: Localised;
  kind: 'OMO' | 'ZHAO' | 'OTHER';
  category?: string;
  territory?: string;
  parent?: string;
  headcount: number;
  /** Changes with everything that is said of the body. */
  version: string;
}

/** Who of a body is enrolled. */
export interface EnrolledAnswer {
  people: { person: string; afterOpening: boolean }[];
  enrolled: number;
  afterOpening: number;
  headcount: number;
}

export interface TurnoutAnswer {
  days: { day: string; tokens: number }[];
  total: number;
  headcount: number;
}

export type Suppression = 'BELOW_MINIMUM' | 'TOO_FEW_ENROLLED' | 'COMPLEMENTARY' | 'UNANIMOUS' | 'POOLED';
export type Method = 'mean_over_max' | 'minmax' | 'share_agree';

export interface StatementResult {
  id: string;
  counts: Record<string, number> | null;
  answered: number | null;
  mean: string | null;
  index: Record<Method, string> | null;
  reason: Suppression | null;
}

export interface IndicatorResult {
  id: string;
  symbol: string;
  outcome: 'SCORED' | 'INCOMPLETE' | 'NOT_CALCULABLE';
  points: string | null;
  maximum: string;
  citation: string;
  missing: string[];
  working?: string;
  alternatives?: Partial<Record<Method, string>>;
}

export interface ResultsAnswer {
  state: SurveyState;
  reason?: Suppression;
  method?: Method;
  tokens?: { login: number; slip: number };
  ballots?: number;
  headcount?: number;
  findings?: { code: string; message: string }[];
  statements?: StatementResult[];
  cut?: { by: Cut; groups: { value: number | null; statements: StatementResult[] }[] };
  indicators?: IndicatorResult[];
  texts?: Record<string, string[] | null>;
}

export type Cut = 'sex' | 'position' | 'service';
