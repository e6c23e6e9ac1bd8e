import type { Config } from '../common/config';
import type { Kept, Pending, Sealed } from './kept';
import type { Progress, Reason } from './sending';
import type { StopReason } from './stops';
import type { Survey } from './survey';
import type { Step } from './way';

/** Where the person is. */
export type Stage =
  | Step
  | { at: 'loading' }
  | { at: 'unreachable' }
  | { at: 'stop'; why: StopReason }
  | { at: 'fingerprint-absent' }
  | { at: 'fingerprint-mismatch' }
  | { at: 'login-failed' }
  | { at: 'not-open-yet' }
  | { at: 'waiting'; pending: Sealed }
  | { at: 'sending'; progress: Progress | 'login' }
  | { at: 'refused'; reason: Reason; said: string; pending: Pending }
  | { at: 'receipt'; receipt: string };

/** What waits while the person is at the issuer's page. */
export interface Back {
  survey: string;
  fingerprint: string | null;
  shared: boolean;
  /** Where to go on, if not with the first page. */
  to: Step | null;
}

export interface Opened {
  survey: Survey;
  config: Config;
  kept: Kept;
  fingerprint: string;
  fromLink: string | null;
}
