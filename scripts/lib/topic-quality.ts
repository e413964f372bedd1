import type { Paper } from '../../src/domain/paper.ts';
import type { TopicId } from '../../src/domain/topic.ts';

/** A paper with the topics that a curator gave it and those that were proposed. */
export type Judged = {
  readonly paper: Paper;
  readonly proposed: readonly TopicId[];
};

/** How proposals of topics turned out. */
export type Outcome = { readonly right: number; readonly extra: number; readonly missed: number };

export const wantedTopics = ({ topics }: Paper): readonly TopicId[] => topics ?? [];

/** Part of a whole; all of it when there is none. */
const partOf = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export const precisionOf = ({ right, extra }: Outcome): number => partOf(right, right + extra);
export const recallOf = ({ right, missed }: Outcome): number => partOf(right, right + missed);

/** The harmonic mean of precision and recall; 1 when there was nothing to propose and nothing was. */
export const f1Of = ({ right, extra, missed }: Outcome): number =>
  partOf(2 * right, 2 * right + extra + missed);

export const extraTopics = ({ paper, proposed }: Judged): readonly TopicId[] =>
  proposed.filter((id) => !wantedTopics(paper).includes(id));
export const missedTopics = ({ paper, proposed }: Judged): readonly TopicId[] =>
  wantedTopics(paper).filter((id) => !proposed.includes(id));

const sum = (judged: readonly Judged[], count: (one: Judged) => number): number =>
  judged.reduce((total, one) => total + count(one), 0);

/** All proposals of all topics together: its F1 is the micro-F1. */
export const outcomeOf = (judged: readonly Judged[]): Outcome => {
  const extra = sum(judged, (one) => extraTopics(one).length);
  return {
    right: sum(judged, ({ proposed }) => proposed.length) - extra,
    extra,
    missed: sum(judged, (one) => missedTopics(one).length),
  };
};

/** What became of one topic. */
export const outcomeOfTopic = (judged: readonly Judged[], topic: TopicId): Outcome => {
  const only = (ids: readonly TopicId[]): readonly TopicId[] => ids.filter((id) => id === topic);
  return outcomeOf(
    judged.map(({ paper, proposed }) => ({
      paper: { ...paper, topics: [...only(wantedTopics(paper))] },
      proposed: only(proposed),
    })),
  );
};

/** Part of the papers whose primary topic was proposed as such; none proposed is right when none is wanted. */
export const primaryAccuracy = (judged: readonly Judged[]): number =>
  partOf(
    sum(judged, ({ paper, proposed }) => (proposed[0] === wantedTopics(paper)[0] ? 1 : 0)),
    judged.length,
  );
