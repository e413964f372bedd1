import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_STATE, FACETS, type SearchState } from '../../search/url-state.ts';
import type { Filter } from '../../search/protocol.ts';
import { filtersOf, isFacet, isIdle, withFilter, withoutFilters } from './filters.ts';

const anyFilter: fc.Arbitrary<Filter> = fc.record({
  facet: fc.constantFrom(...FACETS),
  value: fc.string({ minLength: 1, maxLength: 3 }),
});

const anyState: fc.Arbitrary<SearchState> = fc
  .record({ q: fc.string(), page: fc.integer({ min: 1, max: 9 }), ticks: fc.array(anyFilter) })
  .map(({ q, page, ticks }) => ({
    ...ticks.reduce((state, filter) => withFilter(state, filter, true), EMPTY_STATE),
    q,
    page,
  }));

const has = (state: SearchState, { facet, value }: Filter): boolean =>
  filtersOf(state).some((one) => one.facet === facet && one.value === value);

test('a ticked filter is there once, an unticked one is not, and the others stay', () => {
  fc.assert(
    fc.property(anyState, anyFilter, (state, filter) => {
      const on = withFilter(withFilter(state, filter, true), filter, true);
      const off = withFilter(on, filter, false);
      expect(has(on, filter)).toBe(true);
      expect(has(off, filter)).toBe(false);
      expect(filtersOf(on)).toHaveLength(filtersOf(off).length + 1);
      for (const other of filtersOf(state)) expect(has(on, other)).toBe(true);
    }),
  );
});

test('another filter shows the list from its start', () => {
  fc.assert(
    fc.property(anyState, anyFilter, fc.boolean(), (state, filter, on) => {
      expect(withFilter(state, filter, on)).toMatchObject({ q: state.q, page: 1 });
    }),
  );
});

test('without filters the words and the order stay', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(filtersOf(withoutFilters(state))).toEqual([]);
      expect(withoutFilters(state)).toMatchObject({ q: state.q, sort: state.sort, page: 1 });
    }),
  );
});

test('nothing is asked for without words and filters, whatever the order and the page', () => {
  expect(isIdle({ ...EMPTY_STATE, sort: 'title', page: 3 })).toBe(true);
  expect(isIdle({ ...EMPTY_STATE, q: 'x' })).toBe(false);
  expect(isIdle({ ...EMPTY_STATE, has: ['code'] })).toBe(false);
});

test('every list of the address is a facet of the page, and nothing else is', () => {
  expect(FACETS.every(isFacet)).toBe(true);
  expect(['q', 'sort', 'page', '__proto__', ''].some(isFacet)).toBe(false);
});
