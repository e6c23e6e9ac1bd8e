import { sha256 } from '../common/encoding';
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

/** A key under which the same request about the same file is the same one, however often it is sent. */
export function keyOf(about: string, { fileName, sha256: checksum }: Claim, attempt: number): string {
  return `${about}-${checksum}-${fileName}-${attempt}`.replace(/[^A-Za-z0-9-]/g, '').slice(-64);
}

const THERE_ALREADY = 412;

/** Puts a file where its permit says. A file that is there already came with an answer that was lost. */
export async function put({ url, method, headers }: Permit, file: File): Promise<Reply<null>> {
  try {
    const response = await fetch(url, { method, headers, body: file, credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (response.ok || response.status === THERE_ALREADY) {
      return { kind: 'answered', status: response.status, body: null };
    }
    return { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}
