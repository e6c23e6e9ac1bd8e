import type { Schema } from './api';
import { sha256 } from './encoding';
import type { Reply } from './http';

/** The right to put one file in one place: exactly these headers, exactly these bytes. */
export type Permit = Schema<'UploadPermit'>;

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

const THERE_ALREADY = 412;

/** Puts a file where its permit says. A file that is there already came with an answer that was lost. */
export async function put({ url, method, headers }: Permit, file: Blob): Promise<Reply<null>> {
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
