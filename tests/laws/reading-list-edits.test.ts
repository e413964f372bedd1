import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyId, anyList } from './list-arbitraries.ts';
import {
  markItem,
  mergeLists,
  moveItem,
  noteItem,
  tagItem,
  updateItems,
} from '../../src/domain/reading-list-edits.ts';
import {
  newItem,
  removeItem,
  restoreItem,
  type ReadingList,
} from '../../src/domain/reading-list.ts';

const idsOf = (list: ReadingList) => list.map(({ id }) => id);
const isUnique = (list: ReadingList) => new Set(idsOf(list)).size === list.length;

/** What a list says, however it says it. */
const contentOf = (list: ReadingList) =>
  list
    .map(({ id, note, tags, isRead, added = '' }) => ({
      id,
      lines: [...new Set(note.split('\n').filter((line) => line.trim() !== ''))].sort(),
      tags: tags.toSorted(),
      isRead,
      added,
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('merging', () => {
  test('is idempotent, and it does not matter who merges with whom', () => {
    fc.assert(
      fc.property(anyList, anyList, anyList, (a, b, c) => {
        const both = mergeLists(b)(a);
        expect(mergeLists(b)(both)).toEqual(both);
        expect(mergeLists(a)(a)).toEqual(a);
        expect(contentOf(both)).toEqual(contentOf(mergeLists(a)(b)));
        expect(contentOf(mergeLists(c)(both))).toEqual(contentOf(mergeLists(mergeLists(c)(b))(a)));
      }),
    );
  });

  test('loses nothing and keeps my order', () => {
    fc.assert(
      fc.property(anyList, anyList, (mine, theirs) => {
        const merged = mergeLists(theirs)(mine);
        expect(isUnique(merged)).toBe(true);
        expect(idsOf(merged).slice(0, mine.length)).toEqual(idsOf(mine));
        for (const item of [...mine, ...theirs]) {
          const kept = merged.find(({ id }) => id === item.id)!;
          expect(kept.tags).toEqual(expect.arrayContaining([...item.tags]));
          const lines = item.note.split('\n').filter((line) => line.trim() !== '');
          expect(kept.note.split('\n')).toEqual(expect.arrayContaining(lines));
          expect(kept.isRead || !item.isRead).toBe(true);
        }
      }),
    );
  });
});

describe('an edit', () => {
  test('keeps every paper, once, whatever is moved, marked, noted or tagged', () => {
    fc.assert(
      fc.property(
        anyList,
        anyId,
        fc.integer({ min: -2, max: 12 }),
        fc.string(),
        (list, id, to, text) => {
          for (const edit of [
            moveItem(id, to),
            markItem(id, true),
            noteItem(id, text),
            tagItem(id, text),
          ])
            expect(idsOf(edit(list)).toSorted()).toEqual(idsOf(list).toSorted());
        },
      ),
    );
  });

  test('moves a paper to the place asked for, and the others keep their order', () => {
    fc.assert(
      fc.property(anyList, fc.nat(), fc.integer({ min: -2, max: 12 }), (list, which, to) => {
        const id = list[which % Math.max(1, list.length)]?.id ?? 'a';
        const moved = moveItem(id, to)(list);
        if (list.length > 0)
          expect(idsOf(moved).indexOf(id)).toBe(Math.min(Math.max(0, to), list.length - 1));
        expect(removeItem(id)(moved)).toEqual(removeItem(id)(list));
      }),
    );
  });

  test('undoes a removal', () => {
    fc.assert(
      fc.property(anyList, fc.nat(), (list, which) => {
        const at = which % Math.max(1, list.length);
        const item = list[at];
        if (item === undefined) return;
        const restored = restoreItem(item, at)(removeItem(item.id)(list));
        expect(restored).toEqual(list);
        expect(restoreItem(item, 0)(restored)).toEqual(list);
      }),
    );
  });

  test('sets note, tags and mark of one paper', () => {
    const list = [newItem('a'), newItem('b')];
    expect(noteItem('b', ' x\r\ny ')(list)[1]).toEqual({ ...newItem('b'), note: 'x\ny' });
    expect(tagItem('a', 'x, y,, x')(list)[0]).toEqual({ ...newItem('a'), tags: ['x', 'y'] });
    expect(markItem('a', true)(list)).toEqual([{ ...newItem('a'), isRead: true }, newItem('b')]);
  });
});

describe('papers with other ids today', () => {
  test('take them, and two that became one are merged where the first stood', () => {
    const list = [
      newItem('old', 'Old'),
      newItem('gone', 'Gone'),
      { ...newItem('new', 'New'), note: 'mine' },
    ];
    const titles = new Map([['new', 'Newer']]);
    const update = updateItems(new Map([['old', 'new']]), (id) => titles.get(id));
    expect(update(list)).toEqual([
      { ...newItem('new', 'Newer'), note: 'mine' },
      newItem('gone', 'Gone'),
    ]);
    expect(update(update(list))).toEqual(update(list));
  });
});
