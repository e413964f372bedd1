import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import {
  buildEngine,
  loadEngine,
  saveEngine,
  type Engine,
  type EngineDoc,
  withoutIndex,
} from './engine.ts';
import { frequenciesOf } from './postings.ts';
import { readQuery } from './query.ts';
import { rank } from './rank.ts';

const docOf = (id: string, title: string, ...paragraphs: string[]): EngineDoc => ({
  id,
  title,
  paragraphs,
});

const found = (engine: Engine, q: string) =>
  rank(engine, readQuery(q)).ranked.map(({ doc }) => engine.ids[doc]);

const DOCS = [
  docOf('a', 'Pruning networks', 'We prune weights. Pruned networks are small.'),
  docOf('b', 'Quantization of networks', 'Weights with few bits on the device.'),
  docOf('c', 'A data set for the road', 'Many pictures; this dataset is large.'),
  docOf('d', 'On-device learning', ''),
];

/** The same words, a title as often as it weighs, taken apart by the analysis alone: no compounds. */
const countWithMiniSearch = (docs: readonly EngineDoc[]) => {
  const index = new MiniSearch({
    fields: ['text'],
    tokenize: (text) => analyze(text).map(({ form }) => form.term),
    processTerm: (term) => term,
    searchOptions: { tokenize: (term) => [term] },
  });
  index.addAll(
    docs.map(({ title, paragraphs }, id) => ({
      id,
      text: [title, title, title, ...paragraphs].join('\n'),
    })),
  );
  return index;
};

describe('an engine', () => {
  test('has the frequencies that MiniSearch counts', () => {
    const { postings } = buildEngine(DOCS);
    const counting = countWithMiniSearch(DOCS);
    for (const term of ['prune', 'network', 'weight', 'learn']) {
      const { docs, counts } = frequenciesOf(postings, term);
      // an idf times frequency from which the frequency can be read: no length, no saturation
      const hits = counting.search(term, { bm25: { k: 1e9, b: 0, d: 0 } });
      const idf = Math.log(1 + (DOCS.length - docs.length + 0.5) / (docs.length + 0.5));
      const expected = new Map(
        hits.map(({ id, score }) => [id as number, Math.round(score / idf)]),
      );
      expect(new Map(Array.from(docs, (doc, at) => [doc, counts[at]]))).toEqual(expected);
      expect(docs.length).toBeGreaterThan(0);
    }
  });

  test('knows a compound however a text writes it', () => {
    const engine = buildEngine([
      docOf('hyphen', 'On-device inference', ''),
      docOf('space', 'Inference on device', ''),
      docOf('one', 'Ondevice inference', ''),
      docOf('other', 'Inference in a device', ''),
    ]);
    const { docs } = frequenciesOf(engine.postings, 'ondevic');
    expect(Array.from(docs, (doc) => engine.ids[doc])).toEqual(['hyphen', 'space', 'one']);
  });

  test('does not join words across a full stop or a comma', () => {
    const engine = buildEngine([
      docOf('joined', 'Real-time', ''),
      docOf('apart', 'It is real. Time flies; real, time', ''),
    ]);
    expect(frequenciesOf(engine.postings, 'realtim').docs).toHaveLength(1);
  });

  test('has no order of its own for ties once it was loaded', () => {
    const built = buildEngine(
      ['c', 'a', 'b'].map((id) => docOf(id, 'Equal titles', 'Equal texts')),
    );
    const loaded = loadEngine(saveEngine(built));
    expect(found(built, 'equal')).toEqual(['a', 'b', 'c']);
    expect(found(loaded, 'equal')).toEqual(['a', 'b', 'c']);
    expect(found(loadEngine(saveEngine(loaded)), 'equal')).toEqual(['a', 'b', 'c']);
  });

  test('is saved as the same bytes whenever it is built', () => {
    expect(saveEngine(buildEngine(DOCS))).toBe(saveEngine(buildEngine(DOCS)));
  });

  test('may be empty', () => {
    expect(found(buildEngine([]), 'anything at all')).toEqual([]);
  });
});

test('withoutIndex lets go of the index alone', () => {
  const engine = buildEngine([{ id: 'a', title: 'Pruning networks', paragraphs: [] }]);
  const { index, ...rest } = engine;
  expect(index.size).toBe(2);
  expect(withoutIndex(engine)).toEqual(rest);
});
