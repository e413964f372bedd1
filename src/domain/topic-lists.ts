import type { Catalog, Neighbour } from './catalog.ts';
import type { Paper } from './paper.ts';
import { splitByYear, type Part } from './partition.ts';
import type { Topic } from './topic.ts';

export const NO_TOPIC_ID = 'no-topic-yet';
export const NO_TOPIC_NAME = 'No topic yet';

/** A list of papers below `/topics/`: those of a topic, or those that have none yet. */
export type TopicList = {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  /** missing for the papers without one */
  readonly topic?: Topic;
  readonly papers: readonly Paper[];
  readonly neighbours: readonly Neighbour[];
};

/** The lists that have a page: every topic, and the papers without one when there are any; none without topics. */
export const topicLists = (catalog: Catalog): readonly TopicList[] => {
  if (catalog.topics.length === 0) return [];
  const lists = catalog.topics.map((topic) => ({
    id: topic.id,
    name: topic.name,
    summary: topic.summary,
    topic,
    papers: catalog.papersByTopic.get(topic.id) ?? [],
    neighbours: catalog.neighboursByTopic.get(topic.id) ?? [],
  }));
  const { papersWithoutTopic: papers } = catalog;
  if (papers.length === 0) return lists;
  const summary = 'Papers that nobody has given a topic yet.';
  return [...lists, { id: NO_TOPIC_ID, name: NO_TOPIC_NAME, summary, papers, neighbours: [] }];
};

/**
 * How much of a topic one page shows, in papers without authors: each brings a record for reference managers
 * along, which names all its authors.
 */
export const MAX_TOPIC_WEIGHT = 46;
const AUTHORS_AS_A_PAPER = 20;

export const weighInTopic = ({ authors = [] }: Paper): number =>
  1 + authors.length / AUTHORS_AS_A_PAPER;

export const splitTopicList = ({ papers }: TopicList): Part<Paper> =>
  splitByYear(papers, { most: MAX_TOPIC_WEIGHT, weigh: weighInTopic });

/** The topics of some papers, those of most papers first, then in their own order. */
export const countTopics = (
  papers: readonly Paper[],
  { topics }: Pick<Catalog, 'topics'>,
): readonly { readonly topic: Topic; readonly count: number }[] =>
  topics
    .map((topic) => ({
      topic,
      count: papers.filter((paper) => paper.topics?.includes(topic.id)).length,
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);

/** Why a paper stands where it does in the list of a topic, when that is not plain. */
export const guestNote = (
  paper: Paper,
  { topic }: TopicList,
  catalog: Catalog,
): string | undefined => {
  const [primary] = paper.topics ?? [];
  if (topic === undefined || primary === undefined || primary === topic.id) return undefined;
  return `mainly ${catalog.topicById.get(primary)?.name ?? primary}`;
};
