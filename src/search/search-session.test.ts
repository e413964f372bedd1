import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchPaper } from './payload.ts';
import { createSession } from './search-session.ts';
import { EMPTY_STATE, type SearchState } from './url-state.ts';

const PAPERS: readonly SearchPaper[] = [
  {
    id: 'prune',
    title: 'Pruning Networks',
    kind: 'method',
    topics: ['compression'],
    has: ['code', 'video'],
    authors: ['Ada Lovelace', 'Alan Turing'],
    venue: 'MLSys',
    date: '2021-04-05',
  },
  { id: 'quant', title: 'Quantization of networks', kind: 'survey', date: '2024' },
  {
    id: 'old',
    title: 'An older look',
    authors: ['A', 'B', 'C', 'D'],
    date: '1999',
    added: '2024-02-02',
  },
  { id: 'plain', title: '“Zebra” crossings' },
];
const TEXTS = [
  ['We prune weights of networks.'],
  ['Few bits. Networks on the device.'],
  ['Networks were small.'],
  [],
];

const session = createSession({ papers: PAPERS, texts: TEXTS });
const query = (state: Partial<SearchState>) => session.query({ ...EMPTY_STATE, ...state });
const idsOf = (state: Partial<SearchState>) => query(state).hits.map(({ id }) => id);

