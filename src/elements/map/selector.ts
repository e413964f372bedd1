import { regionBetween, type Point, type Region } from '../../domain/map-geometry.ts';
import type { Board } from './board.ts';
import type { Controls } from './controls.ts';
import { Selecting } from './selecting.ts';

export type SelectorParts = {
  readonly board: Board;
  readonly controls: Controls;
  /** the region that is selected now */
  readonly selected: () => Region | undefined;
  /** a region is selected; one that grows with the keys is one selection */
  readonly select: (region: Region, isGrowing: boolean) => void;
};

/** Shows how a region is being selected, and says when it is. */
export class Selector {
  readonly #parts: SelectorParts;
  readonly #selecting = new Selecting();

  constructor(parts: SelectorParts) {
    this.#parts = parts;
    parts.controls.showSelecting(false);
  }

  get isOn(): boolean {
    return this.#selecting.isOn;
  }

  toggle(isOn = !this.isOn): void {
    this.#selecting.toggle(isOn);
    this.#parts.controls.showSelecting(isOn);
    this.#frame(this.#parts.selected());
  }

  /** A corner is set, by a click or a key. */
  setCorner(at: Point): void {
    const { controls, select } = this.#parts;
    const region = this.#selecting.setCorner(at);
    controls.showSelecting(this.isOn);
    if (region !== undefined) return select(region, false);
    this.#frame(regionBetween(at, at));
    controls.say('First corner set. Go to the opposite one.');
  }

  /** The pointer is at a place while one corner is set. */
  hover(at: Point): void {
    const draft = this.#selecting.draft(at);
    if (draft !== undefined) this.#frame(draft);
  }

  /** A region is pulled up between two places of the stage. */
  draw(from: Point, to: Point, isDone: boolean): void {
    const { toMap } = this.#parts.board.projection;
    const region = regionBetween(toMap(from), toMap(to));
    if (!isDone) return this.#frame(region);
    this.toggle(false);
    this.#parts.select(region, false);
  }

  /** The keys went from one paper to another. */
  walk(from: Point, to: Point, isHeld: boolean): void {
    const region = this.#selecting.step(from, to, isHeld);
    if (region !== undefined) this.#parts.select(region, true);
    else this.hover(to);
  }

  #frame(region: Region | undefined): void {
    this.#parts.board.frameRegion(region);
  }
}
