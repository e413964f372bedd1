/**
 * Things that are joined to groups, each thing a number. Some are anchors, for the collection knows them: no group
 * has two anchors.
 */
export class WorkGroups {
  readonly #parents: number[];
  readonly #anchors: number;

  /** The first `anchors` of `size` things are anchors. */
  constructor(size: number, anchors: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index);
    this.#anchors = anchors;
  }

  /** The least thing of the group, which is its anchor when it has one. */
  rootOf(thing: number): number {
    let root = thing;
    for (let parent = this.#parents[root]; parent !== undefined && parent !== root;) {
      root = parent;
      parent = this.#parents[root];
    }
    // the way is short for whoever comes next
    for (let at = thing; at !== root;) {
      const next = this.#parents[at] ?? root;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  isAnchored(thing: number): boolean {
    return this.rootOf(thing) < this.#anchors;
  }

  areJoined(a: number, b: number): boolean {
    return this.rootOf(a) === this.rootOf(b);
  }

  /** Makes one group of two, unless both have an anchor. */
  join(a: number, b: number): boolean {
    const [first = a, second = b] = [this.rootOf(a), this.rootOf(b)].toSorted((x, y) => x - y);
    if (first === second) return true;
    if (second < this.#anchors) return false;
    this.#parents[second] = first;
    return true;
  }
}
