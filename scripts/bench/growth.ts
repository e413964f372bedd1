/** A size and what it took. */
export type Sample = readonly [size: number, cost: number];

/**
 * The exponent `e` for which the cost grows as the size to the power of `e`, between two samples.
 * @example growthExponent([100, 3], [1000, 30]) // 1
 */
export const growthExponent = ([size, cost]: Sample, [larger, dearer]: Sample): number =>
  Math.log(dearer / cost) / Math.log(larger / size);
