import type { Standing } from './picture.ts';

/** How a point is to be stamped. */
export type StampOrder = {
  /** outline around 0,0 in pixels of the page */
  readonly path: string;
  readonly standing: Standing;
  /** size of points at this magnification, as a part of their full size */
  readonly size: number;
  /** pixels of the screen for one of the page */
  readonly ratio: number;
  readonly ink: Ink;
};

/** Colours, as style sheets compute them. */
export type Ink = { readonly fill: string; readonly edge: string; readonly sheet: string };

/** A point as the pixels that it covers, each by its distance from the middle, with its colour. */
export type Stamp = {
  readonly dx: Int32Array;
  readonly dy: Int32Array;
  readonly colours: Uint32Array;
};

/** Pixels of a screen, as a canvas takes them. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly colours: Uint32Array;
};

/** Half the width of a stamp in pixels of the page: room for a point that was found and its edge. */
const HALF = 10;
const DIM = 0.16;
const FOUND = 1.35;
/** Less of a pixel than this is left to what lies below. */
const MIN_ALPHA = 110;

const draw = (context: OffscreenCanvasRenderingContext2D, order: StampOrder): void => {
  const { path: outline, standing, size, ratio, ink } = order;
  const isFound = standing === 'found';
  const path = new Path2D(outline);
  context.translate(HALF * ratio, HALF * ratio);
  context.scale(ratio * (isFound ? FOUND : size), ratio * (isFound ? FOUND : size));
  context.lineWidth = isFound ? 2.5 : 1.5;
  context.strokeStyle = isFound ? ink.edge : ink.sheet;
  context.stroke(path);
  context.fillStyle = ink.sheet;
  context.fill(path, 'evenodd');
  context.globalAlpha = standing === 'dim' ? DIM : 1;
  context.fillStyle = ink.fill;
  context.fill(path, 'evenodd');
};

/** Cuts a stamp: what it covers is opaque, so that stamping is writing pixels and nothing else. */
export const cutStamp = (order: StampOrder): Stamp => {
  const half = Math.ceil(HALF * order.ratio);
  const context = new OffscreenCanvas(2 * half, 2 * half).getContext('2d', {
    willReadFrequently: true,
  });
  if (context === null) throw new Error('The browser cannot draw.');
  draw(context, order);
  const { data } = context.getImageData(0, 0, 2 * half, 2 * half);
  const covered = Array.from({ length: 4 * half * half }, (_, at) => at).filter(
    (at) => (data[4 * at + 3] ?? 0) >= MIN_ALPHA,
  );
  for (const at of covered) data[4 * at + 3] = 255;
  const colours = new Uint32Array(data.buffer);
  return {
    dx: Int32Array.from(covered, (at) => (at % (2 * half)) - half),
    dy: Int32Array.from(covered, (at) => Math.floor(at / (2 * half)) - half),
    colours: Uint32Array.from(covered, (at) => colours[at] ?? 0),
  };
};

/** Writes a stamp with its middle on a pixel; what lies outside is left out. */
export const putStamp = (
  pixels: Pixels,
  { dx, dy, colours }: Stamp,
  x: number,
  y: number,
): void => {
  const { width, height, colours: to } = pixels;
  for (let at = 0; at < colours.length; at += 1) {
    const column = x + (dx[at] ?? 0);
    const row = y + (dy[at] ?? 0);
    if (column >= 0 && row >= 0 && column < width && row < height)
      to[row * width + column] = colours[at] ?? 0;
  }
};
