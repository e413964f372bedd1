import type { Catalog } from './catalog.ts';
import type { PaperId } from './fields.ts';
import type { Paper } from './paper.ts';
import type { Topic } from './topic.ts';

/** Where a paper stands in the list of its primary topic, or of the papers without one. */
export type Place = {
  readonly topic?: Topic;
  /** from 1 */
  readonly number: number;
  readonly total: number;
  readonly previous?: Paper;
  readonly next?: Paper;
};

const placesIn = (
  papers: readonly Paper[],
  topic?: Topic,
): readonly (readonly [PaperId, Place])[] =>
  papers.map((paper, at) => [
    paper.id,
    { topic, number: at + 1, total: papers.length, previous: papers[at - 1], next: papers[at + 1] },
  ]);

/** The place of every listed paper, made in one go for all pages. */
export const placesOf = (catalog: Catalog): ReadonlyMap<PaperId, Place> =>
  new Map([
    ...placesIn(catalog.papersWithoutTopic),
    ...catalog.topics.flatMap((topic) =>
      placesIn(catalog.papersByTopic.get(topic.id) ?? [], topic).filter(
        ([id]) => catalog.paperById.get(id)?.topics?.[0] === topic.id,
      ),
    ),
  ]);
