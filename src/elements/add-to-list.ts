import { followKept, keptIds, noteWish, readWishes } from './list/kept-ids.ts';

const TROUBLE = {
  full: 'Not saved: this browser has no room left.',
  blocked: 'Not saved: this browser keeps nothing for this site.',
  newer: 'Not saved: reload the page first.',
} as const;

const ignore = (): void => undefined;
const STALE = 'Not done: reload the page first.';

/** A button that keeps the paper in `data-paper`, titled `data-title`, or gives it up. */
export class AddToList extends HTMLElement {
  static readonly observedAttributes = ['data-paper'];
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    this.querySelector('button')?.addEventListener('click', () => this.#turn(), { signal });
    followKept(() => this.#show(), signal);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  attributeChangedCallback(): void {
    this.#show();
  }

  get #id(): string {
    return this.dataset['paper'] ?? '';
  }

  #turn(): void {
    const id = this.#id;
    const wish = { id, title: this.dataset['title'] ?? '', keep: !keptIds().ids.has(id) };
    const isNoted = noteWish(wish);
    import('./list/fulfil.ts').then(
      ({ fulfilWishes }) => fulfilWishes(isNoted ? [] : [wish]),
      // without a network, say: what was noted is done on another page
      () => isNoted || this.#tell(STALE),
    );
  }

  #show(): void {
    const button = this.querySelector('button');
    if (button === null) return;
    const { ids, trouble } = keptIds();
    const isIn = ids.has(this.#id);
    const title = this.dataset['title'] ?? '';
    this.toggleAttribute('data-in', isIn);
    button.textContent = isIn ? 'In list' : 'Add to list';
    button.setAttribute('aria-label', isIn ? `In list, remove: ${title}` : `Add to list: ${title}`);
    this.#tell(isIn && trouble !== undefined ? TROUBLE[trouble] : '');
  }

  /** Says what went wrong, in a place that is made when something does. */
  #tell(text: string): void {
    let status = this.querySelector('[role="status"]');
    if (status === null) {
      if (text === '') return;
      status = document.createElement('span');
      status.setAttribute('role', 'status');
      this.append(status);
    }
    if (status.textContent !== text) status.textContent = text;
  }
}

// what was wished on a page that was left too soon
if (readWishes().length > 0)
  import('./list/fulfil.ts').then(({ fulfilWishes }) => fulfilWishes(), ignore);

if (!customElements.get('add-to-list')) customElements.define('add-to-list', AddToList);
