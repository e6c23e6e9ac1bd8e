const LENGTH = 17;

/**
 * A slip's code as people type it, in Crockford's base32: capitals or not, hyphens and spaces anywhere, O for 0, I and L for 1,
 * and the Cyrillic letters that look the same. Null where it cannot be a code.
 */
export function readSlipCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\-‐‑–—.]/g, '')
    .replace(/[АВЕКМНРСТХУІО]/g, (letter) => LOOKS_LIKE[letter] ?? letter)
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return code.length === LENGTH && /^[0-9A-HJKMNP-TV-Z]+$/.test(code) ? code : null;
}

/** In fours, as printed. */
export function showSlipCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

const LOOKS_LIKE: Record<string, string> = {
  А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', Р: 'P', С: 'C', Т: 'T', Х: 'X', У: 'Y', І: '1', О: '0',
};
