import type { KnownAuthor } from './authors-file.ts';
import type { Concept } from './concept.ts';
import type { PaperId, TopicId } from './fields.ts';
import type { Paper } from './paper.ts';
import { sectionsOf, type Sections } from './sections.ts';
import type { SiteSettings } from './site-settings.ts';
import { sortKey } from './sort-key.ts';
import type { Topic } from './topic.ts';

/** Everything that a content folder says, read and judged, in no particular order. */
export type Collection = {
  readonly site: SiteSettings;
  readonly papers: readonly Paper[];
  readonly topics: readonly Topic[];
  readonly concepts: readonly Concept[];
  /** people of whom more is known than papers tell */
  readonly knownAuthors?: readonly KnownAuthor[] | undefined;
};

/** The settings, and which ways to browse there are: all that a page needs for its frame. */
export type PublishedSite = SiteSettings & { readonly sections: Sections };

/** The collection as pages and commands ask for it. Every list has one order; nothing is computed twice. */
export type Catalog = {
  readonly site: PublishedSite;
  /** all that readers may find, by title, then id: withdrawn papers are not among them */
  readonly papers: readonly Paper[];
  /** notices: their addresses stay */
  readonly withdrawn: readonly Paper[];
  /** listed and withdrawn */
  readonly paperById: ReadonlyMap<PaperId, Paper>;
  /** by order, then id */
  readonly topics: readonly Topic[];
  readonly topicById: ReadonlyMap<TopicId, Topic>;
  /** listed papers of each topic, surveys first, then those for which it is the primary topic, then by title */
  readonly papersByTopic: ReadonlyMap<TopicId, readonly Paper[]>;
  /** listed papers without a topic, by title */
  readonly papersWithoutTopic: readonly Paper[];
  /** other topics that share papers with a topic, the most shared first */
  readonly neighboursByTopic: ReadonlyMap<TopicId, readonly Neighbour[]>;
  /** former id to the id of the paper that has it among its aliases */
  readonly redirects: ReadonlyMap<PaperId, PaperId>;
  /** by name, then id */
  readonly concepts: readonly Concept[];
  readonly knownAuthors: readonly KnownAuthor[];
};

export type Neighbour = { readonly topic: Topic; readonly shared: number };

type Order<T> = (a: T, b: T) => number;

const byId: Order<{ id: string }> = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Orders papers by title, then id. Sort keys are made once, for a sort compares each many times. */
const sortByTitle = (papers: readonly Paper[]): readonly Paper[] =>
  papers
    .map((paper) => ({ paper, id: paper.id, key: sortKey(paper.title) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : byId(a, b)))
    .map(({ paper }) => paper);

/** 0 for a survey, 1 for a paper at home in the topic, 2 for a guest: the order of a topic page. */
const placeInTopic = (paper: Paper, topic: TopicId): number =>
  paper.kind === 'survey' ? 0 : paper.topics?.[0] === topic ? 1 : 2;

const groupByTopic = (
  topics: readonly Topic[],
  papers: readonly Paper[],
): ReadonlyMap<TopicId, readonly Paper[]> => {
  const groups = new Map<TopicId, Paper[]>(topics.map(({ id }) => [id, []]));
  for (const paper of papers) for (const id of paper.topics ?? []) groups.get(id)?.push(paper);
  return new Map(
    [...groups].map(([id, group]) => [
      id,
      group.toSorted((a, b) => placeInTopic(a, id) - placeInTopic(b, id)),
    ]),
  );
};

const neighboursOf = (
  topic: Topic,
  papers: readonly Paper[],
  topics: readonly Topic[],
): readonly Neighbour[] => {
  const shared = new Map<TopicId, number>();
  for (const paper of papers)
    for (const id of paper.topics ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
  return topics
    .filter(({ id }) => id !== topic.id && shared.has(id))
    .map((other) => ({ topic: other, shared: shared.get(other.id) ?? 0 }))
    .toSorted(
      (a, b) => b.shared - a.shared || a.topic.order - b.topic.order || byId(a.topic, b.topic),
    );
};

/** Indexes a collection whose references are sound (`checkCollection` has no errors). */
export const buildCatalog = (collection: Collection): Catalog => {
  const sorted = sortByTitle(collection.papers);
  const papers = sorted.filter(({ withdrawn }) => withdrawn === undefined);
  const topics = collection.topics.toSorted((a, b) => a.order - b.order || byId(a, b));
  const papersByTopic = groupByTopic(topics, papers);
  return {
    site: { ...collection.site, sections: sectionsOf({ ...collection, papers }) },
    papers,
    withdrawn: sorted.filter(({ withdrawn }) => withdrawn !== undefined),
    paperById: new Map(sorted.map((paper) => [paper.id, paper])),
    topics,
    topicById: new Map(topics.map((topic) => [topic.id, topic])),
    papersByTopic,
    papersWithoutTopic: papers.filter((paper) => (paper.topics ?? []).length === 0),
    neighboursByTopic: new Map(
      topics.map((topic) => [
        topic.id,
        neighboursOf(topic, papersByTopic.get(topic.id) ?? [], topics),
      ]),
    ),
    redirects: new Map(
      sorted.flatMap((paper) => (paper.aliases ?? []).map((alias) => [alias, paper.id] as const)),
    ),
    concepts: collection.concepts.toSorted((a, b) =>
      a.name < b.name ? -1 : a.name > b.name ? 1 : byId(a, b),
    ),
    knownAuthors: collection.knownAuthors ?? [],
  };
};
