import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Names } from './names.ts';
import { createSession } from './search-session.ts';
import { EMPTY_STATE } from './url-state.ts';

const PAPERS = [
  ['search', 'Neural architecture search'],
  ['nas', 'NAS for all'],
  ['hip', 'The HIP programming interface'],
  ['joint', 'A hip joint'],
  ['prune', 'Pruning weights'],
  ['quantize', 'Quantization of weights, pruning none'],
  ['cache', 'The key-value cache'],
  ['watch', 'Roses'],
] as const;

const NAMES: Names = {
  topics: [],
  concepts: [
    { name: 'Neural architecture search', aliases: ['NAS', 'finds a network by itself'] },
    { name: 'Model compression', aliases: ['squeeze a model', 'CPU/GPU squeeze'] },
    { name: 'Pruning', broader: [1] },
    { name: 'Quantization', aliases: ['fewer bits'], broader: [1] },
    { name: 'Unheard of thing', aliases: ['zebra'] },
    { name: 'KV cache', id: 'kv', aliases: ['key-value cache', 'memory of the talk'] },
  ],
  acronyms: [
    { short: 'HIP', long: 'programming interface', isWord: true },
    { short: 'JT', long: 'joint' },
    { short: 'JT', long: 'roses' },
  ],
};

const session = createSession(
  { papers: PAPERS.map(([id, title]) => ({ id, title })), texts: PAPERS.map(() => []) },
  NAMES,
);
const query = (q: string) => session.query({ ...EMPTY_STATE, q });
const idsOf = (q: string) => query(q).hits.map(({ id }) => id);
const toldOf = (q: string) => query(q).alsoSearching.map(({ label }) => label);

describe('other names for what was typed', () => {
  test('widen a query both ways, and what was typed comes first', () => {
    expect(idsOf('nas').slice(0, 2)).toEqual(['nas', 'search']);
    expect(idsOf('neural architecture search').slice(0, 2)).toEqual(['search', 'nas']);
    expect(toldOf('NAS')).toEqual(['Neural architecture search']);
    expect(toldOf('neural architecture search')).toEqual(['NAS']);
  });

  test('name the concept that they belong to', () => {
    expect(query('memory of the talk').alsoSearching).toEqual([
      { label: 'KV cache', conceptId: 'kv' },
    ]);
    expect(query('jt').alsoSearching[0]).toEqual({ label: 'joint' });
  });

  test.each([
    ['kv-cache', 'cache'],
    ['KV caches', 'cache'],
    ['kvcache', 'cache'],
    ['finds a network by itself', 'search'],
    // the words of a name need not stand in a row
    ['a network that a machine finds by itself', 'search'],
  ])('are known however they are written: “%s”', (q, id) => {
    expect(idsOf(q)).toContain(id);
    expect(query(q).alsoSearching).not.toEqual([]);
  });

  test('of everyday words lead to the kinds of the thing, the most frequent told first', () => {
    expect(idsOf('squeeze a model')).toEqual(expect.arrayContaining(['prune', 'quantize']));
    expect(toldOf('squeeze a model')).toEqual(['Model compression', 'Pruning', 'Quantization']);
    expect(idsOf('squeeze a model')).not.toContain('watch');
  });

  test('go from a thing to its kinds, not back', () => {
    expect(toldOf('fewer bits')).toEqual(['Quantization']);
    expect(idsOf('fewer bits')).toEqual(['quantize']);
  });

  test('of one acronym may be several', () => {
    expect(toldOf('JT')).toEqual(['joint', 'roses']);
  });

  test('are not searched for when no paper has them', () => {
    expect(query('zebra')).toMatchObject({ total: 0, alsoSearching: [] });
    expect(query('zebra').exact).toBeUndefined();
  });
});

describe('an acronym', () => {
  test('that is also a word is meant by capitals, and not by lower case', () => {
    expect(toldOf('HIP')).toEqual(['programming interface']);
    expect(idsOf('hip')).toEqual(expect.arrayContaining(['hip', 'joint']));
    expect(toldOf('hip')).toEqual([]);
  });

  test.each(['"nas"', 'title:nas', '-nas', 'nasal', 'n as', 'n-a-s'])('is not read in %s', (q) => {
    expect(toldOf(q)).toEqual([]);
  });

  test('that is part of a name is read as the name', () => {
    const also = toldOf('squeeze a model with pruning');
    expect(also).toContain('Model compression');
  });
});

test('capitals, hyphens, accents and inflection of a name make no difference to what it means', () => {
  const names = NAMES.concepts.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  // an acronym in lower case is less certain
  const long = names.filter((name) => name.includes(' '));
  const change = fc.constantFrom<(name: string) => string>(
    (name) => name.toUpperCase(),
    (name) => name.toLowerCase(),
    (name) => name.normalize('NFD').replace(/e/g, 'e\u0301'),
    (name) => name.replace(/(?<!s)$/, 's'),
    (name) => `  ${name.replaceAll(' ', '  ')}!`,
  );
  fc.assert(
    fc.property(fc.constantFrom(...long), change, (name, changed) => {
      // nothing goes on, so nothing is guessed
      expect(toldOf(`${changed(name)} `)).toEqual(toldOf(`${name} `));
    }),
  );
});

test('however much is typed, few names are told', () => {
  const all = NAMES.concepts.map(({ name }) => name).join(' ');
  expect(toldOf(`${all} NAS JT HIP`.repeat(3)).length).toBeLessThanOrEqual(6);
});

test('the acronym of a long name says more than one of its words', () => {
  const flowers = Array.from({ length: 30 }, (_, at) => `Flower ${at}`);
  const titles = ['Service level objective and its SLO', 'SLO', 'Level', ...flowers];
  const { query: ask } = createSession(
    { papers: titles.map((title) => ({ id: title, title })), texts: titles.map(() => []) },
    { topics: [], concepts: [{ name: 'Service level objective', aliases: ['SLO'] }] },
  );
  const { hits } = ask({ ...EMPTY_STATE, q: 'service level objectives ' });
  expect(hits.map(({ id }) => id)).toEqual(titles.slice(0, 3));
});
