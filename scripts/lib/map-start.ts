import type { Point } from '../../src/domain/map-geometry.ts';
import type { Near } from '../../src/domain/nearest.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * Where a layout begins: at the smoothest waves on the graph of neighbours, so that groups which belong
 * together begin together. UMAP by itself begins anywhere, and what begins apart stays apart.
 */

type Edges = readonly { readonly to: readonly number[]; readonly weight: readonly number[] }[];
type Wave = Float64Array<ArrayBuffer>;

const ROUNDS = 120;

/** The graph in both directions. */
const toEdges = (neighbours: readonly (readonly Near[])[]): Edges => {
  const edges = neighbours.map(() => ({ to: [] as number[], weight: [] as number[] }));
  neighbours.forEach((near, from) => {
    for (const { at: to, likeness: weight } of near) {
      edges[from]?.to.push(to);
      edges[from]?.weight.push(weight);
      edges[to]?.to.push(from);
      edges[to]?.weight.push(weight);
    }
  });
  return edges;
};

const dot = (a: Wave, b: Wave): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** What is left of a wave without another of length 1. */
const without = (wave: Wave, other: Wave): Wave => {
  const share = dot(wave, other);
  return wave.map((value, at) => value - share * (other[at] ?? 0));
};

const toUnit = (wave: Wave): Wave => {
  const length = Math.sqrt(dot(wave, wave)) || 1;
  return wave.map((value) => value / length);
};

/** Each paper takes half of its own value and half of that of its neighbours, by the roots of their weights. */
const smooth = (wave: Wave, edges: Edges, roots: Wave): Wave =>
  wave.map((value, from) => {
    const { to, weight } = edges[from] ?? { to: [], weight: [] };
    const drawn = to.reduce(
      (sum, other, at) => sum + ((weight[at] ?? 0) * (wave[other] ?? 0)) / (roots[other] || 1),
      0,
    );
    return value / 2 + drawn / (roots[from] || 1) / 2;
  });

/** The next smoothest wave that has nothing of those before, by power iteration. */
const nextWave = (
  before: readonly Wave[],
  edges: Edges,
  roots: Wave,
  random: () => number,
): Wave => {
  let wave: Wave = Float64Array.from(edges, () => random() - 0.5);
  for (let round = 0; round < ROUNDS; round += 1)
    wave = toUnit(before.reduce(without, smooth(wave, edges, roots)));
  return wave;
};

/** Values as their ranks from -1 to 1: a few papers far out would press all others together. */
const toRanks = (wave: Wave): readonly number[] => {
  const order = [...wave.keys()].toSorted((a, b) => (wave[a] ?? 0) - (wave[b] ?? 0) || a - b);
  const ranks = new Array<number>(order.length).fill(0);
  order.forEach((at, rank) => {
    ranks[at] = (2 * (rank + 0.5)) / order.length - 1;
  });
  return ranks;
};

/** A place from -1 to 1 for each paper. */
export const startLayout = (
  neighbours: readonly (readonly Near[])[],
  seed: number,
): readonly Point[] => {
  const edges = toEdges(neighbours);
  const random = seededRandom(seed);
  const roots = Float64Array.from(edges, ({ weight }) =>
    Math.sqrt(weight.reduce((sum, one) => sum + one, 0)),
  );
  const flat = toUnit(roots);
  const first = nextWave([flat], edges, roots, random);
  const second = nextWave([flat, first], edges, roots, random);
  const [xs, ys] = [toRanks(first), toRanks(second)];
  return xs.map((x, at) => ({ x, y: ys[at] ?? 0 }));
};
