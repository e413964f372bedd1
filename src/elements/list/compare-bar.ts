import { LEAST_COMPARED, MOST_COMPARED, writeCompareQuery } from '../../domain/compare-link.ts';
import { countOf } from '../../domain/labels.ts';
import type { ReadingList } from '../../domain/reading-list.ts';
import { withBase } from '../../domain/urls.ts';
import { partOf } from '../search/parts.ts';

/** Gathers the papers that the reader ticks to see side by side, and leads there. */
export class CompareBar {
  readonly #root: HTMLElement;
  readonly #base: string;
  readonly #ids = new Set<string>();

  constructor(root: HTMLElement, base: string) {
    this.#root = root;
    this.#base = base;
  }

  get ids(): readonly string[] {
    return [...this.#ids];
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  set(id: string, isCompared: boolean): void {
    if (isCompared) this.#ids.add(id);
    else this.#ids.delete(id);
  }

  /** Forgets papers that are gone; shows the link, or what is lacking to have one. */
  show(list: ReadingList): void {
    for (const id of this.#ids) if (!list.some((item) => item.id === id)) this.#ids.delete(id);
    const { size } = this.#ids;
    const link = partOf(this.#root, 'compare-link', HTMLAnchorElement);
    const isReady = size >= LEAST_COMPARED && size <= MOST_COMPARED;
    this.#root.hidden = size === 0;
    link.hidden = !isReady;
    link.href = withBase(this.#base, `/compare/${writeCompareQuery([...this.#ids])}`);
    link.textContent = `Compare ${countOf(size, 'paper')}`;
    partOf(this.#root, 'compare-hint', HTMLElement).textContent = isReady
      ? ''
      : size < LEAST_COMPARED
        ? 'Tick one more paper to compare.'
        : `At most ${MOST_COMPARED} papers can be compared: untick ${size - MOST_COMPARED}.`;
  }
}
