import { expect, test } from 'vitest';
import { buildCatalog } from './catalog.ts';
import { paperIdSchema, topicIdSchema } from './fields.ts';
import type { Paper } from './paper.ts';
import { placesOf } from './reading-order.ts';

const paper = (title: string, topics: string[], kind?: 'survey'): Paper => ({
  id: paperIdSchema.parse(title),
  title,
  topics: topics.map((topic) => topicIdSchema.parse(topic)),
  abstract: '',
  ...(kind && { kind }),
});
const topic = (id: string, order: number) => ({
  id: topicIdSchema.parse(id),
  name: id,
  summary: id,
  order,
  introduction: '',
});

test('every paper has one place: in its primary topic, in that topic’s order', () => {
  const catalog = buildCatalog({
    site: { schema: 1, title: 'S', description: 'D', language: 'en', cards: 'auto', welcome: '' },
    papers: [
      paper('a', ['x']),
      paper('b', ['y', 'x']),
      paper('c', ['x'], 'survey'),
      paper('d', []),
      { ...paper('e', ['x']), withdrawn: 'wrong' },
    ],
    topics: [topic('x', 1), topic('y', 2)],
    concepts: [],
  });
  const told = [...placesOf(catalog)].map(([id, place]) => [
    id,
    `${place.topic?.id ?? 'none'} ${place.number}/${place.total}`,
    place.previous?.id,
    place.next?.id,
  ]);
  expect(told.toSorted()).toEqual([
    ['a', 'x 2/3', 'c', 'b'],
    ['b', 'y 1/1', undefined, undefined],
    ['c', 'x 1/3', undefined, 'a'],
    ['d', 'none 1/1', undefined, undefined],
  ]);
});
