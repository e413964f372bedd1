import { UMAP } from 'umap-js';
import { MAP_SIZE, type Point } from '../../src/domain/map-geometry.ts';
import type { Near } from '../../src/domain/nearest.ts';
import { frameLayout } from './map-frame.ts';
import { startLayout } from './map-start.ts';
import { seededRandom } from './seeded-random.ts';

/** How many neighbours draw each other near; fewer in a collection that has not more. */
export const NEIGHBOURS = 12;
const SPREAD = 1;
const MIN_DIST = 0.35;
/** Half the width of the square in which UMAP begins. */
const START_SIZE = 10;

const SEED = 20_261_123;

/** A row as UMAP wants it: the paper itself first, then its neighbours; itself again where there are too few. */
const toRow = (neighbours: readonly Near[], self: number, length: number) => {
  const at = Array.from({ length }, (_, place) => place - 1);
  return {
    indices: at.map((place) => neighbours[place]?.at ?? self),
    distances: at.map((place) => {
      const likeness = neighbours[place]?.likeness;
      return likeness === undefined ? 0 : 1 - likeness;
    }),
  };
};

/** Places for papers such that those with many neighbours in common lie together; the same each time. */
export const layOut = (neighbours: readonly (readonly Near[])[], seed = SEED): readonly Point[] => {
  // UMAP wants more papers than a row has places, the paper's own among them
  const length = Math.min(NEIGHBOURS, neighbours.length - 2);
  // so few make no groups
  if (length < 3) return neighbours.map((_, at) => ({ x: (at + 1) * 2_000, y: MAP_SIZE / 2 }));
  const rows = neighbours.map((one, self) => toRow(one, self, length + 1));
  const umap = new UMAP({
    nNeighbors: length + 1,
    nComponents: 2,
    minDist: MIN_DIST,
    spread: SPREAD,
    random: seededRandom(seed),
  });
  umap.setPrecomputedKNN(
    rows.map(({ indices }) => indices),
    rows.map(({ distances }) => distances),
  );
  // only their number counts, for the neighbours are known
  const epochs = umap.initializeFit(neighbours.map(() => []));
  const embedding = umap.getEmbedding();
  startLayout(neighbours, seed).forEach(({ x, y }, at) => {
    embedding[at]?.splice(0, 2, x * START_SIZE, y * START_SIZE);
  });
  for (let epoch = 0; epoch < epochs; epoch += 1) umap.step();
  return frameLayout(umap.getEmbedding().map(([x = 0, y = 0]) => ({ x, y })));
};
