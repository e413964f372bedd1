import {
  chooseTopics,
  compileTopics,
  SETTINGS,
  type Settings,
  type TopicScore,
} from '../../src/domain/classify.ts';
import { hashText } from '../../src/domain/hash-text.ts';
import type { Paper } from '../../src/domain/paper.ts';
import type { Topic } from '../../src/domain/topic.ts';
import { f1Of, outcomeOf, type Judged } from './topic-quality.ts';

/** Settings with the scores that they give to each paper. */
export type Scored = {
  readonly settings: Settings;
  readonly scores: ReadonlyMap<Paper, readonly TopicScore[]>;
};

const TITLES = [2, 2.5, 3];
const MOTIVATIONS = [0.2, 0.35, 0.5];
const THRESHOLDS = [5, 6, 7, 8, 9];
const SHARES = [0.15, 0.18, 0.22, 0.26, 0.3];

const HITS = TITLES.flatMap((title) =>
  MOTIVATIONS.map((motivation) => ({ ...SETTINGS.hit, title, motivation })),
);
const LIMITS = THRESHOLDS.flatMap((threshold) => SHARES.map((share) => ({ threshold, share })));

/** Scores papers by one choice of settings. */
export const scoreBy = (
  papers: readonly Paper[],
  topics: readonly Topic[],
  settings: Settings = SETTINGS,
): Scored => {
  const score = compileTopics(topics, settings);
  return { settings, scores: new Map(papers.map((paper) => [paper, score(paper)])) };
};

/** Scores papers by all choices that are tried; papers are read once for each way to count hits. */
const scoreByAll = (papers: readonly Paper[], topics: readonly Topic[]): readonly Scored[] =>
  HITS.flatMap((hit) => {
    const { scores } = scoreBy(papers, topics, { ...SETTINGS, hit });
    return LIMITS.map((limits) => ({ settings: { hit, ...limits }, scores }));
  });

export const judge = (papers: readonly Paper[], { settings, scores }: Scored): readonly Judged[] =>
  papers.map((paper) => ({ paper, proposed: chooseTopics(scores.get(paper) ?? [], settings) }));

/** The choice with the best micro-F1 on these papers; of equals the first. */
const fit = (papers: readonly Paper[], tried: readonly Scored[]): Scored | undefined => {
  const f1 = tried.map((scored) => f1Of(outcomeOf(judge(papers, scored))));
  return tried[f1.indexOf(Math.max(...f1))];
};

/** By a hash: papers stay in their fold when others come and go. */
const foldOf = (id: string, folds: number): number => hashText(id) % folds;

/** Judges each fold of the papers by the settings that fit the other folds best. */
export const crossValidate = (
  papers: readonly Paper[],
  topics: readonly Topic[],
  folds = 5,
): readonly Judged[] => {
  const tried = scoreByAll(papers, topics);
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const fitted = fit(
      papers.filter(({ id }) => foldOf(id, folds) !== fold),
      tried,
    );
    const unseen = papers.filter(({ id }) => foldOf(id, folds) === fold);
    return fitted === undefined ? [] : judge(unseen, fitted);
  });
};
