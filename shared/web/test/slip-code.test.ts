import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { readSlipCode, readTypedCode, showSlipCode, wrongInCode } from '../src/common/slip-code';

/** The functions read codes by the same rules. */
const vectors = JSON.parse(
  readFileSync(
    new URL('../../lambda/src/test/resources/kz/bagalau/lambda/codes/slip-codes.json', import.meta.url),
    'utf8',
  ),
) as {
  codes: { code: string; typed: string[] }[];
  mistyped: string[];
  notCodes: string[];
};

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test.each(vectors.codes.flatMap(({ code, typed }) => typed.map((text) => [text, code])))(
  'reads %j as %s',
  (typed, code) => {
    expect(readTypedCode(typed!)).toEqual({ kind: 'code', code: code!.replaceAll('-', '') });
    expect(wrongInCode(typed!)).toBeNull();
  },
);

test.each(vectors.mistyped)('finds the typing mistake in %j', (typed) => {
  expect(readTypedCode(typed)).toEqual({ kind: 'mistyped' });
  expect(wrongInCode(typed)).toBe('mistyped');
  expect(readSlipCode(typed)).toBeNull();
});

test.each(vectors.notCodes)('takes %j for no code', (typed) => {
  expect(readTypedCode(typed)).toEqual({ kind: 'none' });
  expect(wrongInCode(typed)).toBe(typed === '' ? 'empty' : 'form');
});

describe.each(vectors.codes.map(({ code }) => code))('%s', (code) => {
  const plain = code.replaceAll('-', '');

  it('is shown as printed', () => {
    expect(showSlipCode(plain)).toBe(code);
  });

  it('is found mistyped with any one character wrong', () => {
    for (let at = 0; at < plain.length; at++) {
      for (const other of ALPHABET.replace(plain[at]!, '')) {
        expect(readTypedCode(plain.slice(0, at) + other + plain.slice(at + 1)).kind).toBe('mistyped');
      }
    }
  });

  it('is found mistyped with any two characters swapped', () => {
    for (let one = 0; one < plain.length; one++) {
      for (let other = one + 1; other < plain.length; other++) {
        const swapped = [...plain];
        [swapped[one], swapped[other]] = [swapped[other]!, swapped[one]!];
        if (plain[one] !== plain[other]) {
          expect(readTypedCode(swapped.join('')).kind).toBe('mistyped');
        }
      }
    }
  });
});
