import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexNames, matchNames } from './names.ts';

const CONCEPTS = [
  { name: 'Retrieval-augmented generation', aliases: ['RAG', 'looks things up before answering'] },
  { name: 'Code generation' },
  { name: 'On-device AI', aliases: ['runs on a phone'] },
  { name: 'Quantization' },
  { name: 'Post-training quantization', aliases: ['PTQ'] },
  { name: 'Quantization-aware training', aliases: ['QAT'] },
  { name: 'Café' },
];

const namesFor = (typed: string, most = 9): readonly string[] =>
  matchNames(typed, indexNames(CONCEPTS), most).map(({ entry }) => entry.name);

describe('names are found', () => {
  test.each([
    ['Quantization', 'the name first, then those that begin with it, then those that hold it'],
    ['quantisation', 'by another spelling'],
  ])('%s: %s', (typed) => {
    expect(namesFor(typed)[0]).toBe('Quantization');
    expect(namesFor(typed)).toHaveLength(3);
  });

  test.each<[typed: string, name: string]>([
    ['rag', 'Retrieval-augmented generation'],
    ['retrieval augm', 'Retrieval-augmented generation'],
    ['ondevice', 'On-device AI'],
    ['on-dev', 'On-device AI'],
    ['phone', 'On-device AI'],
    ['ptq for tiny chips', 'Post-training quantization'],
    ['aware quantized', 'Quantization-aware training'],
    ['cafe', 'Café'],
  ])('%s finds %s first', (typed, name) => {
    expect(namesFor(typed)[0]).toBe(name);
  });

  test.each(['', '  ', '+', 'zebra', 'rags to riches', '__proto__', '(.*)', 'ragtime'])(
    'nothing is found for “%s”',
    (typed) => {
      expect(namesFor(typed)).toEqual([]);
    },
  );
});

test('the alias that matches is told, unless the name matches as well', () => {
  const index = indexNames(CONCEPTS);
  expect(matchNames('rag', index, 1)).toEqual([{ entry: CONCEPTS[0], alias: 'RAG' }]);
  expect(matchNames('retrieval', index, 1)).toEqual([{ entry: CONCEPTS[0] }]);
});

const anyWord = fc.constantFrom(
  'model',
  'models',
  'on',
  'device',
  'KV',
  'cache',
  'é',
  '😀',
  'quantized',
);
const anyName = fc.array(anyWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const anyEntries = fc.uniqueArray(
  fc.record({ name: anyName, aliases: fc.array(anyName, { maxLength: 3 }) }),
  { selector: ({ name }) => name, maxLength: 12 },
);

test('a name or alias typed in full, in any case, is among what is found', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const found = (typed: string) => matchNames(typed, indexNames(entries), 99);
      for (const { name, aliases } of entries)
        for (const label of [name, ...aliases].filter((text) => /[\p{L}\p{N}]/u.test(text)))
          expect(found(label.toUpperCase()).map(({ entry }) => entry.name)).toContain(name);
    }),
  );
});

test('the order does not depend on the order of the entries, and whatever is typed gives an answer', () => {
  fc.assert(
    fc.property(anyEntries, fc.oneof(anyName, fc.string({ unit: 'binary' })), (entries, typed) => {
      const names = (list: typeof entries) =>
        matchNames(typed, indexNames(list), 5).map(({ entry }) => entry.name);
      expect(names(entries.toReversed())).toEqual(names(entries));
    }),
  );
});
