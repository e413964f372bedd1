import type { ConceptIndex } from './concept-index.ts';
import type { Concept } from './concept.ts';
import type { ConceptId, PaperId, TopicId } from './fields.ts';
import { findFragments } from './fragments.ts';
import { findNearest, indexVectors, type VectorIndex } from './nearest.ts';
import type { Paper } from './paper.ts';
import { byWeight, chooseReasons, sharedTerms, toSharedConcept, type Shared } from './reasons.ts';
import { isSameWork, marksOf, type WorkMarks } from './same-work.ts';
import {
  buildVectors,
  cosine,
  EMPTY_VECTOR,
  toVector,
  type Vector,
  type VectorSpace,
} from './vectors.ts';

/** A paper like another one, and why. */
export type Related = {
  readonly paper: Paper;
  /** from 0 to 1 */
  readonly likeness: number;
  /** what both are about, the most telling first; at least one thing */
  readonly reasons: readonly string[];
  /** topics of both, in the order of the paper that it is related to */
  readonly topics: readonly TopicId[];
};

/** The concepts that papers mention. */
export type Mentions = ReadonlyMap<PaperId, readonly Concept[]>;

/** The papers of a collection, made ready to be compared. */
export type Relations = {
  readonly space: VectorSpace;
  /** by term: no name for what papers share */
  readonly isFragment: readonly boolean[];
  /** by key of a term, as the papers mostly write it */
  readonly labelOf: ReadonlyMap<string, string>;
  /** words and concepts */
  readonly vectorById: ReadonlyMap<PaperId, Vector>;
  readonly index: VectorIndex;
  readonly marksById: ReadonlyMap<PaperId, WorkMarks>;
  readonly paperById: ReadonlyMap<PaperId, Paper>;
  readonly mentions: Mentions;
  /** in how many papers a concept is mentioned */
  readonly mentioned: ReadonlyMap<ConceptId, number>;
};

export const MAX_RELATED = 10;
const MAX_REASONS = 3;
/** What concepts count next to words, which count 1. */
const CONCEPT_WEIGHT = 0.5;
/** A concept that more papers mention than this share tells little. */
const COMMON_SHARE = 0.2;
/** The paper itself and versions of works already listed are found and left out. */
const SPARE = 10;

/** The concepts that each paper mentions, each once. */
export const conceptsByPaper = ({ mentionsByPaper, entryById }: ConceptIndex): Mentions =>
  new Map(
    [...mentionsByPaper].map(([paper, mentions]) => [
      paper,
      [...new Set(mentions.map(({ concept }) => concept))].flatMap(
        (id) => entryById.get(id)?.concept ?? [],
      ),
    ]),
  );

