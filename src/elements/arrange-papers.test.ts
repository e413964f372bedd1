import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../domain/kinds.ts';
import { EMPTY_STATE, SORTS } from '../search/url-state.ts';
import { arrangePapers, countPapers, describeShown, type ListedPaper } from './arrange-papers.ts';

const anyPapers: fc.Arbitrary<ListedPaper[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('', ...KINDS),
      hasCode: fc.boolean(),
      titleRank: fc.nat(20),
      date: fc.constantFrom('', '2023', '2024-05', '2024-05-01'),
    }),
  )
  .map((papers) => papers.map((paper, place) => ({ ...paper, place })));

const anyState = fc.record({
  kind: fc.uniqueArray(fc.constantFrom(...KINDS), { maxLength: 3 }),
  has: fc.constantFrom<readonly string[]>([], ['code'], ['video']),
  sort: fc.constantFrom(...SORTS),
});

describe('arrangePapers', () => {
  const papers: readonly ListedPaper[] = [
    { kind: 'survey', hasCode: false, titleRank: 2, place: 0, date: '' },
    { kind: 'method', hasCode: true, titleRank: 1, place: 1, date: '2024' },
    { kind: '', hasCode: true, titleRank: 0, place: 2, date: '2024-05' },
  ];
  const placesOf = (state: Partial<typeof EMPTY_STATE>) =>
    arrangePapers(papers, { ...EMPTY_STATE, ...state }).map(({ place }) => place);

  test.each([
    ['everything, in the order of the list', {}, [0, 1, 2]],
    ['by title', { sort: 'title' }, [2, 1, 0]],
    ['newest first, those without a date last', { sort: 'new' }, [2, 1, 0]],
    ['of one kind', { kind: ['survey'] }, [0]],
    ['of either kind', { kind: ['survey', 'method'] }, [0, 1]],
    ['with code', { has: ['code'] }, [1, 2]],
    ['of a kind and with code', { kind: ['survey'], has: ['code'] }, []],
  ] as const)('shows %s', (_, state, places) => expect(placesOf(state)).toEqual(places));

  test('never depends on the order in which the papers stand', () => {
    fc.assert(
      fc.property(anyPapers, anyState, (list, state) => {
        expect(arrangePapers(list.toReversed(), state)).toEqual(arrangePapers(list, state));
      }),
    );
  });
});

test('a count is what its tick alone, next to the other filter, would show', () => {
  fc.assert(
    fc.property(anyPapers, anyState, fc.constantFrom(...KINDS), (papers, state, kind) => {
      expect(countPapers(papers, 'kind', kind, state)).toBe(
        arrangePapers(papers, { ...state, kind: [kind] }).length,
      );
      expect(countPapers(papers, 'has', 'code', state)).toBe(
        arrangePapers(papers, { ...state, has: ['code'] }).length,
      );
    }),
  );
});

test.each([
  [41, 41, '41 papers'],
  [3, 41, '3 of 41 papers'],
  [0, 41, 'None of 41 papers: take a filter off'],
  [1, 1, '1 paper'],
])('%i of %i reads %j', (shown, total, text) => expect(describeShown(shown, total)).toBe(text));
