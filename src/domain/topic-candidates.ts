import { byText } from './by-text.ts';
import type { PaperId, TopicId } from './fields.ts';
import type { Paper } from './paper.ts';
import type { Relations } from './related.ts';
import { findTerms, isSpecial } from './terms.ts';
import { markdownToText } from './text.ts';
import type { Topic } from './topic.ts';
import { centreOf, cosine, EMPTY_VECTOR, type Vector } from './vectors.ts';

/** A term that may tell papers of a topic from all others. */
export type Candidate = {
  readonly topic: TopicId;
  /** as the papers mostly write it */
  readonly term: string;
  /** how likely a paper that has it belongs to the topic, from 0 to 1 */
  readonly precision: number;
  /** so many papers without a topic have it that are like those of the topic */
  readonly gain: number;
};

/** A term that fewer papers without a topic have says nothing about them. */
const LEAST_PAPERS = 2;
/** The topic must be known to have so many papers with a term, a plain word more than a phrase, ... */
const LEAST_KNOWN = { phrase: 2, word: 4 };
/** ... and at least this part of as many as have no topic: else the term is a subject of its own. */
const LEAST_KNOWN_PART = 0.5;
/** A term must close this part of the way from what chance would tell to certainty. */
const LEAST_SURE = 0.5;
/** What the words of papers without a topic count next to what curators decided: as much as so many papers. */
const PRIOR_PAPERS = 2;
/** A term in a topic's own words counts as much as so many of its papers. */
const TEXT_PAPERS = 2;
const MOST_PER_TOPIC = 60;
/** A paper that is hardly like any topic is like none. */
const LEAST_LIKENESS = 0.03;
/** Topics that are at least this part as like a paper as the likest may be meant as well. */
const NEAR = 0.6;

/** Papers by what their topics are. */
type Filed = {
  readonly free: readonly Paper[];
  readonly filed: readonly Paper[];
};

export const isFree = ({ topics = [] }: Pick<Paper, 'topics'>): boolean => topics.length === 0;

const split = (papers: readonly Paper[]): Filed => ({
  free: papers.filter(isFree),
  filed: papers.filter((paper) => !isFree(paper)),
});

const vectorIn = ({ space }: Relations): ((id: PaperId) => Vector) => {
  const at = new Map(space.ids.map((id, place) => [id, place]));
  return (id) => space.vectors[at.get(id) ?? -1] ?? EMPTY_VECTOR;
};

/** The topics whose papers each paper is like: the likest, and those that come near. */
const likeTopics = (
  { free, filed }: Filed,
  topics: readonly Topic[],
  vectorOf: (id: PaperId) => Vector,
): ReadonlyMap<PaperId, readonly TopicId[]> => {
  const centres = topics.map(({ id }) =>
    centreOf(
      filed.filter((paper) => paper.topics?.includes(id)).map((paper) => vectorOf(paper.id)),
    ),
  );
  return new Map(
    free.map(({ id }) => {
      const vector = vectorOf(id);
      const likeness = centres.map((centre) => cosine(vector, centre));
      const least = Math.max(LEAST_LIKENESS, NEAR * Math.max(0, ...likeness));
      return [id, topics.flatMap((topic, at) => ((likeness[at] ?? 0) >= least ? [topic.id] : []))];
    }),
  );
};

/** How many papers have a term: filed and free ones, and of both those of each topic. */
type Counts = {
  filed: number;
  free: number;
  readonly filedIn: Map<TopicId, number>;
  readonly freeIn: Map<TopicId, number>;
};

const increase = <K>(counts: Map<K, number>, key: K): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const countTerms = (
  { free, filed }: Filed,
  like: ReadonlyMap<PaperId, readonly TopicId[]>,
  vectorOf: (id: PaperId) => Vector,
): ReadonlyMap<number, Counts> => {
  const found = new Map<number, Counts>();
  for (const { id } of free)
    for (const term of vectorOf(id).terms) {
      const counts = found.get(term) ?? {
        filed: 0,
        free: 0,
        filedIn: new Map(),
        freeIn: new Map(),
      };
      found.set(term, counts);
      counts.free += 1;
      for (const topic of like.get(id) ?? []) increase(counts.freeIn, topic);
    }
  for (const { id, topics = [] } of filed)
    for (const term of vectorOf(id).terms) {
      // a term that no free paper has would catch none
      const counts = found.get(term);
      if (counts === undefined) continue;
      counts.filed += 1;
      for (const topic of topics) increase(counts.filedIn, topic);
    }
  return found;
};

/** What is known of a topic besides its papers. */
type Known = { readonly share: number; readonly keys: ReadonlySet<string> };

const judge = (
  { key, label: term }: { readonly key: string; readonly label: string },
  counts: Counts,
  knownOf: ReadonlyMap<TopicId, Known>,
): readonly Candidate[] =>
  [...counts.freeIn].flatMap(([topic, freeIn]) => {
    const { share: chance = 0, keys } = knownOf.get(topic) ?? {};
    const written = keys?.has(key) === true ? TEXT_PAPERS : 0;
    const known = (counts.filedIn.get(topic) ?? 0) + written;
    const prior = (PRIOR_PAPERS * freeIn) / counts.free;
    const precision = (known + prior) / (counts.filed + written + PRIOR_PAPERS);
    const least = LEAST_KNOWN[isSpecial(key, term) ? 'phrase' : 'word'];
    // a topic's own words name its subject, however few of its papers have been filed
    const isKnown = written > 0 || known >= Math.max(least, LEAST_KNOWN_PART * freeIn);
    return isKnown && precision >= chance + LEAST_SURE * (1 - chance)
      ? [{ topic, term, precision, gain: freeIn * precision }]
      : [];
  });

const knowTopic = ({ id, name, summary, introduction }: Topic, filed: readonly Paper[]): Known => ({
  share: filed.filter(({ topics }) => topics?.includes(id)).length / (filed.length || 1),
  keys: new Set(
    [name, summary, markdownToText(introduction)].flatMap((text) =>
      findTerms(text).map(({ key }) => key),
    ),
  ),
});

const byGain = (a: Candidate, b: Candidate): number =>
  b.gain - a.gain || b.precision - a.precision || byText(a.term, b.term);

/** The terms that may lead papers without a topic to one, the most promising of each topic first. */
export const findCandidates = (
  relations: Relations,
  papers: readonly Paper[],
  topics: readonly Topic[],
): readonly Candidate[] => {
  const { space, isFragment } = relations;
  const filed = split(papers);
  const vectorOf = vectorIn(relations);
  const counts = countTerms(filed, likeTopics(filed, topics, vectorOf), vectorOf);
  const known = new Map(topics.map((topic) => [topic.id, knowTopic(topic, filed.filed)]));
  const candidates = [...counts]
    .filter(([term, { free }]) => free >= LEAST_PAPERS && isFragment[term] !== true)
    .flatMap(([term, counted]) =>
      judge({ key: space.keys[term] ?? '', label: space.labels[term] ?? '' }, counted, known),
    )
    .filter(({ term }) => term !== '');
  const byTopic = Map.groupBy(candidates, ({ topic }) => topic);
  return topics.flatMap(({ id }) =>
    (byTopic.get(id) ?? []).toSorted(byGain).slice(0, MOST_PER_TOPIC),
  );
};
