import { describe, expect, test } from 'vitest';
import { createSession } from './search-session.ts';
import { EMPTY_STATE } from './url-state.ts';

const session = createSession(
  {
    papers: [
      { id: 'a', title: 'A KV cache for phones' },
      { id: 'b', title: 'The key-value cache' },
      { id: 'c', title: 'NAS at home' },
      { id: 'd', title: 'Neural architecture search' },
    ],
    texts: [[], [], [], []],
  },
  {
    topics: [],
    concepts: [
      { name: 'KV cache', aliases: ['key-value cache', 'memory of a talk'] },
      { name: 'Neural architecture search', id: 'nas', aliases: ['NAS'] },
    ],
  },
);
const query = (q: string) => session.query({ ...EMPTY_STATE, q });
const idsOf = (q: string) =>
  query(q)
    .hits.map(({ id }) => id)
    .toSorted();

describe('a query that is widened says how to search for nothing else', () => {
  test.each([
    ['kv cache on phones', '"kv cache" on phones'],
    ['kv cache nas', '"kv cache" "nas"'],
    ['topic:x nas -phones', 'topic:x "nas" -phones'],
    ['"phones" nas', '"phones" "nas"'],
    ['"phones nas', 'phones "nas"'],
    ['title:"phones nas', 'title:phones "nas"'],
    ['memory talk phones kv phones talk memory', '"memory talk" phones kv phones "talk memory"'],
  ])('%s: %s', (q, exact) => {
    expect(query(q).exact).toBe(exact);
    const narrow = query(exact);
    expect(narrow.alsoSearching).toEqual([]);
    expect(narrow.exact).toBeUndefined();
  });

  test('which finds what was typed and not its other names', () => {
    expect(idsOf('nas')).toEqual(['c', 'd']);
    expect(idsOf('"nas"')).toEqual(['c']);
    expect(idsOf('kv cache')).toEqual(['a', 'b']);
    expect(idsOf('"kv cache"')).toEqual(['a']);
  });
});

test.each(['phones', '"kv cache"', 'title:nas', '-nas', 'kv "cache"', ''])(
  'nothing else is searched for with %s',
  (q) => {
    expect(query(q).alsoSearching).toEqual([]);
    expect(query(q).exact).toBeUndefined();
  },
);
