import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Address, Answer, Body, Method, Path } from './api';
import type { Fault, Problem, Reply } from './http';
import { useLanguage } from './language';
import type { Claims } from './login';
import type { FormError } from './view';

/** How a route is asked for what it answers. */
export interface Asking<P extends Path, M extends Method> {
  method?: M;
  body?: Body<P, M>;
  /** A file instead of a body. */
  file?: Blob;
  idempotencyKey?: string;
}

/** Who is at the desk, and how the desk asks the API for them. */
export interface Desk {
  claims: Claims;
  api: <P extends Path, M extends Method = 'GET'>(
    address: Address<P>,
    asking?: Asking<P, M>,
  ) => Promise<Reply<Answer<P, M>>>;
  /** Of a route that answers with a file. */
  file: <P extends Path>(address: Address<P>) => Promise<Reply<Blob>>;
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

export type Loaded<T> =
  | { at: 'loading' }
  | { at: 'here'; value: T }
  | { at: 'unreachable' }
  | { at: 'refused'; problem: Problem };

/** Loads a route and loads it again when the route, the reader's language (answers hold sentences) or what it depends on changes. */
export function useLoaded<P extends Path>(
  address: Address<P> | null,
  dependsOn?: unknown,
): [Loaded<Answer<P>>, () => void] {
  const { api } = useDesk();
  const language = useLanguage();
  const [loaded, setLoaded] = useState<Loaded<Answer<P>>>({ at: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    if (address !== null) {
      void api(address).then((reply) => {
        if (current) {
          setLoaded(
            reply.kind === 'answered'
              ? { at: 'here', value: reply.body }
              : reply.kind === 'refused'
                ? { at: 'refused', problem: reply.problem }
                : { at: 'unreachable' },
          );
        }
      });
    }
    return () => {
      current = false;
    };
  }, [address, language, round, dependsOn]);
  return [loaded, () => setRound((before) => before + 1)];
}

/** The server's complaints beside the fields they point at; what points at no field goes to `otherwise`. */
export function formErrors(
  { errors, detail, title }: Problem,
  fieldOf: (fault: Fault) => string | undefined,
  otherwise: string,
): FormError[] {
  const found = errors.map((fault) => ({ field: fieldOf(fault) ?? otherwise, message: fault.message }));
  return found.length > 0 ? found : [{ field: otherwise, message: detail || title }];
}
