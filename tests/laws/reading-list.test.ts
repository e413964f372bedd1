import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyItem, anyList } from './list-arbitraries.ts';
import {
  addItem,
  mergeItems,
  newItem,
  readList,
  readListText,
  removeItem,
  toNote,
  toTags,
  uniteItems,
  writeList,
} from '../../src/domain/reading-list.ts';

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('a list', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        expect(readListText(writeList(list))).toEqual({ type: 'list', list, damaged: 0 });
      }),
    );
  });

  test('can be read whatever it is, and what was read is written whole', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.array(fc.anything()),
          fc.array(fc.record({ id: fc.string(), note: fc.anything(), tags: fc.anything() })),
          fc.record({
            paperlight: fc.constant('reading list'),
            version: fc.oneof(fc.constant(1), fc.anything()),
            items: fc.oneof(fc.anything(), fc.array(fc.oneof(anyItem, fc.anything()))),
          }),
        ),
        (value) => {
          const reading = readList(value);
          if (reading.type !== 'list') return;
          expect(new Set(idsOf(reading.list)).size).toBe(reading.list.length);
          expect(readListText(writeList(reading.list))).toMatchObject({
            list: reading.list,
            damaged: 0,
          });
        },
      ),
    );
  });

  test('never makes reading a text throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['list', 'newer', 'none']).toContain(readListText(text).type);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['half a file', writeList([newItem('a')]).slice(0, -5)],
    ['something else', '{"version":1,"items":[]}'],
    ['no items', '{"paperlight":"reading list","version":1}'],
    ['a number', '7'],
  ])('is not %s', (_, text) => {
    expect(readListText(text)).toEqual({ type: 'none' });
  });

  test('of a later version is left alone', () => {
    expect(readList({ paperlight: 'reading list', version: 2, items: [] })).toEqual({
      type: 'newer',
    });
  });

  test('keeps its sound entries and counts the others', () => {
    const items = [
      { id: 'a', note: 'mine' },
      { id: 'NO ID' },
      null,
      { id: 'b', tags: 'no list' },
      'c',
    ];
    const reading = readList({ paperlight: 'reading list', version: 1, items });
    expect(reading).toMatchObject({
      damaged: 4,
      list: [
        { id: 'a', note: 'mine' },
        { id: 'b', tags: [] },
      ],
    });
  });

  test('can be CSL-JSON', () => {
    const reading = readList([
      { id: 'a', type: 'book', title: 'A', author: [{ literal: 'N. N.' }] },
    ]);
    expect(reading).toEqual({ type: 'list', damaged: 0, list: [newItem('a', 'A')] });
  });

  test('has each paper once, whatever is added, and no trace of what was removed', () => {
    fc.assert(
      fc.property(anyList, anyItem, (list, item) => {
        const added = addItem(item)(list);
        expect(new Set(idsOf(added)).size).toBe(added.length);
        expect(idsOf(added)).toContain(item.id);
        expect(addItem(item)(added)).toEqual(added);
        expect(removeItem(item.id)(added)).toEqual(list.filter(({ id }) => id !== item.id));
      }),
    );
  });
});

describe('two accounts of one paper', () => {
  test('become one that has the lines, tags, marks and the first day of both', () => {
    const a = { ...newItem('a', '', '2025-02-01'), note: 'one\ntwo', tags: ['x', 'y'] };
    const b = {
      ...newItem('a', 'A', '2024-12-31'),
      note: 'two\nthree',
      tags: ['z', 'x'],
      isRead: true,
    };
    expect(mergeItems(a, b)).toEqual({
      id: 'a',
      title: 'A',
      note: 'one\ntwo\nthree',
      tags: ['x', 'y', 'z'],
      isRead: true,
      added: '2024-12-31',
    });
  });

  test('stay as they are when the other says nothing', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        expect(mergeItems(item, newItem(item.id))).toEqual(item);
        expect(mergeItems(newItem(item.id), item)).toEqual(item);
      }),
    );
  });

  test('in one list are found out', () => {
    const list = uniteItems([
      { ...newItem('a'), note: 'x' },
      newItem('b'),
      { ...newItem('a'), note: 'y' },
    ]);
    expect(list.map(({ id, note }) => [id, note])).toEqual([
      ['a', 'x\ny'],
      ['b', ''],
    ]);
  });
});

test('notes and tags are cleaned once and for all', () => {
  expect(toNote(' a\r\n\tb\u0000\n')).toBe('a\n b');
  expect(toTags(['x, y', ' x ', '', ',', 'a\nb'])).toEqual(['x', 'y', 'a b']);
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'binary' })),
      (text, tags) => {
        expect(toNote(toNote(text))).toBe(toNote(text));
        expect(toTags(toTags(tags))).toEqual(toTags(tags));
      },
    ),
  );
});
