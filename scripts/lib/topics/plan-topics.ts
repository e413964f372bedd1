import { compileProposals } from '../../../src/domain/classify.ts';
import type { PaperId } from '../../../src/domain/fields.ts';
import type { Paper } from '../../../src/domain/paper.ts';
import { relatePapers } from '../../../src/domain/related.ts';
import { isFree } from '../../../src/domain/topic-candidates.ts';
import {
  proposeSplits,
  proposeTopics,
  type SplitProposal,
  type TopicProposal,
} from '../../../src/domain/topic-proposals.ts';
import { suggestTerms, type TermSuggestion } from '../../../src/domain/topic-terms.ts';
import type { MatchTerm, Topic, TopicId } from '../../../src/domain/topic.ts';

/** The collection as this command needs it: listed papers by id, topics in their order. */
export type TopicState = {
  readonly papers: readonly Paper[];
  readonly topics: readonly Topic[];
};

/** What is suggested. */
export type Suggestions = {
  readonly terms: readonly TermSuggestion[];
  readonly topics: readonly TopicProposal[];
  readonly splits: readonly SplitProposal[];
};

export type Filing = { readonly id: PaperId; readonly topics: readonly TopicId[] };

/** What `--apply` writes. */
export type TopicPlan = {
  readonly added: ReadonlyMap<TopicId, readonly MatchTerm[]>;
  readonly created: readonly Topic[];
  readonly filings: readonly Filing[];
};

/** Looks for terms, for topics and for splits. */
export const suggest = ({ papers, topics }: TopicState): Suggestions => {
  const relations = relatePapers(papers);
  const terms = topics.length === 0 ? [] : suggestTerms(relations, papers, topics);
  const isFiled = new Set(terms.flatMap(({ files }) => files));
  const left = papers.filter((paper) => isFree(paper) && !isFiled.has(paper));
  return {
    terms,
    topics: proposeTopics(
      left.length === papers.length ? relations : relatePapers(left),
      left,
      topics,
    ),
    splits: proposeSplits(relations, papers, topics),
  };
};

const extend = (
  topics: readonly Topic[],
  added: ReadonlyMap<TopicId, readonly MatchTerm[]>,
): readonly Topic[] =>
  topics.map((topic) => ({
    ...topic,
    match: [...(topic.match ?? []), ...(added.get(topic.id) ?? [])],
  }));

/** What ingest would propose today for papers that have no topic. */
export const planFiling = ({ papers, topics }: TopicState): readonly Filing[] => {
  const propose = compileProposals(topics);
  return papers
    .filter(isFree)
    .map((paper) => ({ id: paper.id, topics: propose(paper).topics }))
    .filter(({ topics: found }) => found.length > 0);
};

/**
 * Takes suggestions over: terms, topics, and the papers without a topic that these lead to one. A paper that the
 * terms of before would have led to a topic has none because somebody wanted it so.
 */
export const planTopics = (
  state: TopicState,
  { terms, topics: proposals }: Pick<Suggestions, 'terms' | 'topics'>,
): TopicPlan => {
  const added = new Map(
    [...Map.groupBy(terms, ({ topic }) => topic)].map(([id, list]) => [
      id,
      list.map(({ match }) => match),
    ]),
  );
  const created = proposals.map(({ topic }) => topic);
  const before = new Set(planFiling(state).map(({ id }) => id));
  const after = { ...state, topics: [...extend(state.topics, added), ...created] };
  return { added, created, filings: planFiling(after).filter(({ id }) => !before.has(id)) };
};
