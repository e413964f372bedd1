import type { MapPoints } from '../../domain/map-data.ts';
import { NO_TOPIC_SHAPE, SHAPES } from '../../domain/map-marks.ts';
import {
  projectionOf,
  wholeView,
  type Projection,
  type Size,
} from '../../domain/map-projection.ts';
import type { Picture, Standing } from './picture.ts';
import { cutStamp, putStamp, type Ink, type Pixels, type Stamp } from './stamp.ts';

/** Points of a map with many are smaller; they grow as it is magnified, up to those of a drawing. */
const SMALLEST = 0.5;
const GROWTH = 0.35;

/** What stands out lies above the rest. */
const ORDER: readonly Standing[] = ['dim', 'plain', 'found'];

/** What is drawn on: the screen's pixels for one of the page, and the size of points. */
type Look = { readonly ratio: number; readonly size: number };

/**
 * Draws the points of a large map. It writes pixels by itself: 10,000 points take 4 ms, while the canvas takes
 * ten times as long to copy as many images where it has no graphics card.
 */
export class CanvasPicture implements Picture {
  readonly #canvas: HTMLCanvasElement;
  readonly #map: MapPoints;
  /** cut when they are first needed, and kept for each size: there are few */
  readonly #stamps = new Map<string, Stamp>();
  /** by standing, the points that have it */
  #groups: Readonly<Record<Standing, readonly number[]>>;

  constructor(canvas: HTMLCanvasElement, map: MapPoints) {
    this.#canvas = canvas;
    this.#map = map;
    this.#groups = { dim: [], plain: [...map.ids.keys()], found: [] };
  }

  show(projection: Projection, stage: Size): void {
    const context = this.#canvas.getContext('2d');
    const ratio = window.devicePixelRatio;
    const width = Math.round(stage.width * ratio);
    const height = Math.round(stage.height * ratio);
    if (context === null || width === 0 || height === 0) return;
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    const image = context.createImageData(width, height);
    const colours = new Uint32Array(image.data.buffer);
    this.#put({ width, height, colours }, projection, this.#look(projection, stage, ratio));
    context.putImageData(image, 0, 0);
  }

  mark(standings: readonly Standing[]): void {
    const having = (standing: Standing): readonly number[] =>
      standings.flatMap((one, at) => (one === standing ? [at] : []));
    this.#groups = { dim: having('dim'), plain: having('plain'), found: having('found') };
  }

  recolour(): void {
    this.#stamps.clear();
  }

  #put(pixels: Pixels, { scale, toStage }: Projection, look: Look): void {
    const { points, topicOf, topics } = this.#map;
    const origin = toStage({ x: 0, y: 0 });
    for (const standing of ORDER) {
      const group = this.#groups[standing];
      if (group.length === 0) continue;
      const stamps = topics.map((_, topic) => this.#stamp(topic, standing, look));
      for (const at of group) {
        const point = points[at];
        const stamp = stamps[topicOf[at] ?? 0];
        if (point === undefined || stamp === undefined) continue;
        const x = Math.round((origin.x + point.x * scale) * look.ratio);
        const y = Math.round((origin.y + point.y * scale) * look.ratio);
        putStamp(pixels, stamp, x, y);
      }
    }
  }

  #look({ scale }: Projection, stage: Size, ratio: number): Look {
    const { frame } = this.#map;
    const whole = projectionOf({ frame, stage }, wholeView(frame)).scale;
    const size = Math.min(1, SMALLEST * (scale / whole) ** GROWTH);
    return { ratio, size: Math.round(10 * size) / 10 };
  }

  #stamp(topic: number, standing: Standing, { ratio, size }: Look): Stamp {
    const key = [topic, standing, ratio, size].join();
    const known = this.#stamps.get(key);
    if (known !== undefined) return known;
    const mark = this.#map.topics[topic]?.mark;
    const path = (mark && SHAPES[mark.shape]) ?? NO_TOPIC_SHAPE;
    const ink = this.#ink(mark === undefined ? 'hue-none' : `hue-${mark.hue}`);
    const stamp = cutStamp({ path, standing, size, ratio, ink });
    this.#stamps.set(key, stamp);
    return stamp;
  }

  /** Colours as style sheets give them, whatever the theme. */
  #ink(hue: string): Ink {
    const stage = this.#canvas.parentElement ?? this.#canvas;
    const probe = document.createElement('span');
    probe.className = hue;
    stage.append(probe);
    const { fill } = getComputedStyle(probe);
    probe.remove();
    const { color: edge, backgroundColor: sheet } = getComputedStyle(stage);
    return { fill, edge, sheet };
  }
}
