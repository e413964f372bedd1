import type { Paper } from '../../src/domain/paper.ts';

/** For each paper the ids of others, the best first. */
export type Ranking = ReadonlyMap<Paper['id'], readonly Paper['id'][]>;

const primaryOf = ({ topics }: Paper): string | undefined => topics?.[0];

/** How likely a paper drawn by chance shares the primary topic of one. */
export const chanceOf = (paper: Paper, papers: readonly Paper[]): number => {
  const others = papers.filter(({ id }) => id !== paper.id);
  const same = others.filter((other) => primaryOf(other) === primaryOf(paper)).length;
  return others.length === 0 ? 0 : same / others.length;
};

/**
 * How many of the first `depth` papers share the primary topic, as a share. Places that a short list leaves
 * empty count as chance would fill them, so that no list gains by keeping silent.
 */
const precisionOf = (
  paper: Paper,
  list: readonly Paper[],
  depth: number,
  chance: number,
): number => {
  const first = list.slice(0, depth);
  const same = first.filter((other) => primaryOf(other) === primaryOf(paper)).length;
  return (same + (depth - first.length) * chance) / depth;
};

/** The mean precision of a ranking at each depth, over the papers that have a topic. */
export const measureRanking = (
  papers: readonly Paper[],
  ranking: Ranking,
  depths: readonly number[],
): readonly number[] => {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const judged = papers
    .filter((paper) => primaryOf(paper) !== undefined)
    .map((paper) => ({
      paper,
      chance: chanceOf(paper, papers),
      list: (ranking.get(paper.id) ?? []).flatMap((id) => byId.get(id) ?? []),
    }));
  return depths.map(
    (depth) =>
      judged.reduce(
        (sum, { paper, list, chance }) => sum + precisionOf(paper, list, depth, chance),
        0,
      ) / (judged.length || 1),
  );
};
