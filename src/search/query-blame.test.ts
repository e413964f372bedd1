import { describe, expect, test } from 'vitest';
import { createSession } from './search-session.ts';
import { EMPTY_STATE, type SearchState } from './url-state.ts';

const session = createSession({
  papers: [
    { id: 'a', title: 'Pruning of networks', kind: 'method', topics: ['edge'], has: ['code'] },
    { id: 'b', title: 'Pruning of trees', kind: 'survey', topics: ['garden'] },
    { id: 'c', title: 'Roses', kind: 'survey', topics: ['garden'] },
  ],
  texts: [[], [], []],
});

const blameOf = (asked: Partial<SearchState>) => {
  const { total, blame } = session.query({ ...EMPTY_STATE, ...asked });
  expect(total, 'blame is for searches that find nothing').toBe(0);
  for (const { without, count } of blame)
    expect(session.query(without).total, 'what is said to be found is found').toBe(count);
  return blame.map(({ kind, label, count }) => [kind, label, count]);
};

describe('what is to blame that nothing is found', () => {
  test('is each of those without which there would be something', () => {
    expect(blameOf({ q: 'pruning "trees of"' })).toEqual([['phrase', '"trees of"', 2]]);
    expect(blameOf({ q: '"roses" kind:method' })).toEqual([
      ['phrase', '"roses"', 1],
      ['filter', 'kind:method', 1],
    ]);
    expect(blameOf({ q: 'roses', kind: ['method'] })).toEqual([
      ['filter', 'method', 1],
      ['word', 'roses', 1],
    ]);
    expect(blameOf({ q: 'roses -garden -rose' })).toEqual([
      ['word', 'roses', 2],
      ['exclusion', '-rose', 1],
    ]);
  });

  test('is a typed filter that means nothing here', () => {
    expect(blameOf({ q: 'pruning topic:sea' })).toEqual([['filter', 'topic:sea', 2]]);
  });

  test('goes as a whole when it was typed again and again', () => {
    expect(blameOf({ q: 'pruning topic:sea "a b" topic:sea' })).toEqual([['operator', '', 2]]);
    expect(blameOf({ q: 'pruning topic:sea topic:sea' })).toEqual([['filter', 'topic:sea', 2]]);
  });

  test('is nothing that readers would not miss', () => {
    expect(blameOf({ q: 'zzzzqqqq ' })).toEqual([]);
    expect(blameOf({ q: '', kind: ['position'] })).toEqual([]);
  });

  test('is all filters together, when no single one is', () => {
    expect(blameOf({ q: 'pruning topic:sea', kind: ['position'] })).toEqual([['filter', '', 2]]);
  });

  test('are all words together, when no single one is', () => {
    expect(blameOf({ q: 'zzzzqqqq wwwwxxxx ', kind: ['method'] })).toEqual([
      ['word', 'zzzzqqqq wwwwxxxx', 1],
    ]);
  });

  test('is everything but the plain words, when filters alone are not', () => {
    expect(blameOf({ q: 'pruning "a b" topic:sea' })).toEqual([['operator', '', 2]]);
  });

  test('keeps the order, and begins at the first page', () => {
    const state: SearchState = {
      ...EMPTY_STATE,
      q: 'roses x:y',
      kind: ['method'],
      sort: 'title',
      page: 3,
    };
    const [blame] = session.query(state).blame;
    expect(blame?.without).toEqual({ ...EMPTY_STATE, q: 'roses x:y', sort: 'title' });
    expect(blame?.filter).toEqual({ facet: 'kind', value: 'method' });
  });
});

test('who finds something blames nothing', () => {
  expect(session.query({ ...EMPTY_STATE, q: 'roses' }).blame).toEqual([]);
});

test('as many things are tried as a reader looks through, however many were typed', () => {
  const q = Array.from({ length: 100 }, (_, at) => `"roses ${at}"`).join(' ');
  expect(session.query({ ...EMPTY_STATE, q }).blame.length).toBeLessThanOrEqual(8);
});
