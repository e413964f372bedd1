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

/** How far in its widths and heights a label may stand from its own place. */
const ACROSS = [0, 0.15, -0.15, 0.3, -0.3, 0.45, -0.45];
const UP_AND_DOWN = [0, -0.5, 0.5, -1, 1, -1.5, 1.5, -2, 2];
/** A label is some ten times as wide as it is high, so a step to the side is a long one. */
const LENGTH_OF_WIDTH = 8;

const lengthOf = ({ x, y }: Point): number => LENGTH_OF_WIDTH * Math.abs(x) + Math.abs(y);

/** Steps from a label's own place to those that are tried as well, the shortest first. */
const STEPS: readonly Point[] = UP_AND_DOWN.flatMap((y) => ACROSS.map((x) => ({ x, y }))).toSorted(
  (a, b) => lengthOf(a) - lengthOf(b),
);

/** The places to try, pulled sideways as far as the label needs to lie on the stage. */
const candidatesOf = (label: Label, width: number): readonly Point[] => {
  const half = label.width / 2 + GAP;
  return STEPS.map(({ x, y }) => ({
    x: Math.max(half, Math.min(width - half, label.at.x + x * label.width)),
    y: label.at.y + y * label.height,
  }));
};

/** The box around several boxes. */
const around = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map(([left]) => left)),
  Math.min(...boxes.map(([, top]) => top)),
  Math.max(...boxes.map(([, , right]) => right)),
  Math.max(...boxes.map(([, , , bottom]) => bottom)),
];

/** The candidate that covers the fewest points; of equals the first. */
const freest = (
  label: Label,
  candidates: readonly Point[],
  points: readonly Point[],
): Point | undefined => {
  const reach = around(candidates.map((candidate) => boxOf(label, candidate)));
  // most points are far from all candidates
  const near = points.filter((point) => isOn(reach, point));
  let best: Point | undefined;
  let fewest = Infinity;
  for (const candidate of candidates) {
    const box = boxOf(label, candidate);
    const covered = near.reduce((count, point) => count + (isOn(box, point) ? 1 : 0), 0);
    if (covered < fewest) [best, fewest] = [candidate, covered];
    if (covered === 0) break;
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
