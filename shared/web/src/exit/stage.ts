import type { Answer, Schema } from '../common/api';
import type { Step } from './answering';
import type { Why } from './pages';
import type { Reason } from './sending';

/** Where the person is. The browser's history holds one entry for all of them, so that "leave this page" leaves none. */
export type Stage =
  | { at: 'loading' }
  | { at: 'unreachable' }
  | { at: 'stop'; why: Why }
  | { at: 'start' }
  | { at: 'right' }
  | Step
  | { at: 'waiting' }
  | { at: 'sending'; trouble: 'retry' | 'offline' | null }
  | { at: 'refused'; reason: Reason; said: string }
  | { at: 'received' };

/** The leaving that whoever logged in is asked about. */
export type Mine = Answer<'/exit-interviews/mine'>;

/** Whether the interview is still to be given. */
export type Asked = Schema<'InterviewAsked'>;
