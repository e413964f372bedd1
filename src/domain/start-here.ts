import type { Paper } from './paper.ts';
import type { Relations } from './related.ts';
import type { TopicId } from './topic.ts';
import { centreOf, cosine, EMPTY_VECTOR } from './vectors.ts';

const START_HERE = 3;
/** Fewer papers are read in any order. */
const MIN_PAPERS = 5;

/** The rule for readers: it is shown where the papers are. */
export const START_HERE_RULE =
  'Surveys first, then the papers whose words are most like those of the whole topic.';

const isRetracted = ({ corrections = [] }: Paper): boolean =>
  corrections.some(({ kind }) => kind === 'retraction');

const isSurvey = ({ kind }: Paper): number => (kind === 'survey' ? 1 : 0);

/**
 * The papers with which to begin a topic: of those mainly on it, surveys and then those nearest to its centre,
 * which is that of the vectors of all papers mainly on it. Where these are fewer than asked for, all its papers
 * count. Papers that were retracted are no beginning.
 */
export const startHere = (
  { vectorById }: Relations,
  topic: TopicId,
  papers: readonly Paper[],
): readonly Paper[] => {
  if (papers.length < MIN_PAPERS) return [];
  const vectorOf = ({ id }: Paper) => vectorById.get(id) ?? EMPTY_VECTOR;
  const atHome = papers.filter(({ topics }) => topics?.[0] === topic);
  const core = atHome.length < START_HERE ? papers : atHome;
  const centre = centreOf(core.map(vectorOf));
  return core
    .filter((paper) => !isRetracted(paper))
    .map((paper) => ({ paper, nearness: Math.round(cosine(vectorOf(paper), centre) * 1e6) }))
    .toSorted(
      (a, b) =>
        isSurvey(b.paper) - isSurvey(a.paper) ||
        b.nearness - a.nearness ||
        (a.paper.id < b.paper.id ? -1 : 1),
    )
    .slice(0, START_HERE)
    .map(({ paper }) => paper);
};