describe('a session', () => {
  test('shows what a hit needs, with marks', () => {
    const [hit] = query({ q: 'pruned networks' }).hits;
    expect(hit).toMatchObject({
      id: 'prune',
      title: 'Pruning Networks',
      titleMarks: [
        [0, 7],
        [8, 16],
      ],
      topics: ['compression'],
      kind: 'method',
      hasCode: true,
      byline: 'Ada Lovelace, Alan Turing, MLSys, 2021',
    });
  });

  test('shortens a long list of authors', () => {
    expect(query({ q: 'older look' }).hits[0]?.byline).toBe('A and others, 1999');
    expect(query({ q: 'zebra' }).hits[0]?.byline).toBeUndefined();
  });

  test('lists all papers when no words are typed, the newest first', () => {
    expect(idsOf({})).toEqual(['quant', 'prune', 'old', 'plain']);
    expect(idsOf({ kind: ['method', 'survey'] })).toEqual(['quant', 'prune']);
    expect(query({})).toMatchObject({ total: 4, loosened: false, spellings: [] });
  });

  test('lists all papers for words that all have, and none for what is no word', () => {
    expect(query({ q: 'of the' })).toMatchObject({ total: 4, loosened: false, alsoSearching: [] });
    expect(idsOf({ q: 'an ' })).toContain('plain');
    expect(query({ q: '?!' })).toMatchObject({ total: 0, blame: [], spellings: [] });
  });

  test('tells each typed filter once, with what it means and how it is printed', () => {
    expect(query({ q: 'Kind:survey networks kind:survey author:a topic:sea' }).typed).toEqual([
      { facet: 'kind', typed: ['survey'], values: ['survey'], meant: 1, clause: 'kind:survey' },
      {
        facet: 'author',
        typed: ['a'],
        values: expect.arrayContaining(['A', 'Ada Lovelace', 'Alan Turing']) as unknown,
        meant: 3,
        clause: 'author:a',
      },
      { facet: 'topic', typed: ['sea'], values: [], meant: 0, clause: 'topic:sea' },
    ]);
    const [either] = query({ q: 'kind:survey OR kind:method' }).typed;
    expect(either).toMatchObject({ typed: ['survey', 'method'], meant: 2 });
    expect(query({ q: '-kind:survey kind:survey OR networks title:x' }).typed).toEqual([]);
    expect(query({ q: 'colour:red networks' }).unknownFields).toEqual(['colour']);
  });

  test('sorts by title and by date when asked to', () => {
    expect(idsOf({ q: 'networks', sort: 'title' })).toEqual(['old', 'prune', 'quant']);
    expect(idsOf({ q: 'networks', sort: 'new' })).toEqual(['quant', 'prune', 'old']);
    expect(idsOf({ sort: 'title' })).toEqual(['old', 'prune', 'quant', 'plain']);
  });

  test('counts what ticking would give', () => {
    const { facets, total } = query({ q: 'networks', kind: ['survey'] });
    expect(total).toBe(1);
    expect(facets.kind).toEqual({ method: 1, survey: 1 });
    expect(facets.year).toEqual({ '2024': 1 });
  });

  test('gives the pages asked for, and all before them', () => {
    const papers = Array.from({ length: 50 }, (_, at) => ({
      id: `p${at}`,
      title: `Networks ${at}`,
    }));
    const many = createSession({ papers, texts: papers.map(() => []) });
    const hitsOn = (page: number) => many.query({ ...EMPTY_STATE, q: 'networks', page }).hits;
    expect(hitsOn(1)).toHaveLength(20);
    expect(hitsOn(2)).toHaveLength(40);
    expect(hitsOn(2).slice(0, 20)).toEqual(hitsOn(1));
    expect(hitsOn(500)).toHaveLength(50);
  });

  test('shows at a glimpse what its results begin with', () => {
    const words = fc.constantFrom(
      'networks',
      'prun',
      'kind:survey',
      'zebra',
      '-bits',
      'qqqq',
      '"of"',
    );
    const anyState = fc.record({
      q: fc.array(words, { maxLength: 3 }).map((typed) => typed.join(' ')),
      kind: fc.constantFrom([], ['method' as const]),
      sort: fc.constantFrom('relevance' as const, 'new' as const, 'title' as const),
    });
    fc.assert(
      fc.property(anyState, fc.integer({ min: 1, max: 3 }), (asked, most) => {
        const state = { ...EMPTY_STATE, ...asked };
        const { hits, ...results } = session.query(state);
        const first = hits.slice(0, most);
        const passages = session.passages(
          state.q,
          first.map(({ id }) => id),
        );
        const seen = session.glimpse(state, most);
        expect({ ...results, hits: first, passages }).toMatchObject(seen);
        expect(seen.hits).toHaveLength(first.length);
      }),
    );
  });

  test('offers near spellings only when nothing is found', () => {
    expect(query({ q: 'prunning' })).toMatchObject({ loosened: true, spellings: [] });
    expect(query({ q: 'ZEBRAS-XY ' }).spellings).toEqual([]);
    expect(query({ q: 'PRUNNIN ' })).toMatchObject({
      total: 0,
      loosened: false,
      spellings: [{ typed: 'PRUNNIN', instead: 'pruning', q: 'pruning' }],
    });
    expect(query({ q: 'qqqqqqqq ' })).toMatchObject({ total: 0, spellings: [] });
  });

  test('names all papers of a search in the order of its hits, whatever page is shown', () => {
    for (const state of [
      { q: 'networks' },
      { q: 'networks', sort: 'title' as const, page: 7 },
      { kind: ['survey' as const] },
      { q: 'zzzz' },
    ])
      expect(session.matches({ ...EMPTY_STATE, ...state })).toEqual(
        query(state).hits.map(({ id, title }) => ({ id, title })),
      );
  });

  test('finds passages for the papers that have one', () => {
    expect(session.passages('networks', ['quant', 'plain', 'nobody', 'prune'])).toEqual([
      expect.objectContaining({ id: 'quant', text: 'Networks on the device.', marks: [[0, 8]] }),
      expect.objectContaining({ id: 'prune', text: 'We prune weights of networks.' }),
    ]);
  });

  test('searches titles alone until the texts have come', () => {
    const titlesOnly = createSession({ papers: PAPERS });
    const q = { ...EMPTY_STATE, q: 'weights ' };
    expect(titlesOnly.query(q).total).toBe(0);
    expect(titlesOnly.query({ ...EMPTY_STATE, q: 'pruning' }).hits[0]?.id).toBe('prune');
    expect(titlesOnly.passages('pruning', ['prune'])).toEqual([]);
    expect(session.query(q).total).toBe(1);
  });

  test.each([
    '__proto__',
    '(.*)+?[',
    '"',
    '🙂',
    '\ud800',
    'x'.repeat(100_000),
    'a b '.repeat(25_000),
  ])('answers %o', (q) => {
    expect(() =>
      session.passages(
        q,
        session.query({ ...EMPTY_STATE, q }).hits.map(({ id }) => id),
      ),
    ).not.toThrow();
  });
});
