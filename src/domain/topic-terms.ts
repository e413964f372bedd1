import { byText } from './by-text.ts';
import { chooseTopics, compileTopics, type TopicScore } from './classify.ts';
import type { TopicId } from './fields.ts';
import type { Paper } from './paper.ts';
import type { Relations } from './related.ts';
import type { MatchTerm, Topic } from './topic.ts';
import { findCandidates, isFree, type Candidate } from './topic-candidates.ts';

/** A term that would file papers which have no topic. */
export type TermSuggestion = {
  readonly topic: TopicId;
  readonly match: MatchTerm;
  /** papers without a topic that it would file there, and that no suggestion before it files */
  readonly files: readonly Paper[];
  /** papers of the topic that have it */
  readonly knows: number;
  /** papers of other topics to which it would propose this one, too */
  readonly touches: readonly Paper[];
};

/** What a candidate does, in all papers that have it. */
type Effect = {
  readonly candidate: Candidate;
  readonly files: readonly Paper[];
  readonly knows: number;
  readonly touches: readonly Paper[];
};

const MOST_SUGGESTIONS = 40;
/** A term that files fewer papers is not worth a line. */
const LEAST_FILED = 2;

/** One mention where the authors say what they did is enough for a term that is as good as sure. */
const weightOf = ({ precision }: Candidate): number => (precision >= 0.8 ? 7 : 6);

const addPoints = (
  scores: readonly TopicScore[],
  topic: TopicId,
  points: number,
): readonly TopicScore[] => {
  const before = scores.find((score) => score.topic === topic)?.points ?? 0;
  const others = scores.filter((score) => score.topic !== topic);
  return [...others, { topic, points: before + points, evidence: [] }].toSorted(
    (a, b) => b.points - a.points || byText(a.topic, b.topic),
  );
};

/** Looks for the candidates in all papers, as ingest would. */
const findEffects = (
  candidates: readonly Candidate[],
  papers: readonly Paper[],
  topics: readonly Topic[],
): readonly Effect[] => {
  const effects = candidates.map((candidate) => ({
    candidate,
    files: [] as Paper[],
    knows: 0,
    touches: [] as Paper[],
  }));
  // each candidate as a topic of its own, so that none silences another
  const find = compileTopics(
    candidates.map(({ term }, at) => ({
      id: String(at) as TopicId,
      match: [{ term, weight: 1 }],
    })),
  );
  const score = compileTopics(topics);
  for (const paper of papers) {
    const found = find(paper);
    if (found.length === 0) continue;
    const scores = score(paper);
    const proposed = chooseTopics(scores);
    for (const { topic: at, points } of found) {
      const effect = effects[Number(at)];
      if (effect === undefined) continue;
      const { topic } = effect.candidate;
      if (paper.topics?.includes(topic) === true) effect.knows += 1;
      else if (!proposed.includes(topic)) {
        const now = chooseTopics(addPoints(scores, topic, points * weightOf(effect.candidate)));
        if (now.includes(topic)) (isFree(paper) ? effect.files : effect.touches).push(paper);
      }
    }
  }
  return effects;
};

/** To each paper of others that a term touches it files so many. */
const FILED_PER_TOUCHED = 3;

const isWorth = ({ files, touches }: Effect): boolean =>
  files.length >= LEAST_FILED && files.length >= FILED_PER_TOUCHED * touches.length;

const valueOf = ({ files, touches }: Effect): number => files.length - touches.length;

/** Words that say something together say more surely what is meant. */
const isPhrase = ({ candidate }: Effect): number => Number(/[ -]/.test(candidate.term));

const byValue = (a: Effect, b: Effect): number =>
  valueOf(b) - valueOf(a) ||
  b.candidate.precision - a.candidate.precision ||
  isPhrase(b) - isPhrase(a) ||
  a.candidate.term.length - b.candidate.term.length ||
  byText(a.candidate.term, b.candidate.term);

const toSuggestion = ({ candidate, files, knows, touches }: Effect): TermSuggestion => ({
  topic: candidate.topic,
  match: { term: candidate.term, weight: weightOf(candidate) },
  files,
  knows,
  touches,
});

/** Leaves the papers for which a topic's other terms, some of which may silence this one, change nothing. */
const verify = (effect: Effect, topics: readonly Topic[]): Effect => {
  const { topic, match } = toSuggestion(effect);
  const score = compileTopics(
    topics.map((one) =>
      one.id === topic ? { ...one, match: [...(one.match ?? []), match] } : one,
    ),
  );
  const isProposed = (paper: Paper): boolean => chooseTopics(score(paper)).includes(topic);
  return {
    ...effect,
    files: effect.files.filter(isProposed),
    touches: effect.touches.filter(isProposed),
  };
};

const withoutFiled = (effects: readonly Effect[], filed: readonly Paper[]): readonly Effect[] => {
  const isFiled = new Set(filed);
  return effects
    .map((effect) => ({ ...effect, files: effect.files.filter((paper) => !isFiled.has(paper)) }))
    .filter(isWorth);
};

/** One after the other, the term that files most of the papers that none before it files. */
const chooseEffects = (
  effects: readonly Effect[],
  topics: readonly Topic[],
): readonly TermSuggestion[] => {
  const chosen: TermSuggestion[] = [];
  let left: readonly Effect[] = effects.filter(isWorth);
  while (chosen.length < MOST_SUGGESTIONS) {
    const [best] = left.toSorted(byValue);
    if (best === undefined) break;
    const verified = verify(best, topics);
    left = left.filter((effect) => effect !== best);
    if (!isWorth(verified)) continue;
    chosen.push(toSuggestion(verified));
    left = withoutFiled(left, verified.files);
  }
  return chosen;
};

/**
 * Terms that would give papers without a topic one of those that there are, the most useful first: found in the
 * papers that curators filed, and judged by what ingest would propose with them.
 */
export const suggestTerms = (
  relations: Relations,
  papers: readonly Paper[],
  topics: readonly Topic[],
): readonly TermSuggestion[] =>
  chooseEffects(findEffects(findCandidates(relations, papers, topics), papers, topics), topics);
