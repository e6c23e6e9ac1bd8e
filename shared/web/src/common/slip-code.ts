/** Crockford's base32: no letter that is easily taken for another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Cyrillic and Greek capitals that are printed as a Latin letter or a digit is, and the Latin letters that are printed as digits are. */
const LOOK_ALIKE = 'OILАВЕЅНІЈКМОРԚСТԜХУҮҺЗΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const MEANT = '011ABESH1JKM0PQCTWXYYH3ABEZH1KMN0PTYX';

/** What people put between characters: spaces and dashes of every kind, what is not seen, dots and underscores. */
const SEPARATORS = /[\s\p{Z}\p{Cc}\p{Cf}\p{Pd}\u2212\u2043._·]/gu;

const RANDOM_CHARACTERS = 16;

/** x⁵ + x² + 1, of which α = 2 is a root. */
const POLYNOMIAL = 0b100101;

/** What somebody typed: a code, something as long as a code whose check character does not go with the others, or no code. */
export type TypedCode = { kind: 'code'; code: string } | { kind: 'mistyped' } | { kind: 'none' };

/**
 * A slip's code as people type it: capitals or not, dashes and spaces anywhere, O for 0, I and L for 1, other scripts' letters for those they
 * look like. Its last character checks the sixteen before it: every wrong character and every swap of two is found.
 */
export function readTypedCode(typed: string): TypedCode {
  const code = typed
    .normalize('NFKC')
    .replace(SEPARATORS, '')
    .toUpperCase()
    .replace(/./gu, (character) => MEANT[LOOK_ALIKE.indexOf(character)] ?? character);
  if (code.length !== RANDOM_CHARACTERS + 1 || [...code].some((character) => !ALPHABET.includes(character))) {
    return { kind: 'none' };
  }
  return checkOf(code.slice(0, RANDOM_CHARACTERS)) === code[RANDOM_CHARACTERS]
    ? { kind: 'code', code }
    : { kind: 'mistyped' };
}

/** The code without dashes; null where it is none, or mistyped. */
export function readSlipCode(typed: string): string | null {
  const read = readTypedCode(typed);
  return read.kind === 'code' ? read.code : null;
}

/** What is wrong with a typed code, before anybody is asked about it; null where nothing is. */
export function wrongInCode(typed: string): 'empty' | 'form' | 'mistyped' | null {
  const { kind } = readTypedCode(typed);
  return kind === 'code' ? null : kind === 'mistyped' ? 'mistyped' : typed.trim() === '' ? 'empty' : 'form';
}

/** In fours, then the check character, as printed. */
export function showSlipCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** The sum of α^(i+1)·dᵢ in the field of 32 elements. */
function checkOf(random: string): string {
  const sum = [...random].reduceRight((before, character) => timesAlpha(before ^ ALPHABET.indexOf(character)), 0);
  return ALPHABET[sum]!;
}

function timesAlpha(element: number): number {
  const doubled = element << 1;
  return doubled > 31 ? doubled ^ POLYNOMIAL : doubled;
}
