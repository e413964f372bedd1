import type { Point } from './map-geometry.ts';

/** Words to be shown near a place of the stage, in pixels. */
export type Label = {
  readonly text: string;
  readonly at: Point;
  readonly width: number;
  readonly height: number;
};

/** A label with its place: that of its middle. */
export type PlacedLabel<T extends Label> = { readonly label: T; readonly middle: Point };

type Box = readonly [left: number, top: number, right: number, bottom: number];

const GAP = 4;

const boxOf = ({ width, height }: Label, { x, y }: Point): Box => [
  x - width / 2 - GAP,
  y - height / 2 - GAP,
  x + width / 2 + GAP,
  y + height / 2 + GAP,
];

const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

const isWithin = ([left, top, right, bottom]: Box, width: number, height: number): boolean =>
  left >= 0 && top >= 0 && right <= width && bottom <= height;

const isOn = ([left, top, right, bottom]: Box, { x, y }: Point): boolean =>
  x > left - GAP && x < right + GAP && y > top - GAP && y < bottom + GAP;

/** Steps from a label's own place to those that are tried as well, in its heights and widths. */
const STEPS: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 0, y: -1 },
  { x: 0, y: 1 },
  { x: 0.3, y: 0 },
  { x: -0.3, y: 0 },
  { x: 0, y: -2 },
  { x: 0, y: 2 },
  { x: 0.3, y: -1 },
  { x: -0.3, y: -1 },
  { x: 0.3, y: 1 },
  { x: -0.3, y: 1 },
];

/** The places to try, pulled sideways as far as the label needs to lie on the stage. */
const candidatesOf = (label: Label, width: number): readonly Point[] => {
  const half = label.width / 2 + GAP;
  return STEPS.map(({ x, y }) => ({
    x: Math.max(half, Math.min(width - half, label.at.x + x * label.width)),
    y: label.at.y + y * label.height,
  }));
};

/** The candidate that covers the fewest points; of equals the first. */
const freest = (
  label: Label,
  candidates: readonly Point[],
  points: readonly Point[],
): Point | undefined => {
  let best: Point | undefined;
  let fewest = Infinity;
  for (const candidate of candidates) {
    const box = boxOf(label, candidate);
    const covered = points.reduce((count, point) => count + (isOn(box, point) ? 1 : 0), 0);
    if (covered < fewest) [best, fewest] = [candidate, covered];
  }
  return best;
};

/**
 * Places labels so that none covers another, all lie on the stage, and few points are hidden. They come in
 * the order of their weight: one that finds no place is left out.
 */
export const placeLabels = <T extends Label>(
  labels: readonly T[],
  stage: { readonly width: number; readonly height: number },
  points: readonly Point[] = [],
): readonly PlacedLabel<T>[] => {
  const taken: Box[] = [];
  return labels.flatMap((label) => {
    const free = candidatesOf(label, stage.width).filter((place) => {
      const box = boxOf(label, place);
      return isWithin(box, stage.width, stage.height) && !taken.some((other) => meet(box, other));
    });
    const middle = freest(label, free, points);
    if (middle === undefined) return [];
    taken.push(boxOf(label, middle));
    return [{ label, middle }];
  });
};
