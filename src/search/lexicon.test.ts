import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../domain/edit-distance.ts';
import { buildLexicon, completionsOf, countOf, nearCompletions, nearWords } from './lexicon.ts';

const COUNTS = new Map([
  ['quantum', 2],
  ['quantization', 9],
  ['quantizer', 1],
  ['quality', 4],
  ['pruning', 5],
  ['pruned', 5],
  ['__proto__', 1],
]);
const lexicon = buildLexicon(COUNTS);
const wordsOf = (near: readonly { readonly word: string }[]) => near.map(({ word }) => word);

const anyCounts = fc
  .dictionary(
    fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'z'), minLength: 1, maxLength: 5 }),
    fc.integer({ min: 1, max: 9 }),
  )
  .map((counts) => new Map(Object.entries(counts)));
const anyWord = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'z', 'q'), maxLength: 5 });

describe('a lexicon', () => {
  test('knows how often each word stands', () => {
    for (const [word, count] of COUNTS) expect(countOf(lexicon, word)).toBe(count);
    expect(countOf(lexicon, 'quant')).toBe(0);
    expect(countOf(lexicon, 'zzz')).toBe(0);
  });

  test('completes a word, the most frequent first', () => {
    expect(wordsOf(completionsOf(lexicon, 'quant', 9))).toEqual([
      'quantization',
      'quantum',
      'quantizer',
    ]);
    expect(wordsOf(completionsOf(lexicon, 'quant', 1))).toEqual(['quantization']);
    expect(wordsOf(completionsOf(lexicon, 'quantum', 9))).toEqual([]);
  });

  test('finds the same completions as looking at every word', () => {
    fc.assert(
      fc.property(anyCounts, anyWord, (counts, prefix) => {
        const found = wordsOf(completionsOf(buildLexicon(counts), prefix, 1000));
        const expected = [...counts.keys()].filter(
          (one) => one.startsWith(prefix) && one !== prefix,
        );
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  test('finds the same near words as measuring every word', () => {
    fc.assert(
      fc.property(anyCounts, anyWord, fc.integer({ min: 1, max: 2 }), (counts, word, most) => {
        const found = nearWords(buildLexicon(counts), word, most, 1000);
        const expected = [...counts.keys()].filter((one) => {
          const distance = editDistance(word, one, most);
          return distance > 0 && distance <= most;
        });
        expect(wordsOf(found).toSorted()).toEqual(expected.toSorted());
        expect(found).toEqual(
          found.toSorted((a, b) => a.distance - b.distance || b.count - a.count),
        );
      }),
    );
  });

  test('finds the same near words each time, however many were looked for in between', () => {
    const remembering = buildLexicon(COUNTS);
    const find = (word: string, most: number) => nearWords(remembering, word, most, 2);
    const first = [find('quantun', 1), find('quantun', 2), find('prunin', 1)];
    expect(first.map(wordsOf)).toEqual([['quantum'], ['quantum'], ['pruning']]);
    for (let at = 0; at < 200; at += 1) find(`none${String(at)}`, 1);
    expect([find('quantun', 1), find('quantun', 2), find('prunin', 1)]).toEqual(first);
    expect(remembering.near.size).toBeLessThan(100);
  });

  test('completes a word that is misspelt so far', () => {
    expect(wordsOf(nearCompletions(lexicon, 'quntiz', 1, 9))).toEqual([
      'quantization',
      'quantizer',
    ]);
    expect(nearCompletions(lexicon, 'xuntiz', 1, 9)).toEqual([]);
  });
});
