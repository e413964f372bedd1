import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText } from './description.ts';

test.each([
  ['one two three', 8, 'one two…'],
  ['one two three', 13, 'one two three'],
  ['one, two three', 7, 'one…'],
  ['深層学習による画像認識', 5, '深層学習…'],
  ['one\n\ntwo', 20, 'one two'],
  ['', 5, ''],
])('cuts %j to %i characters: %j', (text, length, expected) =>
  expect(cutText(text, length)).toBe(expected),
);

test('is never longer than asked for, and begins as the text does', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 3, max: 60 }),
      (text, length) => {
        const cut = cutText(text, length);
        expect([...cut].length).toBeLessThanOrEqual(length);
        expect(text.replace(/\s+/g, ' ').trim().startsWith(cut.replace(/…$/, ''))).toBe(true);
      },
    ),
  );
});
