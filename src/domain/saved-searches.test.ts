import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countSearch,
  freshOf,
  lookAtSearch,
  MAX_NAME_LENGTH,
  MAX_SEARCHES,
  readSearches,
  removeSearch,
  renameSearch,
  restoreSearch,
  saveSearch,
  toMarks,
  toName,
  writeSearches,
  type SavedSearch,
  type SavedSearches,
  type SearchEdit,
} from './saved-searches.ts';

const same = (query: string): string => query;
const read = (text: string) => readSearches(text, same);
const listIn = (text: string): SavedSearches => {
  const reading = read(text);
  if (reading.type !== 'list') throw new Error(`No list: ${reading.type}`);
  return reading.list;
};

const search = (to: string, fields: Partial<SavedSearch> = {}): SavedSearch => ({
  to,
  name: '',
  ...fields,
});
const toPapers = (ids: readonly string[]) => ids.map((id) => ({ id }));
const change = (to: string, edit: SearchEdit, ...all: SavedSearches): SavedSearch | undefined =>
  edit(all).find((one) => one.to === to);

const anyId = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}$/);
const anyIds = fc.uniqueArray(anyId, { maxLength: 40 });
const anySearch: fc.Arbitrary<SavedSearch> = fc
  .record(
    {
      to: fc.stringMatching(/^q=[a-z]{1,4}$/),
      name: fc.string({ unit: 'grapheme', maxLength: 20 }).map(toName),
      seen: anyIds.map(toMarks),
      looked: fc.constantFrom('2026-11-12', '2025-01-31'),
    },
    { requiredKeys: ['to', 'name'] },
  )
  .chain((one) =>
    one.seen === undefined
      ? fc.constant(one)
      : fc
          .record({
            counted: fc.record({ index: fc.webPath(), fresh: fc.nat(9) }),
          })
          .map((counted) => ({ ...one, ...counted })),
  );
const anySearches = fc.uniqueArray(anySearch, { selector: ({ to }) => to, maxLength: 8 });

describe('what is new', () => {
  test('is what was not found before, in the order given', () => {
    fc.assert(
      fc.property(anyIds, anyIds, (before, now) => {
        const fresh = freshOf(toPapers(now), { seen: toMarks(before) });
        expect(fresh.map(({ id }) => id)).toEqual(now.filter((id) => !before.includes(id)));
      }),
    );
  });

  test('is nothing before the first count', () => {
    expect(freshOf(toPapers(['a', 'b']), {})).toEqual([]);
  });

  test('does not depend on the order in which papers were found', () => {
    fc.assert(
      fc.property(anyIds, (ids) => {
        expect(toMarks(ids.toReversed())).toBe(toMarks(ids));
      }),
    );
  });

  test('is told apart among ten thousand papers, in far less room than their ids take', () => {
    const ids = Array.from({ length: 10_000 }, (_, at) => `a-paper-of-such-a-long-title-${at}`);
    const marks = toMarks(ids);
    expect(marks.length).toBeLessThanOrEqual(70_000);
    const others = Array.from({ length: 10_000 }, (_, at) => `another-paper-${at}`);
    const fresh = freshOf(toPapers([...ids, ...others]), { seen: marks });
    expect(fresh.length).toBeGreaterThanOrEqual(others.length - 1);
    expect(fresh.every(({ id }) => id.startsWith('another'))).toBe(true);
  });
});

