import { describe, expect, test } from 'vitest';
import { buildEngine, type EngineDoc } from './engine.ts';
import { readQuery } from './query.ts';
import { rank } from './rank.ts';

const docOf = (id: string, title: string, ...paragraphs: string[]): EngineDoc => ({
  id,
  title,
  paragraphs,
});

const search = (docs: readonly EngineDoc[], q: string) => {
  const engine = buildEngine(docs);
  const { ranked, isLoosened } = rank(engine, readQuery(q));
  return { ids: ranked.map(({ doc }) => engine.ids[doc] ?? ''), isLoosened };
};

const COLLECTION = [
  docOf('prune', 'Pruning convolutional networks', 'We remove weights that matter little.'),
  docOf(
    'quant',
    'Quantization for small devices',
    'Weights and activations in int8, on the device.',
  ),
  docOf('nas', 'Neural architecture search', 'NAS finds networks by itself.'),
  docOf('gas', 'Networks that smell gas', 'Gas sensors with a network.'),
  docOf('edge', 'On-device learning at the edge', 'Learning where the data is.'),
  docOf('set', 'A dataset of roads', 'The data set has many roads.'),
  docOf('cafe', 'Naïve Bayes in the café', 'Statistics with coffee.'),
];

describe('rank', () => {
  test('gives papers that say the same in the order of their ids', () => {
    const same = ['c', 'a', 'b'].map((id) => docOf(id, 'Pruning networks', 'The same.'));
    expect(search(same, 'pruning').ids).toEqual(['a', 'b', 'c']);
    expect(search(same.toReversed(), 'pruning').ids).toEqual(['a', 'b', 'c']);
  });

  test.each([
    ['quantisation', 'quant'],
    ['quantizing', 'quant'],
    ['quantizaton', 'quant'],
    ['qauntization', 'quant'],
    ['quan', 'quant'],
    ['quantizat', 'quant'],
    ['quntizat', 'quant'],
    ['naive bayes', 'cafe'],
    ['CAFE', 'cafe'],
    ['on device learning', 'edge'],
    ['on-device learning', 'edge'],
    ['ondevice learning', 'edge'],
    ['data set', 'set'],
    ['dataset', 'set'],
    ['data-set', 'set'],
  ])('%s finds %s first', (q, id) => {
    expect(search(COLLECTION, q).ids[0]).toBe(id);
  });

  test.each([
    'on-device learning',
    'on device learning',
    'ondevice learning',
    'On-Device Learning',
  ])('%s is one query with its other spellings', (q) => {
    expect(search(COLLECTION, q)).toEqual(search(COLLECTION, 'on-device learning'));
  });

  test('lets each letter count in words that are short, numeric or in capitals', () => {
    expect(search(COLLECTION, 'nas').ids).toEqual(['nas']);
    expect(search(COLLECTION, 'int9 ').ids).toEqual([]);
    expect(search(COLLECTION, 'ROADZ ').ids).toEqual([]);
    expect(search(COLLECTION, 'roadz ').ids).toEqual(['set']);
  });

  test('says when the words had to be loosened', () => {
    expect(search(COLLECTION, 'pruning networks').isLoosened).toBe(false);
    expect(search(COLLECTION, 'prun').isLoosened).toBe(false);
    expect(search(COLLECTION, 'prunning').isLoosened).toBe(true);
    expect(search(COLLECTION, 'pruning coffee').isLoosened).toBe(true);
    expect(search(COLLECTION, 'pruning xylophones ').isLoosened).toBe(true);
  });

  test('prefers papers that have more of the query', () => {
    const { ids } = search(COLLECTION, 'network weights');
    expect(ids[0]).toBe('prune');
    expect(ids).toContain('quant');
  });

  test('finds nothing for stop words alone, but the titles that begin with them', () => {
    expect(search(COLLECTION, 'the of').ids).toEqual([]);
    expect(search([docOf('x', 'What is it about', '')], 'what is').ids).toEqual(['x']);
  });

  test('lets words that people put around what they look for count little beside it', () => {
    const docs = [
      docOf(
        'chat',
        'What everybody knows',
        'We found that people want to know, and know what they want.',
      ),
      docOf('moths', 'Insects', 'Moths and bees. Moths fly.'),
    ];
    expect(search(docs, 'i want to know about moths ').ids[0]).toBe('moths');
    expect(search(docs, 'what people know ').ids).toEqual(['chat']);
  });

  test('looks for what is used alike instead of a word that no paper has, before other spellings', () => {
    const docs = [docOf('cab', 'A cab', 'A cab waits.'), docOf('van', 'A vehicle', 'It waits.')];
    expect(search(docs, 'cars ').ids).toEqual(['van']);
    expect(search([...docs, docOf('care', 'Cars', 'A car.')], 'cars ').ids).toEqual(['care']);
  });

  test('finds a misspelt compound that was typed as two words', () => {
    const docs = [
      docOf('chip', 'Microcontrollers', 'A microcontroller.'),
      docOf('roll', 'A roller', 'Microbes.'),
    ];
    expect(search(docs, 'micro controler ').ids[0]).toBe('chip');
    expect(search(docs, 'a controller ').ids).not.toContain('chip');
  });

  test('takes no word that is in names for a misspelling', () => {
    const engine = buildEngine([docOf('plane', 'Planes', 'A plane.')]);
    const find = (isKnown: boolean) =>
      rank(engine, readQuery('planet '), { widenings: [], isInNames: () => isKnown }).ranked;
    expect(find(false)).toHaveLength(1);
    expect(find(true)).toEqual([]);
  });
});
