import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS, LINK_KINDS } from '../domain/kinds.ts';
import {
  EMPTY_STATE,
  MAX_PAGE,
  MAX_QUERY_LENGTH,
  MAX_VALUE_LENGTH,
  MAX_VALUES,
  readState,
  SORTS,
  writeState,
  type SearchState,
} from './url-state.ts';

const listOf = <T extends string>(value: fc.Arbitrary<T>) =>
  fc.uniqueArray(value, { maxLength: 4 }).map((values) => values.toSorted());

const line = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', maxLength })
    .map((text) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter((text) => text.length <= maxLength);

const name = line(40).filter((text) => text !== '');

const years = fc
  .tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 0, max: 40 }))
  .filter(([from, more]) => from + more <= 9999)
  .map(([from, more]) => (more === 0 ? `${from}` : `${from}..${from + more}`));

const validState: fc.Arbitrary<SearchState> = fc.record({
  q: line(60),
  author: listOf(name),
  has: listOf(fc.constantFrom(...LINK_KINDS)),
  kind: listOf(fc.constantFrom(...KINDS)),
  topic: listOf(fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/)),
  venue: listOf(name),
  year: listOf(years),
  sort: fc.constantFrom(...SORTS),
  page: fc.integer({ min: 1, max: MAX_PAGE }),
});

const anyState: fc.Arbitrary<SearchState> = fc.record({
  q: fc.string({ unit: 'binary' }),
  author: fc.array(fc.string({ unit: 'binary' })),
  has: fc.array(fc.string()),
  kind: fc.array(fc.constantFrom(...KINDS)),
  topic: fc.array(fc.string()),
  venue: fc.array(fc.string({ unit: 'binary' })),
  year: fc.array(fc.string()),
  sort: fc.constantFrom(...SORTS),
  page: fc.oneof(fc.integer(), fc.double()),
});

const anyQuery = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.webQueryParameters(),
  fc
    .array(
      fc.tuple(
        fc.constantFrom('author', 'has', 'kind', 'page', 'q', 'sort', 'topic', 'venue', 'year'),
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'survey', '2', 'new')),
      ),
    )
    .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
);

describe('readState and writeState', () => {
  test('a valid state comes back from its address as it was', () => {
    fc.assert(
      fc.property(validState, (state) => {
        expect(readState(writeState(state))).toEqual(state);
        expect(readState(`?${writeState(state)}`)).toEqual(state);
      }),
    );
  });

  test('writing what was read from any text reads as the same state and writes the same again', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const address = writeState(readState(query));
        expect(readState(address)).toEqual(readState(query));
        expect(writeState(readState(address))).toBe(address);
      }),
    );
  });

  test('any state, valid or not, has one address that reading keeps', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const address = writeState(state);
        expect(writeState(readState(address))).toBe(address);
      }),
    );
  });
});

describe('writeState', () => {
  test('leaves defaults out', () => {
    expect(writeState(EMPTY_STATE)).toBe('');
  });

  test('sorts keys and values and repeats the key of a list', () => {
    const state: SearchState = {
      year: ['2024', '2020..2022'],
      venue: ['MLSys'],
      topic: ['npu', 'gpu'],
      sort: 'new',
      q: 'kv cache',
      page: 2,
      kind: ['survey'],
      has: ['code'],
      author: ['Ada Lovelace'],
    };
    expect(writeState(state)).toBe(
      'author=Ada+Lovelace&has=code&kind=survey&page=2&q=kv+cache&sort=new' +
        '&topic=gpu&topic=npu&venue=MLSys&year=2020..2022&year=2024',
    );
  });
});

describe('readState', () => {
  test.each([
    ['q=++kv%0Acache++', { q: 'kv cache' }],
    ['q=%00%1Fx', { q: 'x' }],
    ['q=first&q=second', { q: 'first' }],
    [`q=${'x'.repeat(MAX_QUERY_LENGTH)}`, { q: 'x'.repeat(MAX_QUERY_LENGTH) }],
    [`q=${'x'.repeat(MAX_QUERY_LENGTH + 1)}`, {}],
    [`author=${'x'.repeat(MAX_VALUE_LENGTH + 1)}&author=Y`, { author: ['Y'] }],
    ['kind=survey&kind=nonsense&kind=survey', { kind: ['survey'] }],
    ['kind=__proto__&has=constructor&sort=toString', {}],
    ['__proto__=x&constructor=y', {}],
    ['topic=Not+An+Id&topic=../x&topic=npu', { topic: ['npu'] }],
    ['year=2024..2020&year=20&year=2020..2020', { year: ['2020'] }],
    [`page=0`, {}],
    ['page=2.5', {}],
    [`page=${MAX_PAGE}`, { page: MAX_PAGE }],
    [`page=${MAX_PAGE + 1}`, {}],
    ['page=1e2', {}],
    ['sort=new&sort=title', { sort: 'new' }],
    ['Q=upper+case', {}],
    ['q=%E0%A4%A', { q: '\u{FFFD}%A' }],
  ])('%s', (query, expected) => {
    expect(readState(query)).toEqual({ ...EMPTY_STATE, ...expected });
  });

  test('keeps the first values of a list that is too long', () => {
    const query = Array.from({ length: 50 }, (_, at) => `topic=t${at}`).join('&');
    const { topic } = readState(query);
    expect(topic).toHaveLength(MAX_VALUES);
    expect(topic).toContain('t0');
    expect(topic).not.toContain('t20');
  });
});
