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

/** The places that are tried for a label: its own, then above and below, then further. */
const STEPS = [0, -1, 1, -2, 2] as const;

const candidatesOf = ({ at, height }: Label): readonly Point[] =>
  STEPS.map((step) => ({ x: at.x, y: at.y + step * (height + GAP) }));

/** Moves a place sideways as far as the label needs to lie on the stage. */
const pullIn = ({ x, y }: Point, label: Label, width: number): Point => {
  const half = label.width / 2 + GAP;
  return { x: Math.max(half, Math.min(width - half, x)), y };
};

/**
 * Places labels so that none covers another and all lie on the stage. They come in the order of their
 * weight: one that finds no place is left out.
 */
export const placeLabels = <T extends Label>(
  labels: readonly T[],
  stage: { readonly width: number; readonly height: number },
): readonly PlacedLabel<T>[] => {
  const taken: Box[] = [];
  return labels.flatMap((label) => {
    const middle = candidatesOf(label)
      .map((place) => pullIn(place, label, stage.width))
      .find((place) => {
        const box = boxOf(label, place);
        return isWithin(box, stage.width, stage.height) && !taken.some((other) => meet(box, other));
      });
    if (middle === undefined) return [];
    taken.push(boxOf(label, middle));
    return [{ label, middle }];
  });
};
