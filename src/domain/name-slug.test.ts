import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isId } from './ids.ts';
import { nameKey } from './name-key.ts';
import { nameToSlug } from './name-slug.ts';

// names that look alike, so that many slugs nearly clash
const anyPiece = fc.constantFrom(
  'a',
  'A.',
  'al',
  'Ål',
  'al-al',
  'o’al',
  'by',
  '7',
  '2024',
  '灯',
  '',
  '.',
);
const anyName = fc.oneof(
  fc.array(anyPiece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
);

describe('nameToSlug', () => {
  test.each([
    ['Ada Lovelace', 'ada-lovelace'],
    ['ADA  K. Lovelace', 'ada-k-lovelace'],
    ['NeurIPS 2024', 'neurips-2024'],
  ])('gives %j its words', (name, slug) => {
    expect(nameToSlug(name)).toBe(slug);
  });

  test.each([
    ['Žofie Krumlouhá', /^zofie-krumlouha-\d{10}$/],
    ['Ada K Lovelace', /^ada-k-lovelace-\d{10}$/],
    ['By', /^by-\d{10}$/],
    ['灯台 守', /^name-\d{20}$/],
    ['x'.repeat(70), /^x{38}-\d{10}$/],
  ])('gives %j its words and a hash, for another name could have the words', (name, slug) => {
    expect(nameToSlug(name)).toMatch(slug);
  });

  test('is fit for addresses, and one for a name however it is typed', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(nameToSlug(name)).toSatisfy(isId);
        expect(nameToSlug(` ${name.toUpperCase().toLowerCase()} `)).toBe(
          nameToSlug(name.toUpperCase().toLowerCase()),
        );
      }),
    );
  });

  test('differs for names that differ', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        fc.pre(nameKey(a) !== nameKey(b));
        expect(nameToSlug(a)).not.toBe(nameToSlug(b));
      }),
      { numRuns: 2000 },
    );
  });
});
