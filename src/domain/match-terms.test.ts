import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileTerms } from './match-terms.ts';

/** How often each of these terms, all of one group, stands in a sentence. */
const count = (terms: readonly string[], sentence: string): readonly number[] => {
  const found = compileTerms([terms])(sentence);
  return terms.map((_, term) => found.find((one) => one.term === term)?.count ?? 0);
};
const matches = (term: string, sentence: string): boolean => count([term], sentence)[0] !== 0;

describe('a term matches', () => {
  test.each([
    ['kiln', 'Two kilns were fired.'],
    ['clay body', 'Clay bodies crack.'],
    ['multi-glaze', 'A multiglaze pot'],
    ['multi-glaze', 'A multi glaze pot'],
    ['multiglaze', 'A multi-glaze pot'],
    ['high-fire stone-ware', 'our highfire stoneware'],
    ['glazing', 'A pot is glazed twice.'],
    ['cuire', 'CUIRE'],
    ['façade', 'the facade'],
    ['GLZ', 'two GLZs'],
    ['GlzNet', 'our GlzNet'],
  ])('%s in “%s”', (term, sentence) => {
    expect(matches(term, sentence)).toBe(true);
  });
});

describe('a term does not match', () => {
  test.each([
    ['kiln', 'The kilnman left.'],
    ['clay body', 'A body of clay'],
    ['clay body', 'Clay of the body'],
    ['RAG', 'He wiped it with a rag.'],
    ['GlzNet', 'glznet'],
    ['---', 'a --- b'],
  ])('%s in “%s”', (term, sentence) => {
    expect(matches(term, sentence)).toBe(false);
  });
});

test('alternatives count as one term', () => {
  expect(count(['kiln | oven'], 'Kilns and ovens, and a kiln.')).toEqual([3]);
});

test('joined parts must all stand in the sentence, in any order', () => {
  const term = 'kiln | oven + wood | gas';
  expect(count([term], 'Wood heats the oven.')).toEqual([1]);
  expect(count([term], 'Kilns and ovens burn gas.')).toEqual([1]);
  expect(count([term], 'The oven is cold.')).toEqual([0]);
});

test('a longer phrase silences the shorter ones of its own group', () => {
  expect(count(['glaze', 'glaze recipe'], 'A glaze recipe and a glaze.')).toEqual([1, 1]);
  const find = compileTerms([['glaze'], ['glaze recipe']]);
  expect(find('A glaze recipe.')).toHaveLength(2);
});

test('the longer of two alternatives counts once', () => {
  expect(count(['glaze | glaze recipe'], 'A glaze recipe.')).toEqual([1]);
  expect(count(['multi-glaze | multiglaze'], 'A multi-glaze.')).toEqual([1]);
});

const word = fc.constantFrom('kiln', 'clay', 'glaze', 'ash', 'pot', 'wheel');
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

test('a phrase is found as often as a plain search finds it', () => {
  fc.assert(
    fc.property(phrase, fc.array(word, { maxLength: 12 }), (term, words) => {
      const starts = words.filter((_, at) =>
        ` ${words.slice(at).join(' ')} `.startsWith(` ${term} `),
      );
      expect(count([term], words.join(' '))).toEqual([starts.length]);
    }),
  );
});

test('nothing that people type breaks the reading of terms and sentences', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (term, text) => {
      expect(count([term], text)[0]).toBeGreaterThanOrEqual(0);
    }),
  );
});
