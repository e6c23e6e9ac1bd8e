import { sha256, toBase64Url } from '../common/encoding';
import type { Claim } from '../common/upload';

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
