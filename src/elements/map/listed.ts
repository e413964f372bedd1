import { distanceBetween, isInRegion, type Point, type Region } from '../../domain/map-geometry.ts';

/** The longest list of a region. */
export const MAX_LISTED = 200;

/** The points of a region, and those of them that a list has room for: the nearest to its middle. */
export type Listed = { readonly all: readonly number[]; readonly first: readonly number[] };

export const listPoints = (
  region: Region,
  shown: readonly number[],
  placeOf: (point: number) => Point,
): Listed => {
  const all = shown.filter((point) => isInRegion(placeOf(point), region));
  if (all.length <= MAX_LISTED) return { all, first: all };
  const middle = { x: (region.left + region.right) / 2, y: (region.top + region.bottom) / 2 };
  const away = new Map(all.map((point) => [point, distanceBetween(placeOf(point), middle)]));
  const byDistance = (a: number, b: number): number =>
    (away.get(a) ?? 0) - (away.get(b) ?? 0) || a - b;
  return { all, first: all.toSorted(byDistance).slice(0, MAX_LISTED) };
};
