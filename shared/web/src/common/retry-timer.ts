const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

/** Times the next try; whoever waits can end it. */
export class RetryTimer {
  // Declared only: defining a field takes helpers that old phones would have to fetch.
  declare private end: (() => void) | undefined;

  now(): void {
    this.end?.();
  }

  /** Until ended by `now`, until the network comes back, or for so long. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        removeEventListener('online', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      addEventListener('online', end);
      this.end = end;
    });
  }

  /** Before the try after that many, longer each time; at least as long as the server asked for. */
  beforeRetry(attempt: number, serverAskedForSeconds: number | undefined): Promise<void> {
    const backoff = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempt - 1));
    const asked = (serverAskedForSeconds ?? 0) * 1000;
    // Everybody's phones must not come back in the same second after an outage.
    return this.wait(Math.max(asked, backoff) * (1 + Math.random() / 2));
  }
}
