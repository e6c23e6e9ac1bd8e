import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Ask, Fault, Problem, Reply } from '../common/http';
import { type Localised, useLanguage } from '../common/language';
import type { Claims } from '../common/login';
import type { FormError } from '../common/view';

/** What the desk's routes answer (api.md). */

export type SurveyState = 'OPEN' | 'CLOSING' | 'CLOSED';

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
}

export interface TurnoutAnswer {
  days: { day: string; tokens: number }[];
  total: number;
  headcount: number;
}

export type Suppression = 'BELOW_MINIMUM' | 'COMPLEMENTARY' | 'UNANIMOUS' | 'POOLED';
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

/** Who is at the desk, and how the desk asks the API for them. */
export interface Desk {
  claims: Claims;
  api: <T>(path: string, asking?: Ask) => Promise<Reply<T>>;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) {
    throw new Error('outside of the desk');
  }
  return desk;
}

export function isAgency({ claims }: Desk): boolean {
  return claims.roles?.includes('agency') ?? false;
}

export function isPersonnel({ claims }: Desk): boolean {
  return claims.roles?.includes('hr') ?? false;
}

export type Loaded<T> = { at: 'loading' } | { at: 'here'; value: T } | { at: 'unreachable' } | { at: 'refused'; problem: Problem };

/** Loads a route and loads it again when the route or the reader's language changes, since answers hold sentences. */
export function useLoaded<T>(path: string | null): [Loaded<T>, () => void] {
  const { api } = useDesk();
  const language = useLanguage();
  const [loaded, setLoaded] = useState<Loaded<T>>({ at: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    if (path !== null) {
      void api<T>(path).then((reply) => {
        if (current) {
          setLoaded(reply.kind === 'answered' ? { at: 'here', value: reply.body } : reply.kind === 'refused' ? { at: 'refused', problem: reply.problem } : { at: 'unreachable' });
        }
      });
    }
    return () => {
      current = false;
    };
  }, [path, language, round]);
  return [loaded, () => setRound(round + 1)];
}

/** The server's complaints beside the fields they point at; what points at no field goes to `otherwise`. */
export function formErrors({ errors, detail, title }: Problem, fieldOf: (fault: Fault) => string | undefined, otherwise: string): FormError[] {
  const found = errors.map((fault) => ({ field: fieldOf(fault) ?? otherwise, message: fault.message }));
  return found.length > 0 ? found : [{ field: otherwise, message: detail || title }];
}
