const DAY_MS = 86_400_000;

/** The local date in Almaty at a moment, such as `2026-01-14`. */
export function almatyDay(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Almaty', dateStyle: 'short' }).format(now);
}

/** The year in Almaty at a moment. */
export function almatyYear(now: Date): number {
  return Number(almatyDay(now).slice(0, 4));
}

/** Days from one local date to another; below zero where the other is past. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
}
