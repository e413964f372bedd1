import { describe, expect, test } from 'vitest';
import { buildColumns } from './facets.ts';
import type { SearchPaper } from './payload.ts';
import { addTyped, FieldReader, labelsWith } from './query-fields.ts';
import type { Facet } from './url-state.ts';
import { EMPTY_STATE } from './url-state.ts';

const PAPERS: readonly SearchPaper[] = [
  {
    id: 'a',
    title: 'A',
    topics: ['edge-ai', 'npu'],
    kind: 'benchmark-dataset',
    has: ['code'],
    authors: ['Ada Lovelace', 'Émile Zola'],
    venue: 'Proceedings of MLSys',
    date: '2021-04',
  },
  { id: 'b', title: 'B', topics: ['edge-tpu'], authors: ['Bo Lovelace'], date: '2022' },
  { id: 'c', title: 'C', topics: ['edge'], venue: '__proto__', date: '1999' },
];

const topics = new Map([
  ['edge-ai', 'Edge & On-Device AI'],
  ['npu', 'Neural processors'],
]);
const reader = new FieldReader(buildColumns(PAPERS), labelsWith(topics));

describe('a typed value means', () => {
  test.each<[facet: Facet, typed: string, values: readonly string[]]>([
    ['topic', 'npu', ['npu']],
    ['topic', 'Neural Processors', ['npu']],
    ['topic', 'neural', ['npu']],
    // in full before the start of something longer
    ['topic', 'edge', ['edge']],
    ['topic', 'edge-', ['edge']],
    ['topic', 'on-device', []],
    ['topic', 'edge ai', ['edge-ai']],
    ['kind', 'dataset', []],
    ['kind', 'Benchmarks', ['benchmark-dataset']],
    ['has', 'CODE', ['code']],
    ['has', 'video', []],
    ['author', 'lovelace', ['Ada Lovelace', 'Bo Lovelace']],
    ['author', 'emile', ['Émile Zola']],
    ['venue', 'mlsys', ['Proceedings of MLSys']],
    ['venue', '__proto__', ['__proto__']],
    ['year', '2021', ['2021']],
    ['year', '2020..2024', ['2020..2024']],
    ['year', '2024..2020', ['2020..2024']],
    ['year', '2020-2024', ['2020..2024']],
    ['year', '2021..2021', ['2021']],
    ['year', '2020..', ['2020..']],
    ['year', '..2024', ['..2024']],
    ['year', '202', ['2021', '2022']],
    ['year', '20202024', []],
    ['year', '..', []],
    ['year', 'soon', []],
  ])('%s:%s: %j', (facet, typed, values) => {
    expect(reader.valuesOf(facet, typed)).toEqual(values);
  });
});

test('typed values count beside ticked ones; one that means nothing is no value of any paper', () => {
  const clause = { isExcluded: false, any: [] };
  const field = (facet: Facet, values: readonly string[]) => ({ clause, facet, typed: [], values });
  const ticks = { ...EMPTY_STATE, topic: ['npu'] };
  const sum = addTyped(ticks, [field('topic', ['edge']), field('year', [])]);
  expect(sum.topic).toEqual(['npu', 'edge']);
  expect(sum.year).toHaveLength(1);
  expect(sum.author).toEqual([]);
});
