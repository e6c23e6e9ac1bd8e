import { type Config, rolePrefix } from './config';
import { fromBase64Url, sha256, toBase64Url } from './encoding';

/** Login by authorization code with PKCE (RFC 7636). Nothing about the person is stored; the caller holds the token. */

/** What the token says about its holder. `roles` are those with the deployment's prefix, without it. */
export interface Claims {
  sub: string;
  name?: string;
  body?: string;
  /** A territorial unit of the Agency. */
  territory?: string;
  roles: string[];
  exp?: number;
}

interface Underway<T> {
  state: string;
  verifier: string;
  back: T;
}

interface Issuer {
  authorization_endpoint: string;
  token_endpoint: string;
}

const KEPT_AS = 'bagalau.login';

/** Leaves the page for the issuer's. `back` waits in this tab's session storage. Fails where the issuer cannot be reached. */
export async function beginLogin<T>(config: Config, back: T): Promise<void> {
  const issuer = await discover(config);
  const verifier = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const state = toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
  const challenge = toBase64Url(await sha256(new TextEncoder().encode(verifier)));
  sessionStorage.setItem(KEPT_AS, JSON.stringify({ state, verifier, back } satisfies Underway<T>));
  const address = new URL(issuer.authorization_endpoint);
  for (const [name, value] of Object.entries({
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: thisPage(),
    scope: 'openid',
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })) {
    address.searchParams.set(name, value);
  }
  location.assign(address);
}

/** What the issuer sent back with, if this page was opened by its redirect and by nobody else's. */
export function returned<T>(): { code: string | null; back: T; verifier: string } | null {
  const answer = new URLSearchParams(location.search);
  const kept = sessionStorage.getItem(KEPT_AS);
  if (kept === null || !answer.has('state')) {
    return null;
  }
  sessionStorage.removeItem(KEPT_AS);
  const underway = JSON.parse(kept) as Underway<T>;
  return answer.get('state') === underway.state
    ? { code: answer.get('code'), back: underway.back, verifier: underway.verifier }
    : null;
}

/** Changes the code for a token; null where the issuer refuses or cannot be reached. */
export async function redeem(
  config: Config,
  code: string,
  verifier: string,
): Promise<{ token: string; claims: Claims } | null> {
  try {
    const issuer = await discover(config);
    const response = await fetch(issuer.token_endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: config.clientId,
        redirect_uri: thisPage(),
        code,
        code_verifier: verifier,
      }),
      cache: 'no-store',
    });
    if (!response.ok) {
      return null;
    }
    const { access_token: token } = (await response.json()) as { access_token: string };
    return { token, claims: claimsOf(token, rolePrefix(config)) };
  } catch {
    return null;
  }
}

/** Reads a token without checking it: only the API's authorizer decides, the page merely chooses what to show. */
export function claimsOf(token: string, prefix: string): Claims {
  const [, middle = ''] = token.split('.');
  const claims = JSON.parse(new TextDecoder().decode(fromBase64Url(middle))) as Omit<Claims, 'roles'> & {
    roles?: unknown;
  };
  return { ...claims, roles: rolesOf(claims.roles, prefix) };
}

/** One value or an array of them; each is compared as a whole, so that "state agency" is not the agency. */
function rolesOf(claim: unknown, prefix: string): string[] {
  const values: unknown[] = Array.isArray(claim) ? claim : [claim];
  return values
    .filter((value) => typeof value === 'string')
    .filter((value) => value.startsWith(prefix))
    .map((value) => value.slice(prefix.length));
}

async function discover(config: Config): Promise<Issuer> {
  const response = await fetch(`${config.issuer}/.well-known/openid-configuration`, { credentials: 'omit' });
  if (!response.ok) {
    throw new Error(`The issuer answered ${response.status}`);
  }
  return (await response.json()) as Issuer;
}

function thisPage(): string {
  return location.origin + location.pathname;
}
