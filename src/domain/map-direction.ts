import type { Point } from './map-geometry.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const TURNS: Readonly<Record<Direction, (dx: number, dy: number) => readonly [number, number]>> = {
  right: (dx, dy) => [dx, dy],
  left: (dx, dy) => [-dx, dy],
  down: (dx, dy) => [dy, dx],
  up: (dx, dy) => [-dy, dx],
};

/** A point aside counts as this many times farther away than one straight ahead. */
const ASIDE = 2.5;

/**
 * The number of the point to which an arrow key leads: one that lies in its direction, near and not far
 * aside; undefined when none lies there. Of points equally good the first is taken.
 */
export const nearestInDirection = (
  points: readonly Point[],
  from: Point,
  direction: Direction,
): number | undefined => {
  const turn = TURNS[direction];
  let best: number | undefined;
  let least = Infinity;
  points.forEach(({ x, y }, index) => {
    const [ahead, aside] = turn(x - from.x, y - from.y);
    const cost = ahead + ASIDE * Math.abs(aside);
    if (ahead <= 0 || cost >= least) return;
    least = cost;
    best = index;
  });
  return best;
};

/** The number of the point nearest to a place, no farther than `reach`; of equals the first. */
export const nearestPoint = (
  points: readonly Point[],
  { x, y }: Point,
  reach = Infinity,
): number | undefined => {
  let best: number | undefined;
  let least = reach * reach;
  points.forEach((point, index) => {
    const square = (point.x - x) ** 2 + (point.y - y) ** 2;
    if (square > least || (square === least && best !== undefined)) return;
    least = square;
    best = index;
  });
  return best;
};
