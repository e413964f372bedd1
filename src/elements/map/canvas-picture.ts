import type { MapPoints } from '../../domain/map-data.ts';
import { NO_TOPIC_SHAPE, SHAPES } from '../../domain/map-marks.ts';
import type { MapTopic } from '../../domain/map-model.ts';
import type { Projection, Size } from '../../domain/map-projection.ts';
import type { Picture, Standing } from './picture.ts';

/** Half the width of a stamp in pixels of the page: room for a found point and its outline. */
const HALF = 10;
const DIM = 0.16;
const FOUND = 1.35;
/** Points of a map with many are smaller; they grow when it is magnified, up to those of a drawing. */
const SMALLEST = 0.5;

/** By standing, one stamp for each topic: copying a stamp is much faster than filling its outline. */
type Stamps = Readonly<Record<Standing, readonly HTMLCanvasElement[]>>;

const ORDER: readonly Standing[] = ['dim', 'plain', 'found'];

type Ink = { readonly fill: string; readonly edge: string; readonly sheet: string };

/** Draws the points of a large map by stamping them on a canvas. */
export class CanvasPicture implements Picture {
  readonly #canvas: HTMLCanvasElement;
  readonly #map: MapPoints;
  #stamps: Stamps | undefined;
  #size = 0;
  #ratio = 1;
  /** by standing, the points that have it */
  #groups: Readonly<Record<Standing, readonly number[]>>;

  constructor(canvas: HTMLCanvasElement, map: MapPoints) {
    this.#canvas = canvas;
    this.#map = map;
    this.#groups = { dim: [], plain: [...map.ids.keys()], found: [] };
  }

  show({ scale, toStage }: Projection, stage: Size): void {
    const context = this.#canvas.getContext('2d');
    if (context === null) return;
    const whole = projectedScale(this.#map, stage);
    this.#prepare(stage, Math.min(1, SMALLEST * (scale / whole) ** 0.35));
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    const origin = toStage({ x: 0, y: 0 });
    for (const standing of ORDER) this.#stamp(context, standing, { ...origin, scale, stage });
  }

  mark(standings: readonly Standing[]): void {
    const having = (standing: Standing): readonly number[] =>
      standings.flatMap((one, at) => (one === standing ? [at] : []));
    this.#groups = { dim: having('dim'), plain: having('plain'), found: having('found') };
  }

  recolour(): void {
    this.#stamps = undefined;
  }

  #stamp(
    context: CanvasRenderingContext2D,
    standing: Standing,
    { x, y, scale, stage }: { x: number; y: number; scale: number; stage: Size },
  ): void {
    const stamps = this.#stamps?.[standing] ?? [];
    const { points, topicOf } = this.#map;
    const ratio = this.#ratio;
    for (const at of this.#groups[standing]) {
      const point = points[at];
      const stamp = stamps[topicOf[at] ?? 0];
      if (point === undefined || stamp === undefined) continue;
      const left = x + point.x * scale - HALF;
      const top = y + point.y * scale - HALF;
      if (left < -2 * HALF || top < -2 * HALF || left > stage.width || top > stage.height) continue;
      // whole pixels are copied as they are
      context.drawImage(stamp, Math.round(left * ratio), Math.round(top * ratio));
    }
  }

  /** Makes canvas and stamps fit the stage, the screen and the size of points. */
  #prepare({ width, height }: Size, raw: number): void {
    const ratio = window.devicePixelRatio;
    // few sizes, so that stamps are seldom cut anew
    const size = Math.round(raw * 10) / 10;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== wide) this.#canvas.width = wide;
    if (this.#canvas.height !== high) this.#canvas.height = high;
    if (this.#stamps !== undefined && ratio === this.#ratio && size === this.#size) return;
    this.#ratio = ratio;
    this.#size = size;
    const make = (standing: Standing): readonly HTMLCanvasElement[] =>
      this.#map.topics.map((topic) => this.#cut(topic, standing));
    this.#stamps = { dim: make('dim'), plain: make('plain'), found: make('found') };
  }

  #cut({ mark }: MapTopic, standing: Standing): HTMLCanvasElement {
    const stamp = document.createElement('canvas');
    stamp.width = stamp.height = Math.ceil(2 * HALF * this.#ratio);
    const context = stamp.getContext('2d');
    if (context === null) return stamp;
    const { fill, edge, sheet } = this.#ink(mark === undefined ? 'hue-none' : `hue-${mark.hue}`);
    const grow = this.#ratio * this.#size * (standing === 'found' ? FOUND / this.#size : 1);
    const path = new Path2D(mark === undefined ? NO_TOPIC_SHAPE : SHAPES[mark.shape]);
    context.translate(HALF * this.#ratio, HALF * this.#ratio);
    context.scale(grow, grow);
    context.globalAlpha = standing === 'dim' ? DIM : 1;
    context.lineWidth = standing === 'found' ? 2.5 : 1.5;
    context.strokeStyle = standing === 'found' ? edge : sheet;
    context.stroke(path);
    context.fillStyle = fill;
    context.fill(path, 'evenodd');
    return stamp;
  }

  /** Colours as style sheets give them, whatever the theme. */
  #ink(hue: string): Ink {
    const probe = document.createElement('span');
    probe.className = hue;
    this.#canvas.parentElement?.append(probe);
    const style = getComputedStyle(probe);
    const stage = getComputedStyle(this.#canvas.parentElement ?? probe);
    const ink = { fill: style.fill, edge: stage.color, sheet: stage.backgroundColor };
    probe.remove();
    return ink;
  }
}

/** Pixels for a unit while the whole map is shown. */
const projectedScale = ({ frame }: MapPoints, { width, height }: Size): number =>
  Math.min(width / (frame.right - frame.left), height / (frame.bottom - frame.top)) || 1;