describe('a saved search', () => {
  const look = { day: '2026-11-23', index: '/i.json' };

  test('counts from the day on which it was first counted', () => {
    expect(change('q=a', countSearch('q=a', ['x', 'y'], look), search('q=a'))).toEqual(
      search('q=a', {
        seen: toMarks(['x', 'y']),
        looked: '2026-11-23',
        counted: { index: '/i.json', fresh: 0 },
      }),
    );
  });

  test('keeps what was seen and when, however often it is counted, until somebody looks', () => {
    const seen = toMarks(['x', 'gone']);
    const before = search('q=a', { seen, looked: '2026-11-12' });
    const ids = ['x', 'y', 'z'];
    const counted = change('q=a', countSearch('q=a', ids, look), before);
    expect(counted).toEqual({ ...before, counted: { index: '/i.json', fresh: 2 } });
    expect(change('q=a', countSearch('q=a', ids, look), counted ?? before)).toEqual(counted);
    expect(
      change('q=a', lookAtSearch('q=a', { ...look, marks: toMarks(ids) }), counted ?? before),
    ).toEqual(
      search('q=a', {
        seen: toMarks(ids),
        looked: '2026-11-23',
        counted: { index: '/i.json', fresh: 0 },
      }),
    );
  });

  test('is saved once, and of too many no more', () => {
    const twice = saveSearch(search('q=a', { name: 'other' }))([search('q=a')]);
    expect(twice).toEqual([search('q=a')]);
    const most = Array.from({ length: MAX_SEARCHES }, (_, at) => search(`q=${at}`));
    expect(saveSearch(search('q=a'))(most)).toBe(most);
  });

  test('has a name of one line that is not too long', () => {
    expect(change('q=a', renameSearch('q=a', ' two\nlines\u0000 '), search('q=a'))?.name).toBe(
      'two lines',
    );
    expect(toName('x'.repeat(500)).length).toBe(MAX_NAME_LENGTH);
  });

  test('comes back where it stood, as it was', () => {
    fc.assert(
      fc.property(anySearches, fc.nat(), (all, pick) => {
        const at = all.length === 0 ? 0 : pick % all.length;
        const one = all[at];
        if (one === undefined) return;
        expect(restoreSearch(one, at)(removeSearch(one.to)(all))).toEqual(all);
        expect(restoreSearch(one, at)(all)).toBe(all);
      }),
    );
  });
});

test('an edit leaves all other searches as they are', () => {
  const anyEdit: fc.Arbitrary<(to: string) => SearchEdit> = fc.constantFrom(
    (to: string) => removeSearch(to),
    (to: string) => renameSearch(to, 'new'),
    (to: string) => countSearch(to, ['a'], { day: '2026-11-23', index: 'i' }),
    (to: string) => lookAtSearch(to, { marks: '', day: '2026-11-23', index: 'i' }),
  );
  fc.assert(
    fc.property(anySearches, fc.stringMatching(/^q=[a-z]{1,2}$/), anyEdit, (all, to, edit) => {
      const others = (list: SavedSearches) => list.filter((one) => one.to !== to);
      expect(others(edit(to)(all))).toEqual(others(all));
    }),
  );
});

describe('what a browser keeps', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(anySearches, (all) => {
        expect(read(writeSearches(all))).toEqual({ type: 'list', list: all, damaged: 0 });
      }),
    );
  });

  test('may be anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(['list', 'none', 'newer']).toContain(read(text).type);
      }),
    );
  });

  test('gives only what can be kept, whoever wrote it', () => {
    const anyField = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('q=a', 'q=b', '0000abc', '2026-13-40', 'x'.repeat(30_000), '__proto__'),
    );
    const anyEntry = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom('to', 'name', 'seen', 'looked', 'counted'), anyField),
    );
    fc.assert(
      fc.property(fc.array(anyEntry), (searches) => {
        const text = JSON.stringify({ paperlight: 'saved searches', version: 1, searches });
        const list = listIn(text);
        expect(listIn(writeSearches(list))).toEqual(list);
        expect(new Set(list.map(({ to }) => to)).size).toBe(list.length);
        for (const { to, name, seen = '', counted } of list) {
          expect(to).not.toBe('');
          expect(name.length).toBeLessThanOrEqual(MAX_NAME_LENGTH);
          expect(seen).toMatch(/^(?:[0-9a-z]{7})*$/);
          expect(counted?.fresh ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  const stored = (...searches: readonly unknown[]) =>
    JSON.stringify({ paperlight: 'saved searches', version: 1, searches });

  test('says how much of it was no search', () => {
    expect(read(stored(search('q=a'), null, { to: 7 }, []))).toMatchObject({
      list: [{ to: 'q=a' }],
      damaged: 3,
    });
  });

  test('has each search once, by the one form of its address, and drops what asks for nothing', () => {
    const toAddress = (query: string) => (query === 'page=2' ? '' : query.replace('&page=2', ''));
    const text = stored(search('q=a&page=2'), search('q=a', { name: 'b' }), search('page=2'));
    expect(readSearches(text, toAddress)).toMatchObject({ list: [{ to: 'q=a', name: '' }] });
  });

  test('of a later version is left alone', () => {
    const text = JSON.stringify({ paperlight: 'saved searches', version: 2, searches: [] });
    expect(read(text).type).toBe('newer');
  });

  test('of something else is none', () => {
    for (const text of ['', '{}', '[]', 'null', '{"paperlight":"reading list","version":1}'])
      expect(read(text).type).toBe('none');
  });
});
