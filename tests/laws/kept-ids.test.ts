import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readListText, writeList } from '../../src/domain/reading-list.ts';
import { anyList } from './list-arbitraries.ts';
import { idsIn } from '../../src/elements/list/kept-ids.ts';

const idsOfReading = (text: string): readonly string[] => {
  const reading = readListText(text);
  return reading.type === 'list' ? reading.list.map(({ id }) => id) : [];
};

it('finds the ids that the list itself has', () => {
  fc.assert(
    fc.property(anyList, (list) => {
      const text = writeList(list);
      expect([...idsIn(text)]).toEqual(list.map(({ id }) => id));
      expect([...idsIn(text)]).toEqual(idsOfReading(text));
    }),
  );
});

it.each([
  '[{"id":"a"},{"id":"b"}]',
  '{"paperlight":"reading list","version":1,"items":[{"id":"a"},{"id":"A b"},7,null,{"id":9},{"id":"a"}]}',
  '{"paperlight":"reading list","version":1,"items":7}',
  'null',
  '7',
  '{}',
])('finds what can be read in %s', (text) => {
  expect([...idsIn(text)]).toEqual(idsOfReading(text));
});
