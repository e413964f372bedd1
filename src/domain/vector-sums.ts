import type { Vector } from './vectors.ts';

/** What vectors add up to, by term. */
export type VectorSum = { readonly weights: ReadonlyMap<number, number>; readonly size: number };

export const sumOf = (vectors: readonly Vector[]): VectorSum => {
  const weights = new Map<number, number>();
  for (const vector of vectors)
    for (const [at, term] of vector.terms.entries())
      weights.set(term, (weights.get(term) ?? 0) + (vector.weights[at] ?? 0));
  return { weights, size: vectors.length };
};

/** How alike a vector is to those of a sum, on average; itself not counted when it is among them. */
export const likenessTo = (sum: VectorSum, vector: Vector, isAmong: boolean): number => {
  const others = sum.size - (isAmong ? 1 : 0);
  if (others <= 0 || vector.terms.length === 0) return 0;
  const dot = vector.terms.reduce(
    (total, term, at) => total + (vector.weights[at] ?? 0) * (sum.weights.get(term) ?? 0),
    0,
  );
  return (dot - (isAmong ? 1 : 0)) / others;
};
