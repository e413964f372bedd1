import { byText } from './by-text.ts';
import type { Catalog } from './catalog.ts';
import { sortKey } from './sort-key.ts';
import { linkConcepts, linkedOf, type ConceptLinks } from './concept-links.ts';
import { compileConcepts, type Mention, type MentionFinder } from './concept-mentions.ts';
import type { Concept } from './concept.ts';
import type { ConceptId, PaperId } from './fields.ts';
import type { Paper } from './paper.ts';
import { splitByYear, type Part } from './partition.ts';
import type { Topic } from './topic.ts';

/** A concept with everything that its page shows. */
export type ConceptEntry = ConceptLinks<Concept> & {
  readonly concept: Concept;
  /** listed papers that mention it, those that do in the title first, then by title */
  readonly papers: readonly Paper[];
  /** papers that have it in the title */
  readonly titled: ReadonlySet<PaperId>;
  readonly topics: readonly Topic[];
  /** other concepts in its papers that the glossary does not link to it, the closest first */
  readonly together: readonly Companion[];
};
export type Companion = { readonly concept: Concept; readonly shared: number };

/** The glossary and where the papers of a collection mention it. */
export type ConceptIndex = {
  /** by name */
  readonly entries: readonly ConceptEntry[];
  readonly entryById: ReadonlyMap<ConceptId, ConceptEntry>;
  /** of listed papers; those that mention none are missing */
  readonly mentionsByPaper: Mentions;
};

type Mentions = ReadonlyMap<PaperId, readonly Mention[]>;
type Found = { readonly titled: Set<PaperId>; readonly papers: Paper[] };
type Counts = ReadonlyMap<ConceptId, ReadonlyMap<ConceptId, number>>;

const MAX_TOGETHER = 10;
/** Two concepts that meet in one paper have met by chance. */
const MIN_SHARED = 2;
const NONE: Found = { titled: new Set(), papers: [] };

/** Orders concepts as an index does: no case, no accents, no signs. */
const sortByName = (concepts: readonly Concept[]): readonly Concept[] =>
  concepts
    .map((concept) => ({ concept, key: sortKey(concept.name) }))
    .toSorted((a, b) => byText(a.key, b.key) || byText(a.concept.id, b.concept.id))
    .map(({ concept }) => concept);

const findMentions = (papers: readonly Paper[], find: MentionFinder): Mentions => {
  const found = papers.map((paper) => [paper.id, find(paper)] as const);
  return new Map(found.filter(([, mentions]) => mentions.length > 0));
};

const groupByConcept = (
  papers: readonly Paper[],
  mentionsByPaper: Mentions,
): ReadonlyMap<ConceptId, Found> => {
  const groups = new Map<ConceptId, Found>();
  for (const paper of papers)
    for (const { concept, field } of mentionsByPaper.get(paper.id) ?? []) {
      const group = groups.get(concept) ?? { titled: new Set(), papers: [] };
      groups.set(concept, group);
      if (field === 'title') group.titled.add(paper.id);
      if (group.papers.at(-1) !== paper) group.papers.push(paper);
    }
  return groups;
};

const titledFirst = ({ papers, titled }: Found): readonly Paper[] => [
  ...papers.filter(({ id }) => titled.has(id)),
  ...papers.filter(({ id }) => !titled.has(id)),
];

/** In how many papers two concepts stand together. */
const countTogether = (mentionsByPaper: Mentions): Counts => {
  const counts = new Map<ConceptId, Map<ConceptId, number>>();
  for (const mentions of mentionsByPaper.values()) {
    const concepts = new Set(mentions.map(({ concept }) => concept));
    for (const one of concepts) {
      const others = counts.get(one) ?? new Map<ConceptId, number>();
      counts.set(one, others);
      for (const other of concepts)
        if (other !== one) others.set(other, (others.get(other) ?? 0) + 1);
    }
  }
  return counts;
};

/** Those that share most of their papers come first, by the cosine of the papers that two concepts have. */
const closestOf = (
  shared: ReadonlyMap<ConceptId, number> | undefined,
  isShown: (id: ConceptId) => boolean,
  sizeOf: (id: ConceptId) => number,
): readonly (readonly [ConceptId, number])[] => {
  const closeness = ([id, count]: readonly [ConceptId, number]) => count ** 2 / sizeOf(id);
  return [...(shared ?? [])]
    .filter(([id, count]) => count >= MIN_SHARED && isShown(id))
    .toSorted((a, b) => closeness(b) - closeness(a) || byText(a[0], b[0]))
    .slice(0, MAX_TOGETHER);
};

/**
 * Indexes the glossary of a collection by what its listed papers mention.
 * @param compile makes what finds concepts in a paper: one that remembers what it found, say
 */
export const indexConcepts = (
  catalog: Pick<Catalog, 'papers' | 'concepts' | 'topicById'>,
  compile: (concepts: readonly Concept[]) => MentionFinder = compileConcepts,
): ConceptIndex => {
  const concepts = sortByName(catalog.concepts);
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const links = linkConcepts(concepts);
  const mentionsByPaper = findMentions(catalog.papers, compile(concepts));
  const groups = groupByConcept(catalog.papers, mentionsByPaper);
  const counts = countTogether(mentionsByPaper);

  const togetherWith = (id: ConceptId, linked: ReadonlySet<ConceptId>): readonly Companion[] =>
    closestOf(
      counts.get(id),
      (other) => !linked.has(other),
      (other) => groups.get(other)?.papers.length ?? 0,
    ).flatMap(([other, shared]) => {
      const concept = byId.get(other);
      return concept === undefined ? [] : [{ concept, shared }];
    });
  const entries = concepts.map((concept): ConceptEntry => {
    const { id, topics = [] } = concept;
    const group = groups.get(id) ?? NONE;
    const own = links.get(id) ?? { broader: [], narrower: [], related: [] };
    return {
      ...own,
      concept,
      papers: titledFirst(group),
      titled: group.titled,
      topics: topics.flatMap((topic) => catalog.topicById.get(topic) ?? []),
      together: togetherWith(id, new Set(linkedOf(own).map((one) => one.id))),
    };
  });
  return {
    entries,
    entryById: new Map(entries.map((entry) => [entry.concept.id, entry])),
    mentionsByPaper,
  };
};

/** The papers of a concept, split when they are too many for a page. */
export const splitConceptPapers = ({ papers }: ConceptEntry): Part<Paper> => splitByYear(papers);
