/** Almaty is five hours ahead of UTC the whole year since 1 March 2024, and keeps no summer time. */
const OFFSET = '+05:00';
const OFFSET_MS = 5 * 3_600_000;
const DAY_MS = 86_400_000;

/** What `<input type="datetime-local">` shows for so many days from now. */
export function almatyNow(days = 0): string {
  return new Date(Date.now() + OFFSET_MS + days * DAY_MS).toISOString().slice(0, 16);
}

/** What such a field holds, as an instant; null where it holds none. */
export function fromAlmaty(local: string): string | null {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? `${local}:00${OFFSET}` : null;
}
