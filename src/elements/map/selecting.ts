import { boundsOf, regionBetween, type Point, type Region } from '../../domain/map-geometry.ts';

/** Selecting a region by two corners, each by a click or a key, or with Shift from paper to paper. */
export class Selecting {
  #isOn = false;
  #corner: Point | undefined;
  #passed: readonly Point[] = [];

  /** Whether clicks and Space set corners. */
  get isOn(): boolean {
    return this.#isOn;
  }

  toggle(isOn = !this.#isOn): void {
    this.#isOn = isOn;
    this.#corner = undefined;
  }

  /** Takes a corner; the second one gives the region and ends the selecting. */
  setCorner(at: Point): Region | undefined {
    if (this.#corner === undefined) {
      this.#isOn = true;
      this.#corner = at;
      return undefined;
    }
    const region = regionBetween(this.#corner, at);
    this.toggle(false);
    return region;
  }

  /** The region between the first corner, if there is one, and where the pointer or the keys are. */
  draft(at: Point): Region | undefined {
    return this.#corner === undefined ? undefined : regionBetween(this.#corner, at);
  }

  /**
   * A step of the keys from one paper to another: with Shift the region that holds all papers passed since
   * Shift was first held. It never shrinks, for the way back may lead past other papers.
   */
  step(from: Point, to: Point, isHeld: boolean): Region | undefined {
    this.#passed = isHeld
      ? [...this.#passed, ...(this.#passed.length === 0 ? [from] : []), to]
      : [];
    return boundsOf(this.#passed);
  }
}
