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
    ['The LLaMA Team', { literal: 'The LLaMA Team' }],
  ])('takes %j apart', (name, parts) => {
    expect(toCslName(name)).toEqual(parts);
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
