import type { Point } from '../../domain/map-geometry.ts';

/** What a pointer does on the stage, in pixels of it. */
export type Gestures = {
  /** a pointer comes down; the focus follows it only later */
  readonly press: () => void;
  /** whether a pull with this event selects instead of moving the map */
  readonly selects: (event: PointerEvent) => boolean;
  readonly pull: (by: Point) => void;
  readonly zoom: (factor: number, at: Point) => void;
  /** whether the map can still be magnified or reduced by this factor */
  readonly canZoom: (factor: number) => boolean;
  /** a region is being drawn, or was, when `isDone` */
  readonly draw: (from: Point, to: Point, isDone: boolean) => void;
  readonly hover: (at: Point) => void;
  readonly leave: () => void;
  /** after a press without a pull; the event may be kept from following a link */
  readonly click: (at: Point, event: MouseEvent, isTouch: boolean) => void;
};

/** A press that moves less is a click: fingers and hands are not still. */
const STILL_PX = 5;
/** Pixels that one line and one page of a wheel stand for, as browsers scroll them. */
const WHEEL_PX = [1, 16, 400] as const;
/** Magnification for one pixel of the wheel, and of fingers on a pad, which browsers tell as a wheel with Ctrl. */
const WHEEL_ZOOM = 0.0022;
const PAD_ZOOM = 0.012;

const middleOf = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const lengthOf = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y) || 1;

/** What a wheel's turn magnifies by. */
export const wheelFactor = ({ deltaY, deltaMode, ctrlKey }: WheelEvent): number =>
  Math.exp(-deltaY * (WHEEL_PX[deltaMode] ?? 1) * (ctrlKey ? PAD_ZOOM : WHEEL_ZOOM));

/** Listens to mouse, pen and fingers on the stage and says what they mean. */
export class GestureListener {
  readonly #stage: HTMLElement;
  readonly #on: Gestures;
  readonly #pointers = new Map<number, Point>();
  #start: { readonly at: Point; readonly selects: boolean } | undefined;
  #isPulling = false;
  #isTouch = false;

  constructor(stage: HTMLElement, on: Gestures, signal: AbortSignal) {
    this.#stage = stage;
    this.#on = on;
    stage.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    stage.addEventListener('pointermove', (event) => this.#move(event), { signal });
    stage.addEventListener('pointerup', (event) => this.#up(event, true), { signal });
    stage.addEventListener('pointercancel', (event) => this.#up(event, false), { signal });
    stage.addEventListener('pointerleave', (event) => this.#leave(event), { signal });
    stage.addEventListener('click', (event) => this.#click(event), { signal, capture: true });
    stage.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
    // links would be dragged away instead of the map being pulled
    stage.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
  }

  #at({ clientX, clientY }: MouseEvent): Point {
    const { left, top } = this.#stage.getBoundingClientRect();
    return {
      x: clientX - left - this.#stage.clientLeft,
      y: clientY - top - this.#stage.clientTop,
    };
  }

  /** Whether an event is the card's, whose words may be selected and scrolled. */
  #isCards({ target }: Event): boolean {
    return target instanceof Element && target.closest('[data-part="card"]') !== null;
  }

  #down(event: PointerEvent): void {
    this.#isTouch = event.pointerType === 'touch';
    if (event.button !== 0 || this.#isCards(event)) return;
    this.#on.press();
    const at = this.#at(event);
    this.#pointers.set(event.pointerId, at);
    if (this.#pointers.size === 1) {
      this.#isPulling = false;
      this.#start = { at, selects: this.#on.selects(event) };
    } else if (this.#start?.selects !== true) this.#isPulling = true;
  }

  #move(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    const at = this.#at(event);
    if (before === undefined) {
      if (event.pointerType !== 'touch' && !this.#isCards(event)) this.#on.hover(at);
      return;
    }
    if (this.#pointers.size > 1) this.#pinch(event.pointerId, before, at);
    else this.#drag(event.pointerId, before, at);
  }

  #drag(pointer: number, before: Point, at: Point): void {
    const start = this.#start;
    if (start === undefined || (!this.#isPulling && lengthOf(start.at, at) < STILL_PX)) return;
    if (!this.#isPulling) this.#beginPull(pointer);
    this.#pointers.set(pointer, at);
    if (start.selects) this.#on.draw(start.at, at, false);
    else this.#on.pull({ x: at.x - before.x, y: at.y - before.y });
  }

  #beginPull(pointer: number): void {
    this.#isPulling = true;
    this.#stage.toggleAttribute('data-pulled', true);
    this.#stage.setPointerCapture(pointer);
    this.#on.leave();
  }

  #pinch(pointer: number, before: Point, at: Point): void {
    const other = [...this.#pointers].find(([id]) => id !== pointer)?.[1];
    this.#pointers.set(pointer, at);
    if (other === undefined || this.#start?.selects === true) return;
    const [from, to] = [middleOf(before, other), middleOf(at, other)];
    this.#on.pull({ x: to.x - from.x, y: to.y - from.y });
    this.#on.zoom(lengthOf(at, other) / lengthOf(before, other), to);
  }

  #up(event: PointerEvent, isDone: boolean): void {
    if (!this.#pointers.delete(event.pointerId) || this.#pointers.size > 0) return;
    const start = this.#start;
    this.#stage.removeAttribute('data-pulled');
    if (this.#isPulling && start?.selects === true)
      this.#on.draw(start.at, this.#at(event), isDone);
    this.#start = undefined;
  }

  #leave({ pointerType }: PointerEvent): void {
    // a finger leaves whenever it is lifted: what it showed stays
    if (pointerType !== 'touch') this.#on.leave();
  }

  #click(event: MouseEvent): void {
    if (this.#isPulling) {
      // the end of a pull is no click
      event.preventDefault();
      event.stopPropagation();
      this.#isPulling = false;
    } else if (!this.#isCards(event)) this.#on.click(this.#at(event), event, this.#isTouch);
  }

  #wheel(event: WheelEvent): void {
    const factor = wheelFactor(event);
    // at either end the page scrolls on
    if (this.#isCards(event) || !this.#on.canZoom(factor)) return;
    event.preventDefault();
    this.#on.zoom(factor, this.#at(event));
  }
}
