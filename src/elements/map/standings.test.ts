import { expect, test } from 'vitest';
import { standingsOf } from './standings.ts';

const at = { x: 0, y: 0 };
const map = {
  topics: ['a', 'b'].map((id) => ({ id, name: id, count: 1, at })),
  topicOf: [0, 1, 0],
};

test('all points are plain when nothing is asked for', () => {
  expect(standingsOf(map, [], undefined)).toEqual(['plain', 'plain', 'plain']);
});

test('points of other topics step back, and so do points that were not found', () => {
  const found = { points: new Set([0, 1]), isLoosened: false, isTitlesOnly: false };
  expect(standingsOf(map, ['a'], undefined)).toEqual(['plain', 'dim', 'plain']);
  expect(standingsOf(map, [], found)).toEqual(['found', 'found', 'dim']);
  expect(standingsOf(map, ['a'], found)).toEqual(['found', 'dim', 'dim']);
});

test('a search that failed hides nothing', () => {
  expect(standingsOf(map, [], { reason: 'no network' })).toEqual(['plain', 'plain', 'plain']);
});
