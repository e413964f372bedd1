import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperIdSchema } from '../domain/fields.ts';
import { formatLedger, hashField, IMPORTED_FIELDS, readLedger, type LedgerLine } from './ledger.ts';

const line = (id: string, more: Partial<LedgerLine> = {}): LedgerLine => ({
  id: paperIdSchema.parse(id),
  source: 'dump.txt',
  key: `title:${id}`,
  fields: { title: '0123456789abcdef' },
  removed: false,
  ...more,
});

const hash = fc.stringMatching(/^[0-9a-f]{16}$/);
const anyLine = fc.record({
  id: fc
    .stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/)
    .map((id) => paperIdSchema.parse(id)),
  source: fc.stringMatching(/^[^\p{Cc}\u2028\u2029]*\S[^\p{Cc}\u2028\u2029]*$/u),
  key: fc.string({ unit: 'grapheme', minLength: 1 }).map((key) => `title:${key}`),
  fields: fc.dictionary(fc.constantFrom(...IMPORTED_FIELDS), hash),
  removed: fc.boolean(),
});
const anyLedger = fc
  .uniqueArray(anyLine, { selector: ({ id }) => id })
  .map((lines) => lines.map((one, index) => ({ ...one, key: `${one.key}${index}` })));

describe('the file', () => {
  test('has one line a paper, by id, fields in one order', () => {
    const fields = { abstract: 'f'.repeat(16), title: '0'.repeat(16) };
    expect(formatLedger([line('b', { removed: true }), line('a', { fields })])).toBe(
      '{"id":"a","source":"dump.txt","key":"title:a","fields":{"title":"0000000000000000","abstract":"ffffffffffffffff"},"removed":false}\n' +
        '{"id":"b","source":"dump.txt","key":"title:b","fields":{"title":"0123456789abcdef"},"removed":true}\n',
    );
  });

  test('says what was written, in whatever order', () => {
    fc.assert(
      fc.property(anyLedger, (lines) => {
        const text = formatLedger(lines);
        const { lines: read, problems } = readLedger(text, 'ledger.jsonl');
        expect(problems).toEqual([]);
        expect(new Set(read)).toEqual(new Set(lines));
        expect(formatLedger(lines.toReversed())).toBe(text);
      }),
    );
  });

  test('is empty before the first ingest', () => {
    expect(readLedger('', 'ledger.jsonl')).toEqual({ lines: [], problems: [] });
    expect(formatLedger([])).toBe('');
  });
});

describe('damage', () => {
  const good = formatLedger([line('a')]).trim();
  const change = (part: object): string => JSON.stringify({ ...line('a'), ...part });

  test.each([
    ['half a line', good.slice(0, 40)],
    ['no object', '[]'],
    ['a field too many', change({ note: 'x' })],
    ['a field too few', change({ removed: undefined })],
    ['an id that is none', change({ id: 'A b' })],
    ['a key that is none', change({ key: 'a' })],
    ['a hash that is none', change({ fields: { title: 'xyz' } })],
    ['a field that is not imported', change({ fields: { topics: '0123456789abcdef' } })],
    ['a conflict marker', '<<<<<<< HEAD'],
    ['an id again', change({ key: 'title:other' })],
    ['a key again', change({ id: 'b' })],
  ])('is an error with its line: %s', (_, bad) => {
    const { problems } = readLedger(`${good}\n${bad}\n`, 'content/ledger.jsonl');
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems)
      expect(problem).toMatchObject({ severity: 'error', file: 'content/ledger.jsonl', line: 2 });
  });
});

describe('hashes', () => {
  test.each([
    ['a  b', 'a b'],
    ['a b\r\n\r\nc ', 'a b\n\nc'],
    [
      { name: 'a', volume: '1' },
      { volume: '1', name: 'a' },
    ],
  ])('are the same for %j and %j', (one, other) => {
    expect(hashField(one)).toBe(hashField(other));
  });

  test.each([
    ['a b', 'ab'],
    ['a b', 'A b'],
    ['a\n\nb', 'a b'],
    [
      [{ name: 'a' }, { name: 'b' }],
      [{ name: 'b' }, { name: 'a' }],
    ],
  ])('differ for %j and %j', (one, other) => {
    expect(hashField(one)).not.toBe(hashField(other));
  });

  test.each([undefined, ''])('are none for %j', (nothing) => {
    expect(hashField(nothing)).toBeUndefined();
  });
});
