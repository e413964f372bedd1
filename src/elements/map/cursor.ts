import type { Point } from '../../domain/map-geometry.ts';

/** What a link on the map leads to, and what is said of it. */
export type Target = { readonly href: string; readonly label: string };

const makeLink = (stage: HTMLElement): HTMLAnchorElement => {
  const link = document.createElement('a');
  link.className = 'cursor';
  link.draggable = false;
  link.hidden = true;
  stage.append(link);
  return link;
};

const moveTo = (link: HTMLAnchorElement, { x, y }: Point): void => {
  link.style.transform = `translate(${x}px, ${y}px)`;
};

/** A link that lies on the point under the pointer, so that a click, however made, follows it. */
export class HoverCursor {
  readonly #link: HTMLAnchorElement;

  constructor(stage: HTMLElement) {
    this.#link = makeLink(stage);
    this.#link.tabIndex = -1;
    this.#link.ariaHidden = 'true';
    this.#link.classList.add('is-shown');
  }

  show(at: Point | undefined, href = this.#link.href): void {
    this.#link.hidden = at === undefined;
    if (at === undefined) return;
    this.#link.href = href;
    moveTo(this.#link, at);
  }
}

/**
 * The link on the point at which the arrow keys stand. There are two, which take turns: a screen reader reads
 * a link when the focus comes to it, not when its words change.
 */
export class KeyCursor {
  #link: HTMLAnchorElement;
  #other: HTMLAnchorElement;

  constructor(stage: HTMLElement) {
    this.#link = makeLink(stage);
    this.#other = makeLink(stage);
  }

  get hasFocus(): boolean {
    return document.activeElement === this.#link;
  }

  owns(target: EventTarget | null): boolean {
    return target === this.#link || target === this.#other;
  }

  /** Stands on a point; with `isFocused` the focus goes there, too. */
  stand({ href, label }: Target, at: Point, isFocused: boolean): void {
    if (isFocused) [this.#link, this.#other] = [this.#other, this.#link];
    this.#link.href = href;
    this.#link.ariaLabel = label;
    this.#link.hidden = false;
    moveTo(this.#link, at);
    if (isFocused) this.#link.focus({ preventScroll: true });
    this.#other.hidden = true;
  }

  /** Follows its point when the map moves. */
  follow(at: Point, isShown: boolean): void {
    moveTo(this.#link, at);
    this.#link.classList.toggle('is-shown', isShown);
  }

  focus(): void {
    this.#link.focus({ preventScroll: true });
  }
}
