import { MAX_QUERY_LENGTH } from '../../search/url-state.ts';
import { partOf } from '../search/parts.ts';
import type { Found } from './found.ts';
import type { MapState } from './state.ts';
import { foundText, HELP, SELECT_HELP } from './words.ts';

/** The form, the legend and the buttons around the map, as the server made them. */
export class Controls {
  readonly #root: HTMLElement;
  readonly form: HTMLFormElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.form = partOf(root, 'form', HTMLFormElement);
  }

  button(name: string): HTMLButtonElement {
    return partOf(this.#root, name, HTMLButtonElement);
  }

  focusBox(): void {
    this.#box.focus();
  }

  /** What box and ticks ask for. */
  get asked(): Pick<MapState, 'q' | 'topic'> {
    const ticked = this.#boxes.filter(({ checked }) => checked).map(({ value }) => value);
    const q = this.#box.value.trim().slice(0, MAX_QUERY_LENGTH);
    return { q, topic: ticked.toSorted() };
  }

  show({ q, topic }: MapState): void {
    if (this.#box.value.trim() !== q) this.#box.value = q;
    for (const box of this.#boxes) box.checked = topic.includes(box.value);
  }

  showSearching(): void {
    this.#part('found-count').textContent = 'Searching…';
    this.#part('found-link').hidden = true;
    this.#part('found-clear').hidden = false;
  }

  showFound(found: Found | undefined, q: string, listUrl: string): void {
    const count = this.#part('found-count');
    this.#part('found-clear').hidden = found === undefined;
    count.textContent =
      found === undefined
        ? (count.dataset['all'] ?? '')
        : 'reason' in found
          ? `The search could not be loaded: ${found.reason}`
          : foundText(found.points.size, { ...found, q });
    const link = partOf(this.#root, 'found-link', HTMLAnchorElement);
    link.href = listUrl;
    link.hidden = found === undefined || 'reason' in found || found.points.size === 0;
  }

  showView(canGrow: boolean, isWhole: boolean): void {
    this.button('zoom-in').ariaDisabled = String(!canGrow);
    for (const name of ['zoom-out', 'whole']) this.button(name).ariaDisabled = String(isWhole);
  }

  showSelecting(isOn: boolean): void {
    this.button('select').ariaPressed = String(isOn);
    const stage = this.#part('stage');
    if (isOn) stage.dataset['mode'] = 'select';
    else delete stage.dataset['mode'];
    this.#part('help').textContent = isOn ? SELECT_HELP : HELP;
  }

  fail(reason: string): void {
    this.#part('failed').textContent = reason;
    this.#part('failed').hidden = false;
  }

  say(text: string): void {
    this.#part('status').textContent = text;
  }

  get #box(): HTMLInputElement {
    return partOf(this.#root, 'box', HTMLInputElement);
  }

  get #boxes(): readonly HTMLInputElement[] {
    return [...this.#root.querySelectorAll<HTMLInputElement>('input[name="topic"]')];
  }

  #part(name: string): HTMLElement {
    return partOf(this.#root, name, HTMLElement);
  }
}
