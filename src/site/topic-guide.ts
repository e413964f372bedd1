import type { Catalog } from '../domain/catalog.ts';
import type { Paper } from '../domain/paper.ts';
import { startHere } from '../domain/start-here.ts';
import { groupPapers, type PaperGroup } from '../domain/topic-groups.ts';
import type { TopicList } from '../domain/topic-lists.ts';
import { layOutNeighbours, type Diagram, type SharedCount } from '../domain/topic-diagram.ts';
import { loadCatalog } from './catalog.ts';
import { loadRelations } from './related.ts';

/** What guides readers through the papers of a topic. */
export type TopicGuide = {
  /** where to begin */
  readonly start: readonly Paper[];
  /** papers that are alike */
  readonly groups: readonly PaperGroup[];
  /** the topics around it */
  readonly diagram: Diagram | undefined;
};

const sharedIn =
  ({ neighboursByTopic }: Catalog): SharedCount =>
  (a, b) =>
    neighboursByTopic.get(a)?.find(({ topic }) => topic.id === b)?.shared ?? 0;

const makeGuide = async ({ topic, papers, neighbours }: TopicList): Promise<TopicGuide> => {
  const relations = await loadRelations();
  const shared = sharedIn(await loadCatalog());
  return {
    start: topic === undefined ? [] : startHere(relations, topic.id, papers),
    groups: groupPapers(relations, papers, topic?.name),
    diagram: topic && layOutNeighbours(topic.id, neighbours, shared),
  };
};

const built = new Map<string, Promise<TopicGuide>>();

/** The guide to a list of papers: made once a build, for a long list has many pages. */
export const loadTopicGuide = (list: TopicList): Promise<TopicGuide> => {
  if (import.meta.env.DEV) return makeGuide(list);
  const guide = built.get(list.id) ?? makeGuide(list);
  built.set(list.id, guide);
  return guide;
};
