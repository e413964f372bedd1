import fc from 'fast-check';
import { toNote, toTags, uniteItems, type ListItem } from '../../src/domain/reading-list.ts';

/** Reading lists for laws: few ids, so that lists meet. */

export const anyId = fc.constantFrom('a', 'b', 'c-1', 'd', 'long-id-with-words', '2');

const anyWords = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', 'two\nlines', 'read this first', 'x', '\u202eright to left', '  spaced  '),
);

export const anyItem: fc.Arbitrary<ListItem> = fc
  .record(
    {
      id: anyId,
      title: fc.constantFrom('', 'A title', 'Ünïcode 🙂'),
      note: anyWords.map(toNote),
      tags: fc.array(anyWords, { maxLength: 3 }).map(toTags),
      isRead: fc.boolean(),
      added: fc.constantFrom('2024-02-29', '2025-11-30'),
    },
    { requiredKeys: ['id', 'title', 'note', 'tags', 'isRead'] },
  )
  .map((item) => item);

export const anyList = fc.array(anyItem, { maxLength: 8 }).map(uniteItems);
