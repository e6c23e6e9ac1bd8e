import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Ask, Fault, Problem, Reply } from './http';
import { useLanguage } from './language';
import type { Claims } from './login';
import type { FormError } from './view';

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

export function isAgency(desk: Desk): boolean {
  return hasRole(desk, 'agency');
}

export function isPersonnel(desk: Desk): boolean {
  return hasRole(desk, 'hr');
}

export function hasRole({ claims }: { claims: Claims }, role: string): boolean {
  return claims.roles.includes(role);
}

export type Loaded<T> = { at: 'loading' } | { at: 'here'; value: T } | { at: 'unreachable' } | { at: 'refused'; problem: Problem };

/** Loads a route and loads it again when the route, the reader's language (answers hold sentences) or what it depends on changes. */
export function useLoaded<T>(path: string | null, dependsOn?: unknown): [Loaded<T>, () => void] {
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
  }, [path, language, round, dependsOn]);
  return [loaded, () => setRound((before) => before + 1)];
}

/** The server's complaints beside the fields they point at; what points at no field goes to `otherwise`. */
export function formErrors({ errors, detail, title }: Problem, fieldOf: (fault: Fault) => string | undefined, otherwise: string): FormError[] {
  const found = errors.map((fault) => ({ field: fieldOf(fault) ?? otherwise, message: fault.message }));
  return found.length > 0 ? found : [{ field: otherwise, message: detail || title }];
}
