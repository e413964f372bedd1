import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutPieces } from './highlights-pieces.ts';

test('numbers stand apart from the words around them', () => {
  const abstract = 'It is 3x faster and 20% lighter.';
  expect(
    cutPieces(abstract, { start: 0, end: 31 }, [
      { start: 20, end: 23 },
      { start: 6, end: 8 },
    ]),
  ).toEqual([
    { text: 'It is ', isNumber: false },
    { text: '3x', isNumber: true },
    { text: ' faster and ', isNumber: false },
    { text: '20%', isNumber: true },
    { text: ' lighter', isNumber: false },
  ]);
});

test('numbers of other highlights are left out', () => {
  expect(
    cutPieces('3x and 4x', { start: 0, end: 6 }, [
      { start: 7, end: 9 },
      { start: 5, end: 8 },
    ]),
  ).toEqual([{ text: '3x and', isNumber: false }]);
});

test('pieces, joined, are the highlight, whatever the numbers', () => {
  const anySpan = fc
    .tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ minLength: 40 }), anySpan, fc.array(anySpan), (text, span, numbers) => {
      const pieces = cutPieces(text, span, numbers);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text.slice(span.start, span.end));
      expect(pieces.every((piece) => piece.text !== '')).toBe(true);
    }),
  );
});
