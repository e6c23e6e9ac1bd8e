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

/** The full value, only its mark changed; the number of a paragraph, ¶40.2, is no value. */
export function decimalMark(text: string, language: Language): string {
  return language === 'en'
    ? text
    : text.replace(/¶[\d.-]+|(\d)\.(\d)/g, (found: string, before?: string, after?: string) =>
        before === undefined ? found : `${before},${after}`,
      );
}

/** The full value with its sign, in the reader's way. */
export function showExact(value: string, language: Language): string {
  return decimalMark(value.replace(/^-/, '−'), language);
}

const SCALE = 12;

/** One decimal string less another, exactly. */
export function minus(one: string, other: string): string {
  const difference = scaled(one) - scaled(other);
  const digits = (difference < 0n ? -difference : difference).toString().padStart(SCALE + 1, '0');
  const fraction = digits.slice(-SCALE).replace(/0+$/, '');
  return `${difference < 0n ? '-' : ''}${digits.slice(0, -SCALE)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Below zero, zero or above, as one decimal string is less than another, equal or greater. */
export function compare(one: string, other: string): number {
  const difference = scaled(one) - scaled(other);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaled(value: string): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const size = BigInt(whole + fraction.padEnd(SCALE, '0').slice(0, SCALE));
  return sign === '-' ? -size : size;
}
