import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { toCslName } from './person-name.ts';

describe('toCslName', () => {
  it.each([
    ['Ada Lovelace', { given: 'Ada', family: 'Lovelace' }],
    ['Yi Ma', { given: 'Yi', family: 'Ma' }],
    ['Khanh Van Do', { given: 'Khanh Van', family: 'Do' }],
    ['Madonna', { family: 'Madonna' }],
    ['V', { family: 'V' }],
    ['Martin Luther King Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
    ['Henry Louis Gates, Jr', { given: 'Henry Louis', family: 'Gates', suffix: 'Jr' }],
    ['I., PhD', { given: 'I.,', family: 'PhD' }],
    ['  Ada\u2028King\u00a0 Lovelace\n', { given: 'Ada King', family: 'Lovelace' }],
    ['The LLaMA Team', { literal: 'The LLaMA Team' }],
  ])('takes %j apart', (name, parts) => {
    expect(toCslName(name)).toEqual(parts);
  });

  test('reads whatever stands for a name', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\u2028',
        '\u0085',
        '\u00a0',
        '\ufeff',
        '\n',
        '\t',
        ' ',
        ', ',
        '.',
        'I',
        'II',
      ),
      fc.constantFrom('PhD', 'Jr.', 'Mr', 'van', 'de', '__proto__', '\ud800', '守', '(', '\\', 'x'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const name = pieces.join('');
        const text = Object.values(toCslName(name)).join(' ');
        expect(text.trim() === '').toBe(name.trim() === '');
        expect(text).not.toMatch(/[\u2028\n\t]/);
      }),
    );
  });

  test('loses no word of a name', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'V',
        'Ma',
        'Do',
        'van',
        'de la',
        'Mac',
        'O’Neil',
        'PhD',
        'Jr',
        'Dr',
        'The',
        'x',
      ),
      fc.stringMatching(/^\p{L}{1,6}\.?$/u),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const parts = Object.values(toCslName(words.join(' ')))
          .join(' ')
          .split(' ');
        expect(parts.toSorted()).toEqual(words.join(' ').split(' ').toSorted());
      }),
    );
  });
});
