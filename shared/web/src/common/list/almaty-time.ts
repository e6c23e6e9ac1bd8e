const SWEDISH = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Almaty', dateStyle: 'short', timeStyle: 'short' });

/** An instant in Almaty's time as files have it: `2025-11-03 18:05`, which is how Swedish writes it. */
export function almatyTime(instant: string): string {
  return SWEDISH.format(new Date(instant));
}
