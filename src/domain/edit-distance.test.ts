import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

/** The definition, word for word: optimal string alignment. */
const distanceByDefinition = (a: string, b: string): number => {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const ways = [
    distanceByDefinition(x, b) + 1,
    distanceByDefinition(a, y) + 1,
    distanceByDefinition(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    ways.push(distanceByDefinition(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...ways);
};

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });

describe('editDistance', () => {
  test.each([
    ['pruning', 'pruning', 0],
    ['pruning', 'prunning', 1],
    ['pruning', 'pruing', 1],
    ['pruning', 'pruming', 1],
    ['pruning', 'prunign', 1],
    ['quantization', 'qauntizaton', 2],
  ])('%s to %s takes %i', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance);
  });

  test('agrees with the definition up to its bound, and goes no further', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(most + 1, distanceByDefinition(a, b)));
      }),
    );
  });
});
