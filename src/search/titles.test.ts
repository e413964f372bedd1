import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../domain/edit-distance.ts';
import { readQuery } from './query.ts';
import { differByASlip, liftTitles } from './titles.ts';

const anyWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

describe('texts that differ by a slip', () => {
  test('are never further apart than two letters', () => {
    fc.assert(
      fc.property(anyWord, anyWord, (a, b) => {
        if (differByASlip(a, b)) expect(editDistance(a, b, 9)).toBeLessThanOrEqual(2);
        expect(differByASlip(a, b)).toBe(differByASlip(b, a));
      }),
    );
  });

  test('are all those that one edit makes', () => {
    fc.assert(
      fc.property(anyWord, anyWord, (a, b) => {
        if (editDistance(a, b, 1) <= 1) expect(differByASlip(a, b)).toBe(true);
      }),
    );
  });

  test.each([
    ['quantization', 'quantizaton', true],
    ['quantization', 'quantizzation', true],
    ['quantization', 'quamtization', true],
    ['quantization', 'qauntization', true],
    ['quantization', 'qauntizatino', false],
    ['quantization', 'pruning', false],
  ])('%s and %s: %s', (a, b, isSlip) => {
    expect(differByASlip(a, b)).toBe(isSlip);
  });
});

describe('liftTitles', () => {
  const TITLES = ['neuralarchitecturesearch', 'neuralarchitectures', 'gas', 'nas'];
  const liftsOf = (q: string) => {
    const scores = new Float64Array(TITLES.length);
    liftTitles(TITLES, readQuery(q), scores);
    return Array.from(scores);
  };

  test('lifts the title in full most, then one with a letter wrong, then one that goes on', () => {
    expect(liftsOf('Neural architecture search')).toEqual([2, 0, 0, 0]);
    expect(liftsOf('Neural architecture serach')).toEqual([1, 0, 0, 0]);
    expect(liftsOf('neural architec')).toEqual([0.25, 0.25, 0, 0]);
  });

  test('leaves short titles alone that differ in a letter, and all when nothing is typed', () => {
    expect(liftsOf('NAS')).toEqual([0, 0, 0, 2]);
    expect(liftsOf(' ')).toEqual([0, 0, 0, 0]);
  });
});
