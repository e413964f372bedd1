import type { Point } from '../../domain/map-geometry.ts';
import type { Board } from './board.ts';
import { GestureListener } from './gestures.ts';
import type { Pointing } from './pointing.ts';
import type { Selector } from './selector.ts';

export type HandParts = {
  readonly board: Board;
  readonly pointing: Pointing;
  readonly selector: Selector;
  /** the view has changed */
  readonly follow: () => void;
};

/** Moves the map, points and selects by mouse, pen and fingers. */
export class Hand {
  readonly #parts: HandParts;
  /** the point that was told of before the press: the focus that comes with a press tells of one, too */
  #toldBefore: number | undefined;

  constructor(parts: HandParts, signal: AbortSignal) {
    this.#parts = parts;
    const { board, pointing, selector } = parts;
    const on = {
      press: () => {
        this.#toldBefore = pointing.told;
      },
      selects: (event: PointerEvent) => event.shiftKey || selector.isOn,
      pull: (by: Point) => this.#move(() => board.pull(by)),
      zoom: (factor: number, at: Point) => this.#move(() => board.zoom(factor, at)),
      canZoom: (factor: number) => board.canZoom(factor),
      draw: (from: Point, to: Point, isDone: boolean) => selector.draw(from, to, isDone),
      hover: (at: Point) => this.#hover(at),
      leave: () => pointing.leave(),
      click: (at: Point, event: MouseEvent, isTouch: boolean) => this.#click(at, event, isTouch),
    };
    new GestureListener(board.stage, on, signal);
  }

  #move(act: () => void): void {
    this.#parts.pointing.drop();
    act();
    this.#parts.follow();
  }

  #hover(at: Point): void {
    const { board, pointing, selector } = this.#parts;
    selector.hover(board.projection.toMap(at));
    pointing.hover(board.pointAt(at));
  }

  #click(at: Point, event: MouseEvent, isTouch: boolean): void {
    const { board, pointing, selector } = this.#parts;
    const place = board.projection.toMap(at);
    if (selector.isOn) {
      event.preventDefault();
      return selector.setCorner(place);
    }
    // keys and screen readers click on the link that has the focus, wherever that is said to be
    if (event.detail === 0) return;
    const point = board.pointAt(at, isTouch);
    if (isTouch && point !== undefined && point !== this.#toldBefore) {
      // the first tap tells of the paper, the second one opens it
      event.preventDefault();
      pointing.hover(point);
    } else if (point === undefined) this.#clickGround(place);
  }

  /** The way to move the map without pulling: what was clicked comes to the middle. */
  #clickGround(place: Point): void {
    const { board, pointing } = this.#parts;
    pointing.leave();
    if (!board.isWhole) this.#move(() => board.look({ ...place, zoom: board.view.zoom }));
  }
}
