import { expect, test } from 'vitest';
import { countTags, EVERYTHING, filterList } from './reading-list-view.ts';
import { newItem } from './reading-list.ts';

const list = [
  { ...newItem('kilns', 'Kilns at night'), note: 'Read on the train', tags: ['clay'] },
  { ...newItem('bees', 'Émile’s bees'), isRead: true, tags: ['clay', 'PhD'] },
  newItem('tides', 'Tides'),
];

const idsFor = (filter: Partial<typeof EVERYTHING>) =>
  filterList(list, { ...EVERYTHING, ...filter }, ({ title }) => title).map(({ id }) => id);

test.each([
  [{}, ['kilns', 'bees', 'tides']],
  [{ words: 'emile' }, ['bees']],
  [{ words: 'TRAIN, night' }, ['kilns']],
  [{ words: 'phd' }, ['bees']],
  [{ words: 'night bees' }, []],
  [{ words: ' – ' }, ['kilns', 'bees', 'tides']],
  [{ tag: 'clay' }, ['kilns', 'bees']],
  [{ tag: 'cla' }, []],
  [{ onlyUnread: true }, ['kilns', 'tides']],
  [{ onlyUnread: true, tag: 'clay' }, ['kilns']],
])('%j shows %j', (filter, ids) => {
  expect(idsFor(filter)).toEqual(ids);
});

test('tags are counted by name', () => {
  expect(countTags(list)).toEqual([
    { tag: 'PhD', count: 1 },
    { tag: 'clay', count: 2 },
  ]);
});