const countMentions = (mentions: Mentions): ReadonlyMap<ConceptId, number> => {
  const counts = new Map<ConceptId, number>();
  for (const concepts of mentions.values())
    for (const { id } of concepts) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

/** A paper's vector with the concepts that it mentions as further terms, the rarer the heavier. */
const addConcepts = (
  { vectors, keys, ids }: VectorSpace,
  mentions: Mentions,
  mentioned: ReadonlyMap<ConceptId, number>,
): readonly Vector[] => {
  const termOf = new Map([...mentioned.keys()].toSorted().map((id, at) => [id, keys.length + at]));
  return vectors.map((vector, at) => {
    const concepts = mentions.get(ids[at] as PaperId) ?? [];
    const rarity = concepts.map(({ id }) => Math.log(1 + ids.length / (mentioned.get(id) ?? 1)));
    const length = Math.hypot(...rarity);
    const weights = new Map([...vector.terms].map((term, i) => [term, vector.weights[i] ?? 0]));
    for (const [i, { id }] of concepts.entries())
      weights.set(termOf.get(id) ?? -1, (CONCEPT_WEIGHT * (rarity[i] ?? 0)) / length);
    return toVector(weights);
  });
};

/** Makes papers ready to be compared. Expects listed ones: those that were withdrawn are related to none. */
export const relatePapers = (
  papers: readonly Paper[],
  mentions: Mentions = new Map(),
): Relations => {
  const space = buildVectors(papers);
  const mentioned = countMentions(mentions);
  const vectors = addConcepts(space, mentions, mentioned);
  return {
    space,
    isFragment: findFragments(space),
    labelOf: new Map(space.keys.map((key, term) => [key, space.labels[term] ?? ''])),
    vectorById: new Map(space.ids.map((id, at) => [id, vectors[at] ?? EMPTY_VECTOR])),
    index: indexVectors(vectors, space.keys.length + mentioned.size),
    marksById: new Map(papers.map((paper) => [paper.id, marksOf(paper)])),
    paperById: new Map(papers.map((paper) => [paper.id, paper])),
    mentions,
    mentioned,
  };
};

const vectorOf = ({ vectorById }: Relations, id: PaperId): Vector =>
  vectorById.get(id) ?? EMPTY_VECTOR;

/** What two papers have in common, in words: concepts that few others mention, terms, and then other concepts. */
const reasonsFor = (relations: Relations, a: PaperId, b: PaperId): readonly string[] => {
  const { space, isFragment, labelOf, mentions, mentioned } = relations;
  const ofB = new Set(mentions.get(b)?.map(({ id }) => id));
  const concepts = (mentions.get(a) ?? []).filter(({ id }) => ofB.has(id));
  const shared = concepts
    .map((concept) => toSharedConcept(concept, 1 / (mentioned.get(concept.id) ?? 1), labelOf))
    .toSorted(byWeight);
  const isCommon = ({ weight }: Shared) => weight * COMMON_SHARE * space.ids.length < 1;
  const terms = sharedTerms(space, isFragment, vectorOf(relations, a), vectorOf(relations, b));
  return chooseReasons(
    shared.filter((one) => !isCommon(one)),
    terms,
    MAX_REASONS,
    shared.filter(isCommon),
  );
};

/** Leaves one entry of each work, the first; none of the work of the paper itself. */
const onePerWork = (
  relations: Relations,
  paper: PaperId,
  others: readonly PaperId[],
): readonly PaperId[] => {
  const chosen: PaperId[] = [];
  const isSame = (a: PaperId, b: PaperId): boolean => {
    const [marksA, marksB] = [relations.marksById.get(a), relations.marksById.get(b)];
    const likeness = () => cosine(vectorOf(relations, a), vectorOf(relations, b));
    return marksA !== undefined && marksB !== undefined && isSameWork(marksA, marksB, likeness);
  };
  for (const other of others)
    if (![paper, ...chosen].some((one) => one === other || isSame(one, other))) chosen.push(other);
  return chosen;
};

/**
 * The papers most like one, the likest first, then by id. What depends on the pair alone, its likeness, is the
 * same from both sides.
 */
export const relatedTo = (relations: Relations, paper: Paper): readonly Related[] => {
  const vector = vectorOf(relations, paper.id);
  const near = findNearest(relations.index, vector, MAX_RELATED + SPARE);
  const likeness = new Map(
    near.map((one) => [relations.space.ids[one.at] ?? paper.id, one.likeness]),
  );
  return onePerWork(relations, paper.id, [...likeness.keys()])
    .slice(0, MAX_RELATED)
    .flatMap((id) => {
      const other = relations.paperById.get(id);
      if (other === undefined) return [];
      const topics = (paper.topics ?? []).filter((topic) => other.topics?.includes(topic));
      const reasons = reasonsFor(relations, paper.id, id);
      return [{ paper: other, likeness: likeness.get(id) ?? 0, reasons, topics }];
    });
};

/** @example describeReasons({ reasons: ['KV cache', 'offloading'] }) // 'Both: KV cache, offloading' */
export const describeReasons = ({ reasons }: Pick<Related, 'reasons'>): string =>
  `Both: ${reasons.join(', ')}`;
