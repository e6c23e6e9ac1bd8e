import type { components, paths } from '../../target/types/openapi';

/** The routes and their bodies as openapi.yaml describes them; `npm run types` makes the file of types from it. */

/** A path of openapi.yaml, such as `/runs/{run}`. */
export type Path = keyof paths;
export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

/** What openapi.yaml calls by a name under `components/schemas`. */
export type Schema<N extends keyof components['schemas']> = components['schemas'][N];

type Operation<P extends Path, M extends Method> = NonNullable<paths[P][Lowercase<M>]>;

type Json<R> = R extends { content: { 'application/json': infer B } } ? B : null;
type Good = 200 | 201 | 202 | 204;

/** What a route answers where it does not refuse; null where the answer has no body. */
export type Answer<P extends Path, M extends Method = 'GET'> =
  Operation<P, M> extends { responses: infer R } ? { [S in keyof R & Good]: Json<R[S]> }[keyof R & Good] : never;

/** What a route takes as its body. */
export type Body<P extends Path, M extends Method> =
  Operation<P, M> extends { requestBody?: { content: { 'application/json': infer B } } } ? B : never;

/** `{run}` and `{body}` of `/runs/{run}/scores/{body}`. */
type InPath<P extends string> = P extends `${string}{${infer N}}${infer Rest}` ? N | InPath<Rest> : never;

type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Exclude<Q, undefined> : never;
type Key<Q> = Q extends unknown ? keyof Q : never;
/** What any method of a path may have in its query. */
type InQuery<P extends Path> = Key<QueryOf<paths[P][Lowercase<Method>]>> & string;

type Values<P extends Path> = { [N in InPath<P>]: string | number } & {
  [N in InQuery<P>]?: string | number | boolean | undefined;
};
type GivenValues<P extends Path> = [InPath<P>] extends [never] ? [values?: Values<P>] : [values: Values<P>];

declare const ROUTE: unique symbol;

/** An address in the API that knows which route it is of. */
export type Address<P extends Path> = string & { readonly [ROUTE]: P };

/** The address of a route. What its path has no place for stands in the query; what is undefined or empty is left out of it. */
export function at<P extends Path>(path: P, ...[values = {} as Values<P>]: GivenValues<P>): Address<P> {
  const left: Record<string, string | number | boolean | undefined> = { ...values };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(left[name]);
    delete left[name];
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(left)) {
    if (value !== undefined && value !== '') {
      query.set(name, String(value));
    }
  }
  const asked = query.toString();
  return (asked === '' ? filled : `${filled}?${asked}`) as Address<P>;
}
