import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../domain/kinds.ts';
import { buildColumns, filterPapers, keepPassing } from './facets.ts';
import type { SearchPaper } from './payload.ts';
import { EMPTY_STATE, FACETS, type SearchState } from './url-state.ts';

const PAPERS: readonly SearchPaper[] = [
  { id: 'a', title: 'A', kind: 'survey', topics: ['npu', 'gpu'], date: '2024-05', has: ['code'] },
  { id: 'b', title: 'B', kind: 'method', topics: ['npu'], date: '2022', authors: ['Ada', 'Ada'] },
  { id: 'c', title: 'C', kind: 'method', topics: ['gpu'], date: '2020-01-31', venue: 'MLSys' },
  { id: 'd', title: 'D' },
];

const filter = (papers: readonly SearchPaper[], state: Partial<SearchState>) => {
  const all = papers.map((_, doc) => ({ doc }));
  const { passing, counts } = filterPapers(all, buildColumns(papers), { ...EMPTY_STATE, ...state });
  return { ids: passing.map(({ doc }) => papers[doc]?.id), counts };
};

describe('filterPapers', () => {
  test.each([
    [{}, ['a', 'b', 'c', 'd']],
    [{ kind: ['method'] }, ['b', 'c']],
    [{ kind: ['method', 'survey'] }, ['a', 'b', 'c']],
    [{ kind: ['method'], topic: ['npu'] }, ['b']],
    [{ has: ['code'] }, ['a']],
    [{ year: ['2022..2024'] }, ['a', 'b']],
    [{ year: ['2020', '2024'] }, ['a', 'c']],
    [{ venue: ['MLSys'], author: ['Ada'] }, []],
    [{ topic: ['unknown'] }, []],
  ] as const)('%o leaves %o', (state, ids) => {
    expect(filter(PAPERS, state).ids).toEqual(ids);
  });

  test('counts each paper once for a value', () => {
    expect(filter(PAPERS, {}).counts).toEqual({
      author: { Ada: 1 },
      has: { code: 1 },
      kind: { method: 2, survey: 1 },
      topic: { gpu: 2, npu: 2 },
      venue: { MLSys: 1 },
      year: { '2020': 1, '2022': 1, '2024': 1 },
    });
  });

  test('keeps a rare value that is ticked among many frequent ones', () => {
    const papers = Array.from({ length: 200 }, (_, at): SearchPaper => ({
      id: String(at),
      title: '',
      authors:
        at < 100 ? [`a${at}`, `a${at + 1}`] : ['rare', `a${at - 100}`].slice(at < 199 ? 1 : 0),
    }));
    const { counts } = filter(papers, { author: ['rare'] });
    expect(counts.author['rare']).toBe(1);
    expect(Object.keys(counts.author).length).toBeLessThanOrEqual(51);
  });

  test('has no trouble with values named like parts of objects', () => {
    const { counts } = filter([{ id: 'a', title: '', authors: ['__proto__', 'constructor'] }], {});
    expect(Object.keys(counts.author).toSorted()).toEqual(['__proto__', 'constructor']);
  });

  const anyPaper: fc.Arbitrary<SearchPaper> = fc.record(
    {
      id: fc.constant('x'),
      title: fc.constant(''),
      kind: fc.constantFrom(...KINDS),
      topics: fc.uniqueArray(fc.constantFrom('npu', 'gpu', 'fpga')),
      has: fc.uniqueArray(fc.constantFrom('code', 'data')),
      date: fc.constantFrom('2020', '2021-02', '2023'),
      authors: fc.uniqueArray(fc.constantFrom('Ada', 'Alan', 'Grace')),
      venue: fc.constantFrom('MLSys', 'ISCA'),
    },
    { requiredKeys: ['id', 'title'] },
  );
  const anyTicks = fc.record({
    kind: fc.uniqueArray(fc.constantFrom(...KINDS), { maxLength: 2 }),
    topic: fc.uniqueArray(fc.constantFrom('npu', 'gpu', 'fpga'), { maxLength: 2 }),
    has: fc.uniqueArray(fc.constantFrom('code', 'data'), { maxLength: 1 }),
    year: fc.uniqueArray(fc.constantFrom('2020', '2021..2023'), { maxLength: 2 }),
    author: fc.uniqueArray(fc.constantFrom('Ada', 'Alan'), { maxLength: 1 }),
    venue: fc.uniqueArray(fc.constantFrom('MLSys'), { maxLength: 1 }),
  });

  test('counting changes nothing in what passes', () => {
    fc.assert(
      fc.property(fc.array(anyPaper, { maxLength: 20 }), anyTicks, (papers, ticks) => {
        const all = papers.map((_, doc) => ({ doc }));
        const columns = buildColumns(papers);
        const state = { ...EMPTY_STATE, ...ticks };
        const { passing } = filterPapers(all, columns, state);
        expect(keepPassing(all, columns, state)).toEqual(passing);
      }),
    );
  });

  test('a count is what ticking that value alone in its facet gives', () => {
    fc.assert(
      fc.property(fc.array(anyPaper, { maxLength: 20 }), anyTicks, (papers, ticks) => {
        const { counts } = filter(papers, ticks);
        for (const facet of FACETS)
          for (const [value, count] of Object.entries(counts[facet]))
            expect(filter(papers, { ...ticks, [facet]: [value] }).ids).toHaveLength(count);
      }),
    );
  });
});
