import { describe, expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import { DocWords } from './doc-words.ts';
import { buildInSteps } from './engine.ts';
import { Sequences } from './sequences.ts';
import { finish } from './steps.ts';

const TEXTS = [
  ['What is it?', 'The KV cache of a model is large.', 'Caches of models, then.'],
  ['A cache for KV stores', 'Models, cached. It is what it is.'],
  ['Key‑value caché'],
];
const sequences = new Sequences();
const engine = finish(
  buildInSteps(
    TEXTS.map(([title = '', ...paragraphs], doc) => ({ id: `p${doc}`, title, paragraphs })),
    (paragraphs) => sequences.add(paragraphs),
  ),
);
const words = new DocWords(engine.postings, sequences);

describe('words in a row are found', () => {
  test.each([
    ['kv cache', [0]],
    ['KV-Cache', [0]],
    ['cache kv', []],
    ['cache of a model', [0]],
    ['cache of models', []],
    ['key value cache', [2]],
    // one paragraph ends, another begins
    ['large caches', []],
    ['cache', [0, 1, 2]],
    ['', []],
    // stop words are looked for in titles alone
    ['what is it', [0]],
    ['it is', []],
  ])('as a phrase: “%s” in %j', (text, docs) => {
    expect([...words.withPhrase(analyze(text))]).toEqual(docs);
  });

  test.each([
    ['models cache', [[1, 1]]],
    ['model the cache', []],
    ['cache of model', [[0, 1]]],
    [
      'model',
      [
        [0, 2],
        [1, 1],
      ],
    ],
    ['is it', []],
    ['', []],
  ])('in whatever inflection, and counted: “%s”', (text, counts) => {
    const { docs, counts: times } = words.frequencies(analyze(text));
    expect([...docs].map((doc, at) => [doc, times[at]])).toEqual(counts);
  });

  test('the same each time', () => {
    const pieces = analyze('models cache');
    const first = words.frequencies(pieces);
    for (let at = 0; at < 400; at += 1) words.frequencies(analyze('cache of model'));
    expect(words.frequencies(pieces)).toEqual(first);
    expect(words.frequencies(analyze('cache of model'))).not.toEqual(first);
  });

  test.each([
    ['what', [0]],
    ['kv stor', [1]],
    ['kv store', [1]],
    ['stores kv', []],
    ['model', []],
    ['', []],
  ])('in titles, the last one unfinished or inflected: “%s” in %j', (text, docs) => {
    expect([...words.withTitle(analyze(text))]).toEqual(docs);
  });
});
