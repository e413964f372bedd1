import { partOf } from './parts.ts';

/** What stands in the place of the results, one at a time. */
const PANELS = ['start', 'failed', 'none', 'found'] as const;
type Panel = (typeof PANELS)[number];

const HEADINGS = ['heading', 'none-heading'] as const;

/** The places of the results, and the focus when they change. */
export class Panels {
  readonly #root: HTMLElement;
  readonly #box: HTMLElement;

  constructor(root: HTMLElement, box: HTMLElement) {
    this.#root = root;
    this.#box = box;
  }

  show(shown: Panel): void {
    for (const panel of PANELS) this.#part(`panel-${panel}`).hidden = panel !== shown;
  }

  hideStart(): void {
    this.#part('panel-start').hidden = true;
  }

  /** When what had the focus goes away, the focus goes to the heading of what took its place. */
  change(change: () => void): void {
    const hadFocus = this.#root.contains(document.activeElement);
    change();
    const focused = document.activeElement;
    // most often; to look whether something shows costs a layout
    if (focused === this.#box) return;
    if (!hadFocus || (this.#root.contains(focused) && focused?.checkVisibility())) return;
    const headings = HEADINGS.map((name) => this.#part(name));
    const place = headings.find((heading) => heading.checkVisibility()) ?? this.#box;
    place.focus({ preventScroll: true });
  }

  #part(name: string): HTMLElement {
    return partOf(this.#root, name, HTMLElement);
  }
}
