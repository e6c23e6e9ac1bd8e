import { useDesk } from '../desk';
import type { Problem } from '../http';
import { useTypedRequest } from '../typed';
import { type Attempt, useAttempt } from './attempt';

type TextsOf<T> = { [F in keyof T]: T[F] extends string ? F : never }[keyof T] & string;

/** What one types, kept until it was sent, and what came of sending it. */
export interface Form<T> extends Attempt {
  typed: T;
  /** The key of the request that what is typed makes: sent again it is the same one, changed it is another. */
  idempotencyKey: string;
  change: (part: Partial<T>) => void;
  /** After it was sent, or given up: the form begins anew, with what is given or empty. */
  forget: (next?: T) => void;
  /** What a field of text takes: its id, which is its name where nothing is said, its value and its error. */
  text: (
    name: TextsOf<T>,
    id?: string,
  ) => { id: string; value: string; change: (value: string) => void; error: string | undefined };
}

/**
 * A form of the desk. What is typed outlives a reload and a login that ended, for this tab and this person.
 *
 * @param name what the form is about, such as `['correction', id, version]`: with another version it is another form, so that
 *     what was typed over an older one is not sent over a newer
 * @param submit the id of its button
 */
export function useForm<T extends object>(
  [first, ...about]: [string, ...(string | number)[]],
  initial: T,
  submit: string,
  conflicts?: (problem: Problem) => boolean,
): Form<T> {
  const { claims } = useDesk();
  const [typed, idempotencyKey, keep, forget] = useTypedRequest([first, claims.sub, ...about].join(' '), initial);
  const attempt = useAttempt(submit, conflicts);
  const change = (part: Partial<T>) => keep({ ...typed, ...part });
  return {
    ...attempt,
    typed,
    idempotencyKey,
    change,
    forget,
    text: (name, id = name) => ({
      id,
      value: typed[name] as string,
      change: (value) => change({ [name]: value } as Partial<T>),
      error: attempt.errorAt(id),
    }),
  };
}
