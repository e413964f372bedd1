import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCatalog, type Collection } from './catalog.ts';
import { sortKey } from './sort-key.ts';
import { KINDS, type Paper } from './paper.ts';
import type { PaperId } from './fields.ts';
import { topicIdSchema, type Topic } from './topic.ts';

const TOPIC_IDS = ['bread', 'clocks', 'tides'].map((id) => topicIdSchema.parse(id));
const topics: readonly Topic[] = TOPIC_IDS.map((id, index) => ({
  id,
  name: id,
  summary: id,
  order: 30 - index,
  introduction: '',
}));

const anyPaper = (index: number): fc.Arbitrary<Paper> =>
  fc.record({
    id: fc.constant(`p${index}` as PaperId),
    abstract: fc.constant(''),
    title: fc.constantFrom('Ärmel', 'armel', 'Zoo', 'a zoo', 'É!', '漢字'),
    topics: fc.subarray(TOPIC_IDS),
    kind: fc.option(fc.constantFrom(...KINDS), { nil: undefined }),
    withdrawn: fc.option(fc.constant('by its authors'), { nil: undefined, freq: 5 }),
    aliases: fc.constant([`old-p${index}` as PaperId]),
  });

const anyCollection: fc.Arbitrary<Collection> = fc
  .nat({ max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyPaper(index))))
  .map((papers) => ({
    site: {
      schema: 1,
      title: 'T',
      description: 'D',
      language: 'en',
      cards: 'auto',
      welcome: '',
    },
    papers,
    topics,
    concepts: [],
  }));

test('a catalog does not depend on the order in which entries were read', () => {
  fc.assert(
    fc.property(anyCollection, (collection) => {
      const reversed: Collection = {
        ...collection,
        papers: collection.papers.toReversed(),
        topics: collection.topics.toReversed(),
      };
      expect(buildCatalog(reversed)).toEqual(buildCatalog(collection));
    }),
  );
});

test('every paper is either listed or a notice, and its addresses lead to it', () => {
  fc.assert(
    fc.property(anyCollection, (collection) => {
      const catalog = buildCatalog(collection);
      const ids = [...catalog.papers, ...catalog.withdrawn].map(({ id }) => id).toSorted();
      expect(ids).toEqual(collection.papers.map(({ id }) => id).toSorted());
      for (const { id } of collection.papers) {
        expect(catalog.paperById.get(id)?.id).toBe(id);
        expect(catalog.redirects.get(`old-${id}` as PaperId)).toBe(id);
      }
    }),
  );
});

test('topic lists hold the listed papers of the topic, surveys first, papers at home before guests', () => {
  fc.assert(
    fc.property(anyCollection, (collection) => {
      const { papers, papersByTopic, papersWithoutTopic } = buildCatalog(collection);
      for (const [topic, list] of papersByTopic) {
        expect(new Set(list)).toEqual(
          new Set(papers.filter((paper) => paper.topics?.includes(topic))),
        );
        const places = list.map((paper) =>
          paper.kind === 'survey' ? 0 : paper.topics?.[0] === topic ? 1 : 2,
        );
        expect(places).toEqual(places.toSorted());
      }
      expect(papersWithoutTopic).toEqual(papers.filter((paper) => paper.topics?.length === 0));
    }),
  );
});

test('two topics are neighbours of each other by the papers they share', () => {
  fc.assert(
    fc.property(anyCollection, (collection) => {
      const { papers, neighboursByTopic } = buildCatalog(collection);
      for (const [id, neighbours] of neighboursByTopic)
        for (const { topic, shared } of neighbours) {
          const both = papers.filter(
            (paper) => paper.topics?.includes(id) && paper.topics.includes(topic.id),
          );
          expect(shared).toBe(both.length);
          expect(
            neighboursByTopic.get(topic.id)?.find((other) => other.topic.id === id)?.shared,
          ).toBe(shared);
        }
    }),
  );
});

test.each([
  ['“Ärmel” — und ÉTÉ', 'armel und ete'],
  ['  C++ & FPGA-based  ', 'c fpga based'],
  ['漢字 2', '漢字 2'],
])('sortKey(%j) is %j', (title, key) => {
  expect(sortKey(title)).toBe(key);
});
