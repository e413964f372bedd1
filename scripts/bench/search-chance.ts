import { mean, percentile } from './retrieval-metrics.ts';

/** Numbers from 0 to below 1: the same for the same seed, everywhere. */
export type Chance = () => number;

/** The generator mulberry32: 32 bits of state, good enough to draw samples. */
export const seedChance = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A whole number from 0 to below `limit`. */
export const drawBelow = (chance: Chance, limit: number): number => Math.floor(chance() * limit);

/** A shuffled copy. */
export const shuffle = <T>(chance: Chance, items: readonly T[]): readonly T[] => {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = drawBelow(chance, last + 1);
    const moved = shuffled[last] as T;
    shuffled[last] = shuffled[other] as T;
    shuffled[other] = moved;
  }
  return shuffled;
};

/** The mean of paired differences: where it would lie for other questions, and how likely luck explains it. */
export type Comparison = {
  readonly difference: number;
  /** bounds of the middle 95 % of bootstrap samples */
  readonly low: number;
  readonly high: number;
  /** share of random exchanges of the two that differ at least as much */
  readonly p: number;
};

const SEED = 20_240_531;
const ROUNDS = 10_000;
/** Sums in another order may differ in the last bits. */
const ROUNDING = 1e-12;

/** Compares what two engines scored on the same questions: paired bootstrap and randomisation test. */
export const comparePaired = (ours: readonly number[], theirs: readonly number[]): Comparison => {
  const differences = ours.map((value, at) => value - (theirs[at] ?? 0));
  const chance = seedChance(SEED);
  const resample = (draw: () => number): number => mean(differences.map(draw));
  const means: number[] = [];
  let asExtreme = 0;
  const difference = mean(differences);
  for (let round = 0; round < ROUNDS; round += 1) {
    means.push(resample(() => differences[drawBelow(chance, differences.length)] ?? 0));
    const exchanged = mean(differences.map((value) => (chance() < 0.5 ? value : -value)));
    if (Math.abs(exchanged) >= Math.abs(difference) - ROUNDING) asExtreme += 1;
  }
  return {
    difference,
    low: percentile(means, 0.025),
    high: percentile(means, 0.975),
    p: (asExtreme + 1) / (ROUNDS + 1),
  };
};
