import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import { Sequences } from './sequences.ts';

const anyText = fc
  .array(fc.constantFrom('model', 'models', 'a', 'KV', 'cache', 'caches', 'é', '🙂'), {
    maxLength: 8,
  })
  .map((words) => words.join(' '));
const anyPaper = fc.array(anyText, { minLength: 1, maxLength: 3 });

type Form = 'word' | 'term';

/** The same by text: slow, and plain to see. */
const countByText = (texts: readonly string[], typed: string, form: Form): number => {
  const spell = (text: string) => analyze(text).map((piece) => ` ${piece.form[form]}`);
  const row = spell(typed);
  return texts.map(spell).reduce((sum, words) => {
    const places = words.filter((_, at) => words.slice(at, at + row.length).join() === row.join());
    return sum + places.length;
  }, 0);
};

test('words in a row are counted as in the text', () => {
  fc.assert(
    fc.property(fc.array(anyPaper, { minLength: 1, maxLength: 4 }), anyText, (papers, typed) => {
      const pieces = analyze(typed);
      fc.pre(pieces.length > 0);
      const sequences = new Sequences();
      for (const texts of papers) sequences.add(texts.map(analyze));
      papers.forEach((texts, at) => {
        expect(sequences.count(at, sequences.asWords(pieces))).toBe(
          countByText(texts, typed, 'word'),
        );
        expect(sequences.count(at, sequences.asTerms(pieces))).toBe(
          countByText(texts, typed, 'term'),
        );
      });
      const inTitles = papers.flatMap(([title = ''], at) =>
        countByText([title], typed, 'word') > 0 ? [at] : [],
      );
      expect(sequences.inTitles(sequences.asWords(pieces))).toEqual(inTitles);
    }),
  );
});

test('nothing stands nowhere, and no paper has words that none has', () => {
  const sequences = new Sequences();
  sequences.add([analyze('KV cache'), analyze('of a model')]);
  expect(sequences.count(0, [])).toBe(0);
  expect(sequences.count(7, sequences.asWords(analyze('cache')))).toBe(0);
  expect(sequences.inTitles([])).toEqual([]);
  expect(sequences.count(0, sequences.asTerms(analyze('zebra')))).toBe(0);
  expect(sequences.count(0, sequences.asWords(analyze('model zebra')))).toBe(0);
});

test('titles are found by words in a row of which the last is unfinished, each once', () => {
  const sequences = new Sequences();
  for (const title of ['A model of models', 'Models', 'KV cache', 'Model a cache'])
    sequences.add([analyze(title), analyze('of a model')]);
  const find = (typed: string) => sequences.inTitles(sequences.asBeginning(analyze(typed)));
  expect(find('mod')).toEqual([0, 1, 3]);
  expect(find('model')).toEqual([0, 1, 3]);
  expect(find('model a')).toEqual([3]);
  expect(find('model of mod')).toEqual([0]);
  expect(find('of a mod')).toEqual([]);
});
