import { proposeKind, type TitleAndAbstract } from './classify-kind.ts';
import { compileTerms } from './match-terms.ts';
import type { Kind } from './paper.ts';
import { readRoles, type Role } from './sentence-roles.ts';
import type { MatchTerm, Topic, TopicId } from './topic.ts';

/** What ingest proposes for a new paper; a curator may change all of it. */
export type Proposal = {
  /** none to four, the primary one first */
  readonly topics: readonly TopicId[];
  readonly kind?: Kind;
};

/** What a term gave a topic. */
export type Evidence = { readonly term: string; readonly points: number };
export type TopicScore = {
  readonly topic: TopicId;
  readonly points: number;
  /** the strongest first */
  readonly evidence: readonly Evidence[];
};

/** How scores become topics. Fitted on curated papers by `npm run bench:topics`; broad optima, rounded. */
export type Settings = {
  /** what a hit counts for, by where it stands */
  readonly hit: Readonly<Record<Role | 'title', number>>;
  /** points that a topic needs */
  readonly threshold: number;
  /** part of the best topic's points that a topic needs */
  readonly share: number;
};

export const SETTINGS: Settings = {
  // what a motivation mentions is seldom a topic, and data sets of a result say little
  hit: { title: 2.5, contribution: 1, method: 0.7, result: 0.5, motivation: 0.35 },
  threshold: 7,
  share: 0.22,
};

const MOST_TOPICS = 4;

/** Repeating a word says less each time. */
const diminish = (hits: number): number => (hits <= 1 ? hits : 1 + Math.log(hits));

type TopicTerm = MatchTerm & { readonly topic: TopicId };

const byPoints = (a: { points: number }, b: { points: number }): number => b.points - a.points;
const byTopic = (a: TopicScore, b: TopicScore): number => (a.topic < b.topic ? -1 : 1);
// sums in another order can differ in the last bits
const tier = ({ points }: TopicScore): number => Math.round(points * 1e6);

const toScore = (topic: TopicId, evidence: readonly Evidence[]): TopicScore => ({
  topic,
  points: evidence.reduce((sum, { points }) => sum + points, 0),
  evidence: evidence.toSorted(byPoints),
});

/** Prepares topics for many papers; gives the points of every topic that a text mentions, best first. */
export const compileTopics = (
  topics: readonly Pick<Topic, 'id' | 'match'>[],
  { hit }: Settings = SETTINGS,
): ((text: TitleAndAbstract) => readonly TopicScore[]) => {
  const terms = topics.flatMap(({ id, match = [] }): readonly TopicTerm[] =>
    match.map((term) => ({ ...term, topic: id })),
  );
  const findTerms = compileTerms(topics.map(({ match = [] }) => match.map(({ term }) => term)));
  return ({ title, abstract }) => {
    const hits = new Map<TopicTerm, number>();
    for (const { text, role } of [{ text: title, role: 'title' } as const, ...readRoles(abstract)])
      for (const { term: at, count } of findTerms(text)) {
        const term = terms[at];
        if (term === undefined || (term.in === 'title' && role !== 'title')) continue;
        hits.set(term, (hits.get(term) ?? 0) + count * hit[role]);
      }
    const evidence = Map.groupBy(hits, ([{ topic }]) => topic);
    return [...evidence]
      .map(([topic, found]) =>
        toScore(
          topic,
          found.map(([{ term, weight }, sum]) => ({ term, points: weight * diminish(sum) })),
        ),
      )
      .toSorted((a, b) => tier(b) - tier(a) || byTopic(a, b));
  };
};

/** The topics whose scores are high enough, in themselves and beside the best. */
export const chooseTopics = (
  scores: readonly TopicScore[],
  { threshold, share }: Settings = SETTINGS,
): readonly TopicId[] => {
  const least = Math.max(threshold, share * (scores[0]?.points ?? 0));
  return scores
    .filter(({ points }) => points >= least)
    .slice(0, MOST_TOPICS)
    .map(({ topic }) => topic);
};

/** Prepares topics for many papers; gives what ingest proposes for each. */
export const compileProposals = (topics: readonly Topic[]) => {
  const score = compileTopics(topics);
  return (text: TitleAndAbstract): Proposal => {
    const kind = proposeKind(text);
    return { topics: chooseTopics(score(text)), ...(kind === undefined ? {} : { kind }) };
  };
};

/** Proposes topics and kind for one paper from the topics' own match terms. */
export const propose = (text: TitleAndAbstract, topics: readonly Topic[]): Proposal =>
  compileProposals(topics)(text);
