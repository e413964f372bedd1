import { byText } from './by-text.ts';
import { compileProposals } from './classify.ts';
import { topicIdSchema, type TopicId } from './fields.ts';
import type { Paper } from './paper.ts';
import { newPaperId } from './paper-id.ts';
import type { Seed } from './group-seeds.ts';
import type { Relations } from './related.ts';
import { isSpecial, isWithin } from './terms.ts';
import { groupPapers, toHeading, type PaperGroup } from './topic-groups.ts';
import { findSubjects } from './topic-seeds.ts';
import { RESERVED_TOPIC_IDS, type Topic } from './topic.ts';

/** A topic that there is not yet. */
export type TopicProposal = {
  readonly topic: Topic;
  /** papers that it would file */
  readonly files: readonly Paper[];
};

/** A large topic and the groups that its papers fall into. */
export type SplitProposal = {
  readonly topic: Topic;
  readonly papers: number;
  /** the largest first; last those that fit nowhere */
  readonly groups: readonly PaperGroup[];
};

/** One mention where the authors say what they did is enough. */
const NAME_WEIGHT = 7;
const TERM_WEIGHT = 5;
const MOST_TERMS = 5;
/** A term tells of a subject when at least this part of the papers that have it are of that subject ... */
const MIN_PRECISION = 0.7;
/** ... of whose papers at least this part and this many have it. */
const MIN_SHARE = 0.05;
const MIN_COUNT = 3;

/** The terms that hardly any papers but those of a subject have, the most telling first. */
const tellingTerms = (
  { space, isFragment }: Relations,
  { term: own, places }: Seed,
): readonly string[] => {
  const counts = new Map<number, number>();
  for (const at of places)
    for (const term of space.vectors[at]?.terms ?? [])
      counts.set(term, (counts.get(term) ?? 0) + 1);
  const least = Math.max(MIN_COUNT, MIN_SHARE * places.length);
  const ownKey = space.keys[own] ?? '';
  return [...counts]
    .map(([term, count]) => ({
      key: space.keys[term] ?? '',
      label: space.labels[term] ?? '',
      isPiece: isFragment[term] === true,
      count,
      precision: count / (space.counts[term] ?? count),
    }))
    .filter(
      ({ key, label, isPiece, count, precision }) =>
        count >= least &&
        precision >= MIN_PRECISION &&
        !isPiece &&
        isSpecial(key, label) &&
        !isWithin(ownKey, key) &&
        !isWithin(key, ownKey),
    )
    .toSorted((a, b) => b.count * b.precision - a.count * a.precision || byText(a.label, b.label))
    .slice(0, MOST_TERMS)
    .map(({ label }) => label);
};

/** New topics for subjects, after those that there are. */
const toTopics = (
  relations: Relations,
  subjects: readonly Seed[],
  topics: readonly Topic[],
): readonly Topic[] => {
  const taken = new Set<string>([...RESERVED_TOPIC_IDS, ...topics.map(({ id }) => id)]);
  const last = Math.max(0, ...topics.map(({ order }) => order));
  return subjects.map((subject, at) => {
    const label = relations.space.labels[subject.term] ?? '';
    const id = topicIdSchema.parse(newPaperId(label, taken));
    taken.add(id);
    const match = [
      { term: label, weight: NAME_WEIGHT },
      ...tellingTerms(relations, subject).map((term) => ({ term, weight: TERM_WEIGHT })),
    ];
    const order = last + 10 * (at + 1);
    return {
      id,
      name: toHeading(label),
      summary: `Papers on ${label}.`,
      order,
      match,
      introduction: '',
    };
  });
};

/** So few papers make no topic of more than two. */
const FEW = 20;

/** Topics for papers that have none: the subjects that many of them share. */
export const proposeTopics = (
  relations: Relations,
  free: readonly Paper[],
  topics: readonly Topic[],
): readonly TopicProposal[] => {
  const proposed = toTopics(relations, findSubjects(relations), topics);
  const propose = compileProposals([...topics, ...proposed]);
  const filed = new Map<TopicId, Paper[]>(proposed.map(({ id }) => [id, []]));
  for (const paper of free) for (const id of propose(paper).topics) filed.get(id)?.push(paper);
  const least = free.length < FEW ? 2 : 3;
  return proposed
    .map((topic) => ({ topic, files: filed.get(topic.id) ?? [] }))
    .filter(({ files }) => files.length >= least);
};

/** A topic is large when it has so many papers, and so many times more than topics have on average. */
const LARGE = 20;
const MUCH_LARGER = 1.5;

/** How the large topics of a collection would fall into smaller ones. */
export const proposeSplits = (
  relations: Relations,
  papers: readonly Paper[],
  topics: readonly Topic[],
): readonly SplitProposal[] => {
  const lists = topics.map((topic) => ({
    topic,
    own: papers.filter((paper) => paper.topics?.includes(topic.id)),
  }));
  const mean = lists.reduce((sum, { own }) => sum + own.length, 0) / (lists.length || 1);
  return lists
    .filter(({ own }) => own.length >= Math.max(LARGE, MUCH_LARGER * mean))
    .map(({ topic, own }) => ({
      topic,
      papers: own.length,
      groups: groupPapers(relations, own, topic.name),
    }))
    .filter(({ groups }) => groups.length > 0)
    .toSorted((a, b) => b.papers - a.papers || a.topic.order - b.topic.order);
};
