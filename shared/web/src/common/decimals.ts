import type { Language } from './language';

/** A decimal string of the API, rounded half up to `digits` places and written the reader's way; never through a double. */
export function showDecimal(value: string, digits: number, language: Language): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const scaled = BigInt(whole + fraction.padEnd(digits + 1, '0').slice(0, digits + 1));
  const rounded = (scaled + 5n) / 10n;
  const text = rounded.toString().padStart(digits + 1, '0');
  const shown = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return (rounded === 0n ? '' : sign.replace('-', '−')) + decimalMark(shown, language);
}

/** The full value, only its mark changed. */
export function decimalMark(text: string, language: Language): string {
  return language === 'en' ? text : text.replace(/(\d)\.(\d)/g, '$1,$2');
}
