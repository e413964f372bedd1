import { clamp, type Point, type Region } from './map-geometry.ts';

/** What part of the map is looked at: its middle, and how many times larger than the whole map. */
export type View = Point & { readonly zoom: number };

export type Size = { readonly width: number; readonly height: number };

/** The map as it lies on the stage: all points and some room around them. */
export type Ground = { readonly frame: Region; readonly stage: Size };

/** Pixels of the stage for a place on the map, and back. */
export type Projection = {
  /** pixels for one unit of the map */
  readonly scale: number;
  readonly toStage: (point: Point) => Point;
  readonly toMap: (point: Point) => Point;
};

export const MAX_ZOOM = 60;

const middleOf = ({ left, top, right, bottom }: Region): Point => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});

/** The whole map. */
export const wholeView = (frame: Region): View => ({ ...middleOf(frame), zoom: 1 });

/** The nearest view that shows some of the map; without magnification there is only the whole map. */
export const clampView = (view: View, frame: Region): View => {
  const zoom = clamp(view.zoom, 1, MAX_ZOOM);
  if (zoom === 1) return wholeView(frame);
  return {
    x: clamp(view.x, frame.left, frame.right),
    y: clamp(view.y, frame.top, frame.bottom),
    zoom,
  };
};

export const projectionOf = ({ frame, stage }: Ground, view: View): Projection => {
  const { width, height } = stage;
  const whole = Math.min(
    width / (frame.right - frame.left || 1),
    height / (frame.bottom - frame.top || 1),
  );
  // a stage without size, such as one not shown, still has a projection
  const scale = (whole || 1) * view.zoom;
  return {
    scale,
    toStage: ({ x, y }) => ({
      x: (x - view.x) * scale + width / 2,
      y: (y - view.y) * scale + height / 2,
    }),
    toMap: ({ x, y }) => ({
      x: (x - width / 2) / scale + view.x,
      y: (y - height / 2) / scale + view.y,
    }),
  };
};

/** The view after magnifying by a factor: what lies under the place `at` of the stage stays there. */
export const zoomView = (view: View, factor: number, at: Point, ground: Ground): View => {
  const zoom = clamp(view.zoom * factor, 1, MAX_ZOOM);
  const kept = projectionOf(ground, view).toMap(at);
  const there = projectionOf(ground, { ...view, zoom }).toMap(at);
  return clampView(
    { x: view.x + kept.x - there.x, y: view.y + kept.y - there.y, zoom },
    ground.frame,
  );
};

/** The view after the map was pulled by some pixels. */
export const panView = (view: View, { x, y }: Point, ground: Ground): View => {
  const { scale } = projectionOf(ground, view);
  return clampView({ ...view, x: view.x - x / scale, y: view.y - y / scale }, ground.frame);
};

/** How near a shown point may come to the edge of the stage, as a part of its size. */
const MARGIN = 0.12;

/** The nearest view in which a point can be seen well inside the stage. */
export const showPoint = (view: View, point: Point, ground: Ground): View => {
  const { x, y } = projectionOf(ground, view).toStage(point);
  const { width, height } = ground.stage;
  const inside = (at: number, length: number): number =>
    clamp(at, length * MARGIN, length * (1 - MARGIN)) - at;
  const pull = { x: inside(x, width), y: inside(y, height) };
  return pull.x === 0 && pull.y === 0 ? view : panView(view, pull, ground);
};
