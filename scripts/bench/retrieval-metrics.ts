/** How well one question was answered, each from 0 to 1. */
export type Quality = { readonly ndcg: number; readonly mrr: number; readonly recall: number };

/** How deep a ranking is looked into for nDCG and MRR, and for recall. */
export const TOP = 10;
export const DEEP = 100;

const discount = (place: number): number => 1 / Math.log2(place + 2);

/** What the best ranking of so many relevant documents gains in its first places. */
const idealGain = (relevant: number, depth: number): number => {
  let gain = 0;
  for (let place = 0; place < Math.min(relevant, depth); place += 1) gain += discount(place);
  return gain;
};

/** Discounted gain with binary gains, as a share of that of a ranking that begins with all relevant documents. */
export const ndcgAt = (
  depth: number,
  ranking: readonly string[],
  relevant: ReadonlySet<string>,
): number => {
  const ideal = idealGain(relevant.size, depth);
  const gains = ranking
    .slice(0, depth)
    .map((id, place) => (relevant.has(id) ? discount(place) : 0));
  return ideal === 0 ? 0 : gains.reduce((sum, gain) => sum + gain, 0) / ideal;
};

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
