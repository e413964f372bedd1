import { byText } from './by-text.ts';
import type { PaperId, TopicId } from './fields.ts';
import type { Paper } from './paper.ts';
import type { Relations } from './related.ts';
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
/** Of so many filed papers the topic must be known to have the term, ... */
const LEAST_KNOWN = 2;
/** ... and the term must close this part of the way from what chance would tell to certainty. */
const LEAST_SURE = 0.5;
/** What the words of papers without a topic count next to what curators decided: as much as so many papers. */
const PRIOR_PAPERS = 2;
const MOST_PER_TOPIC = 60;
/** A paper that is hardly like any topic is like none. */
const LEAST_LIKENESS = 0.03;

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

/** The topic whose papers each paper is most like. */
const likestTopics = (
  { free, filed }: Filed,
  topics: readonly Topic[],
  vectorOf: (id: PaperId) => Vector,
): ReadonlyMap<PaperId, TopicId> => {
  const centres = topics.map(({ id }) => ({
    id,
    centre: centreOf(
      filed.filter((paper) => paper.topics?.includes(id)).map((paper) => vectorOf(paper.id)),
    ),
  }));
  const likest = new Map<PaperId, TopicId>();
  for (const paper of free) {
    const vector = vectorOf(paper.id);
    let most = LEAST_LIKENESS;
    for (const { id, centre } of centres) {
      const likeness = cosine(vector, centre);
      if (likeness > most) {
        most = likeness;
        likest.set(paper.id, id);
      }
    }
  }
  return likest;
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
  likest: ReadonlyMap<PaperId, TopicId>,
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
      const topic = likest.get(id);
      if (topic !== undefined) increase(counts.freeIn, topic);
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

const judge = (
  term: string,
  counts: Counts,
  shareOf: (topic: TopicId) => number,
): readonly Candidate[] =>
  [...counts.freeIn].flatMap(([topic, freeIn]) => {
    const known = counts.filedIn.get(topic) ?? 0;
    const prior = (PRIOR_PAPERS * freeIn) / counts.free;
    const precision = (known + prior) / (counts.filed + PRIOR_PAPERS);
    const chance = shareOf(topic);
    const isSure = precision >= chance + LEAST_SURE * (1 - chance);
    return known >= LEAST_KNOWN && isSure
      ? [{ topic, term, precision, gain: freeIn * precision }]
      : [];
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
  const counts = countTerms(filed, likestTopics(filed, topics, vectorOf), vectorOf);
  const shareOf = (topic: TopicId): number =>
    filed.filed.filter(({ topics: own }) => own?.includes(topic)).length / filed.filed.length;
  const shares = new Map(topics.map(({ id }) => [id, shareOf(id)]));
  const candidates = [...counts]
    .filter(([term, { free }]) => free >= LEAST_PAPERS && isFragment[term] !== true)
    .flatMap(([term, counted]) =>
      judge(space.labels[term] ?? '', counted, (topic) => shares.get(topic) ?? 0),
    )
    .filter(({ term }) => term !== '');
  const byTopic = Map.groupBy(candidates, ({ topic }) => topic);
  return topics.flatMap(({ id }) =>
    (byTopic.get(id) ?? []).toSorted(byGain).slice(0, MOST_PER_TOPIC),
  );
};
