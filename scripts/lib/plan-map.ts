import type { TopicId } from '../../src/domain/fields.ts';
import type { Places } from '../../src/domain/map-file.ts';
import { MAP_SIZE, type Point } from '../../src/domain/map-geometry.ts';
import {
  nearestOnMap,
  relateForMap,
  relativesOnMap,
  type MapRelations,
} from '../../src/domain/map-likeness.ts';
import { placePapers } from '../../src/domain/map-place.ts';
import type { Paper } from '../../src/domain/paper.ts';
import { buildVectors } from '../../src/domain/vectors.ts';
import { layOut, NEIGHBOURS } from './map-layout.ts';

export type MapOrder = {
  /** the papers that are shown */
  readonly papers: readonly Paper[];
  /** in their order */
  readonly topics: readonly TopicId[];
  /** what the map says now; empty for a map made anew */
  readonly kept: Places;
  readonly seed: number;
};

export type MapPlan = {
  readonly places: Places;
  /** papers laid out, when the whole map is new */
  readonly laidOut: number;
  /** papers placed by their relatives or topic */
  readonly placed: number;
};

/** Steps from a place to those around it, the nearest first. */
const AROUND = Array.from({ length: 41 * 41 }, (_, at) => ({
  x: (at % 41) - 20,
  y: Math.floor(at / 41) - 20,
})).toSorted((a, b) => a.x ** 2 + a.y ** 2 - b.x ** 2 - b.y ** 2 || a.y - b.y || a.x - b.x);

const keyOf = ({ x, y }: Point): number => x * (MAP_SIZE + 1) + y;

/** The nearest place in whole numbers that no paper has yet. */
const freePlace = ({ x, y }: Point, taken: ReadonlySet<number>): Point => {
  const round = (value: number, step: number): number =>
    Math.min(MAP_SIZE, Math.max(0, Math.round(value) + step));
  const around = AROUND.map((step) => ({ x: round(x, step.x), y: round(y, step.y) }));
  return around.find((place) => !taken.has(keyOf(place))) ?? { x: round(x, 0), y: round(y, 0) };
};

/** All places in whole numbers, those kept as they are, no two of the others alike. */
const settle = (places: Places, kept: Places): Places => {
  const taken = new Set([...kept.values()].map(keyOf));
  const settled = new Map(kept);
  for (const [id, place] of [...places].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (settled.has(id)) continue;
    const free = freePlace(place, taken);
    taken.add(keyOf(free));
    settled.set(id, free);
  }
  return settled;
};

/** Lays out all papers that have a relative; the others have nothing that says where they belong. */
const layOutRelated = (relations: MapRelations, seed: number): Places => {
  const neighbours = relations.ids.map((_, at) => nearestOnMap(relations, at, NEIGHBOURS));
  const related = [...neighbours.keys()].filter((at) => (neighbours[at] ?? []).length > 0);
  const rowOf = new Map(related.map((at, row) => [at, row]));
  const rows = related.map((from) =>
    (neighbours[from] ?? []).flatMap(({ at, likeness }) => {
      const row = rowOf.get(at);
      return row === undefined ? [] : [{ at: row, likeness }];
    }),
  );
  const points = layOut(rows, seed);
  return new Map(
    related.flatMap((at, row) => {
      const [id, point] = [relations.ids[at], points[row]];
      return id === undefined || point === undefined ? [] : [[id, point] as const];
    }),
  );
};

/** Lines that stay: also those of ids without an entry, for a paper may come back. */
const linesToKeep = (papers: readonly Paper[], kept: Places): Places => {
  const renamed = new Set(papers.flatMap(({ aliases = [] }) => aliases));
  return new Map([...kept].filter(([id]) => !renamed.has(id)));
};

const isKnown = ({ id, aliases = [] }: Paper, kept: Places): boolean =>
  [id, ...aliases].some((one) => kept.has(one));

/** Where all papers lie: as before where the map knows them; a map that knows none is laid out anew. */
export const planMap = ({ papers, topics, kept, seed }: MapOrder): MapPlan => {
  const relations = relateForMap(buildVectors(papers), papers, topics);
  const isNew = !papers.some((paper) => isKnown(paper, kept));
  const laidOut: Places = isNew ? layOutRelated(relations, seed) : new Map();
  const known = new Map([...kept, ...laidOut]);
  const surroundings = { kept: known, relativesOf: relativesOnMap(relations), topics };
  return {
    places: settle(placePapers(papers, surroundings), linesToKeep(papers, kept)),
    laidOut: laidOut.size,
    placed: papers.filter((paper) => !isKnown(paper, known)).length,
  };
};
