import type { Evidence } from './api';

const MEGABYTE = 1_048_576;

/** Each kind of evidence: the endings that the server takes, and its largest file in bytes. */
export const KINDS: Record<Evidence['kind'], { endings: string[]; limit: number; capture?: 'environment' }> = {
  PHOTO: { endings: ['jpg', 'jpeg', 'png', 'tif', 'tiff'], limit: 20 * MEGABYTE, capture: 'environment' },
  VIDEO: { endings: ['mp4', 'mov', 'webm'], limit: 1024 * MEGABYTE, capture: 'environment' },
  AUDIO: { endings: ['mp3', 'm4a', 'wav', 'ogg'], limit: 200 * MEGABYTE },
  DOCUMENT: { endings: ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff'], limit: 20 * MEGABYTE },
};

/** What the field of a kind offers: a camera that makes another format is asked for one of these. */
export const ACCEPT: Record<Evidence['kind'], string> = {
  PHOTO: 'image/jpeg,image/png',
  VIDEO: 'video/mp4,video/quicktime,video/webm',
  AUDIO: '.mp3,.m4a,.wav,.ogg',
  DOCUMENT: '.pdf,.jpg,.jpeg,.png,.tif,.tiff',
};

/** Why a file cannot be evidence of a kind; null where it can. */
export function mistakeOf(kind: Evidence['kind'], { name, size }: { name: string; size: number }): Mistake | null {
  const { endings, limit } = KINDS[kind];
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return size === 0 ? 'file_empty' : !endings.includes(ending) ? 'file_type' : size > limit ? 'file_large' : null;
}

export type Mistake = 'file_empty' | 'file_type' | 'file_large';

/** When a file was made, as the device says; never after now, and now where the device does not say. */
export function takenAt({ lastModified }: { lastModified: number }, now: number): string {
  return new Date(lastModified > 0 ? Math.min(lastModified, now) : now).toISOString();
}
