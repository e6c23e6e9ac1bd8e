import { sha256, toBase64Url } from '../common/encoding';
import type { Reply } from '../common/http';
import type { Permit } from './api';

/** What a file is asked a permit with: its name, size and checksum. */
export interface Claim {
  fileName: string;
  bytes: number;
  sha256: string;
}

export async function claimOf(file: File): Promise<Claim> {
  const digest = await sha256(new Uint8Array(await file.arrayBuffer()));
  return { fileName: file.name, bytes: file.size, sha256: btoa(String.fromCharCode(...digest)) };
}

/** What a file is sent for. */
export type Purpose = 'send' | 'check' | 'scan';

/**
 * A key under which the same request about the same file is the same one, however often it is sent, and no other one is: 43 characters
 * of base64url.
 *
 * @param about whose file it is: the report's id, or the body, form and period of what is owed
 */
export async function keyOf(
  purpose: Purpose,
  about: string,
  { fileName, bytes, sha256: checksum }: Claim,
  attempt: number,
): Promise<string> {
  const sent = JSON.stringify([purpose, about, fileName, bytes, checksum, attempt]);
  return toBase64Url(await sha256(new TextEncoder().encode(sent)));
}

const THERE_ALREADY = 412;

/** Puts a file where its permit says. A file that is there already came with an answer that was lost. */
export async function put({ url, method, headers }: Permit, file: File): Promise<Reply<null>> {
  try {
    const response = await fetch(url, {
      method,
      headers,
      body: file,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (response.ok || response.status === THERE_ALREADY) {
      return { kind: 'answered', status: response.status, body: null };
    }
    return { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}
