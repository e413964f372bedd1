import type { MapPoints } from '../../domain/map-data.ts';
import { nearestPoint } from '../../domain/map-direction.ts';
import type { Point, Region } from '../../domain/map-geometry.ts';
import {
  clampView,
  MAX_ZOOM,
  panView,
  projectionOf,
  showPoint,
  wholeView,
  zoomView,
  type Ground,
  type Projection,
  type View,
} from '../../domain/map-projection.ts';
import { partOf } from '../search/parts.ts';
import { findPicture } from './find-picture.ts';
import { LabelLayer } from './label-layer.ts';
import type { Picture, Standing } from './picture.ts';
import { RegionBox } from './region-box.ts';

/** Half of what a fingertip covers, and how near a mouse must come to a point. */
const TOUCH_REACH = 24;
const MOUSE_REACH = 14;

/** The drawn map: what part of it is shown, and how its points stand. It draws once a frame at most. */
export class Board {
  readonly stage: HTMLElement;
  readonly map: MapPoints;
  readonly #picture: Picture;
  readonly #labels: LabelLayer;
  readonly #regionBox: RegionBox;
  readonly #onDraw: () => void;
  #view: View;
  #region: Region | undefined;
  #shown: readonly number[];
  #frame: number | undefined;

  constructor(root: HTMLElement, map: MapPoints, onDraw: () => void) {
    this.map = map;
    this.stage = partOf(root, 'stage', HTMLElement);
    // screen readers leave the arrow keys to it
    this.stage.role = 'application';
    this.#picture = findPicture(root, map);
    this.#labels = new LabelLayer(partOf(root, 'labels', HTMLElement), map);
    this.#regionBox = new RegionBox(partOf(root, 'region', HTMLElement));
    this.#onDraw = onDraw;
    this.#view = wholeView(map.frame);
    this.#shown = [...map.ids.keys()];
  }

  get view(): View {
    return this.#view;
  }

  get isWhole(): boolean {
    return this.#view.zoom === 1;
  }

  get projection(): Projection {
    return projectionOf(this.#ground, this.#view);
  }

  get #ground(): Ground {
    const { clientWidth: width, clientHeight: height } = this.stage;
    return { frame: this.map.frame, stage: { width, height } };
  }

  get size(): Ground['stage'] {
    return this.#ground.stage;
  }

  /** The points that stand out, or all when nothing was asked for. */
  get shown(): readonly number[] {
    return this.#shown;
  }

  look(view: View | undefined): void {
    const { frame } = this.map;
    this.#view = view === undefined ? wholeView(frame) : clampView(view, frame);
    this.draw();
  }

  pull(by: Point): void {
    this.look(panView(this.#view, by, this.#ground));
  }

  /** Magnifies around a place of the stage, else around its middle. */
  zoom(factor: number, at = this.middle): void {
    this.look(zoomView(this.#view, factor, at, this.#ground));
  }

  canZoom(factor: number): boolean {
    return factor > 1 ? this.#view.zoom < MAX_ZOOM : this.#view.zoom > 1;
  }

  get middle(): Point {
    const { width, height } = this.size;
    return { x: width / 2, y: height / 2 };
  }

  /** Brings a point into sight. */
  bring(point: number): void {
    this.look(showPoint(this.#view, this.place(point), this.#ground));
  }

  /** The shown point at a place of the stage, if one is near enough. */
  pointAt(at: Point, isTouch = false): number | undefined {
    const { scale, toMap } = this.projection;
    return this.nearest(toMap(at), (isTouch ? TOUCH_REACH : MOUSE_REACH) / scale);
  }

  /** The shown point nearest to a place of the map. */
  nearest(at: Point, reach?: number): number | undefined {
    const points = this.#shown.map((point) => this.place(point));
    const found = nearestPoint(points, at, reach);
    return found === undefined ? undefined : this.#shown[found];
  }

  place(point: number): Point {
    return this.map.points[point] ?? { x: 0, y: 0 };
  }

  /** Lets points stand out or step back, and names the topics that stand out. */
  mark(standings: readonly Standing[], topics: readonly string[]): void {
    this.#picture.mark(standings);
    this.#labels.want(topics);
    this.#shown = [...standings.keys()].filter((point) => standings[point] !== 'dim');
    this.draw();
  }

  frameRegion(region: Region | undefined): void {
    this.#region = region;
    this.draw();
  }

  /** Takes up a theme that has changed. */
  recolour(): void {
    this.#picture.recolour();
    this.draw();
  }

  draw(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      const { projection, size } = this;
      this.stage.dataset['script'] = this.isWhole ? 'whole' : 'zoomed';
      this.#picture.show(projection, size);
      this.#labels.show(projection, size, this.#view.zoom);
      this.#regionBox.show(this.#region, projection);
      this.#onDraw();
    });
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
  }
}
