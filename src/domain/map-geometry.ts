/** A place on the map: `x` to the right, `y` down, each from 0 to `MAP_SIZE`. */
export type Point = { readonly x: number; readonly y: number };

/** A rectangle with its edges along the axes; its edges belong to it. */
export type Region = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export const MAP_SIZE = 10_000;

export const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** The region of which two points are opposite corners. */
export const regionBetween = (a: Point, b: Point): Region => ({
  left: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  right: Math.max(a.x, b.x),
  bottom: Math.max(a.y, b.y),
});

export const isInRegion = ({ x, y }: Point, { left, top, right, bottom }: Region): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

/** The smallest region that holds all points; undefined when there are none. */
export const boundsOf = (points: readonly Point[]): Region | undefined =>
  points.length === 0
    ? undefined
    : points.reduce<Region>(
        ({ left, top, right, bottom }, { x, y }) => ({
          left: Math.min(left, x),
          top: Math.min(top, y),
          right: Math.max(right, x),
          bottom: Math.max(bottom, y),
        }),
        { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity },
      );

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
};

/** The middle of points, little moved by a few that lie far away; undefined when there are none. */
export const medianPoint = (points: readonly Point[]): Point | undefined =>
  points.length === 0
    ? undefined
    : { x: medianOf(points.map(({ x }) => x)), y: medianOf(points.map(({ y }) => y)) };

export const distanceBetween = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
