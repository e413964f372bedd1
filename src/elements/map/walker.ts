import { nearestInDirection } from '../../domain/map-direction.ts';
import type { Point } from '../../domain/map-geometry.ts';
import type { Board } from './board.ts';
import { readKey, type MapKey } from './keys.ts';
import type { Pointing } from './pointing.ts';
import type { Selector } from './selector.ts';

export type WalkerParts = {
  readonly board: Board;
  readonly pointing: Pointing;
  readonly selector: Selector;
  /** the keys have come to a paper */
  readonly arrive: (point: number) => void;
  readonly zoom: (factor: number, at: Point) => void;
  readonly whole: () => void;
  /** clears the region; whether there was one */
  readonly clear: () => boolean;
};

/** Walks over the map by keys. */
export class Walker {
  readonly #parts: WalkerParts;

  constructor(parts: WalkerParts, signal: AbortSignal) {
    this.#parts = parts;
    parts.board.stage.addEventListener('keydown', (event) => this.#press(event), { signal });
  }

  /** Stands on the paper with this id, else on the one in the middle, without taking the focus. */
  takeStand(id: string | undefined): void {
    const { board, pointing } = this.#parts;
    const named = id === undefined ? -1 : board.map.ids.indexOf(id);
    const point = named >= 0 ? named : board.nearest(board.projection.toMap(board.middle));
    if (point !== undefined) void pointing.stand(point, false, named >= 0);
  }

  #press(event: KeyboardEvent): void {
    const key = this.#parts.pointing.owns(event.target) ? readKey(event) : undefined;
    if (key !== undefined && this.#obey(key)) event.preventDefault();
  }

  /** Does what a key means; whether it meant something here. */
  #obey(key: MapKey): boolean {
    const { board, selector, zoom, whole } = this.#parts;
    const at = board.place(this.#current);
    if (key.does === 'step') this.#step(key);
    else if (key.does === 'zoom') zoom(key.factor, board.projection.toStage(at));
    else if (key.does === 'whole') whole();
    else if (key.does === 'corner') selector.setCorner(at);
    else return this.#escape();
    return true;
  }

  get #current(): number {
    return this.#parts.pointing.current ?? 0;
  }

  #step({ direction, selects }: Extract<MapKey, { does: 'step' }>): void {
    const { board, pointing, selector, arrive } = this.#parts;
    const from = board.place(this.#current);
    const next = nearestInDirection(
      board.shown.map((point) => board.place(point)),
      from,
      direction,
    );
    const point = next === undefined ? undefined : board.shown[next];
    if (point === undefined) return;
    board.bring(point);
    void pointing.stand(point, true, true);
    arrive(point);
    selector.walk(from, board.place(point), selects);
  }

  #escape(): boolean {
    const { pointing, selector, clear } = this.#parts;
    if (selector.isOn) {
      selector.toggle(false);
      return true;
    }
    return pointing.dismiss() || clear();
  }
}
