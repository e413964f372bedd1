/** How well one question was answered, each from 0 to 1. */
export type Quality = { readonly ndcg: number; readonly mrr: number; readonly recall: number };

/** How deep a ranking is looked into for nDCG and MRR, and for recall. */
export const TOP = 10;
export const DEEP = 100;

const discount = (place: number): number => 1 / Math.log2(place + 2);

/** What finding each document is worth. */
export type Gains = ReadonlyMap<string, number>;

const sumUp = (gains: readonly number[]): number =>
  gains.reduce((sum, gain, place) => sum + gain * discount(place), 0);

/** Discounted gain as a share of that of a ranking that begins with all that gain most. */
export const gradedNdcgAt = (depth: number, ranking: readonly string[], gains: Gains): number => {
  const ideal = sumUp([...gains.values()].toSorted((a, b) => b - a).slice(0, depth));
  const gained = sumUp(ranking.slice(0, depth).map((id) => gains.get(id) ?? 0));
  return ideal === 0 ? 0 : gained / ideal;
};

const equalGains = (relevant: ReadonlySet<string>): Gains =>
  new Map([...relevant].map((id) => [id, 1]));

/** Discounted gain with binary gains. */
export const ndcgAt = (
  depth: number,
  ranking: readonly string[],
  relevant: ReadonlySet<string>,
): number => gradedNdcgAt(depth, ranking, equalGains(relevant));

/** One over the place of the first relevant document; 0 when none is among the first `depth`. */
export const reciprocalRankAt = (
  depth: number,
  ranking: readonly string[],
  relevant: ReadonlySet<string>,
): number => {
  const place = ranking.slice(0, depth).findIndex((id) => relevant.has(id));
  return place < 0 ? 0 : 1 / (place + 1);
};

/** The share of the relevant documents that is among the first `depth`. */
export const recallAt = (
  depth: number,
  ranking: readonly string[],
  relevant: ReadonlySet<string>,
): number => {
  const found = ranking.slice(0, depth).filter((id) => relevant.has(id)).length;
  return relevant.size === 0 ? 0 : found / relevant.size;
};

/** Judges a ranking without repetitions. */
export const judgeRanking = (
  ranking: readonly string[],
  relevant: ReadonlySet<string>,
): Quality => ({
  ndcg: ndcgAt(TOP, ranking, relevant),
  mrr: reciprocalRankAt(TOP, ranking, relevant),
  recall: recallAt(DEEP, ranking, relevant),
});

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);

/** The smallest value that at least `share` of the values do not exceed; 0 of none. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
};
