import { listedPaperOf, type ListedPaper } from './listed-paper.ts';
import { followKept, keptIds, noteWish, readWishes } from './list/kept-ids.ts';

const TROUBLE = {
  full: 'Not saved: this browser has no room left.',
  blocked: 'Not saved: this browser keeps nothing for this site.',
  newer: 'Not saved: reload the page first.',
} as const;

const ignore = (): void => undefined;
const STALE = 'Not done: reload the page first.';

const makeButton = (): HTMLButtonElement => {
  const button = document.createElement('button');
  button.type = 'button';
  return button;
};

/** A button that keeps the paper in `data-paper`, titled `data-title`, else that of its list item, or gives it up. */
export class AddToList extends HTMLElement {
  static readonly observedAttributes = ['data-paper'];
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    const button = this.querySelector('button') ?? makeButton();
    if (!button.isConnected) this.append(button);
    button.addEventListener('click', () => this.#turn(), { signal });
    followKept(() => this.#show(), signal);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  attributeChangedCallback(): void {
    this.#show();
  }

  get #paper(): ListedPaper {
    const { paper: id, title = '' } = this.dataset;
    if (id !== undefined) return { id, title };
    const item = this.closest('.paper-item');
    return (item && listedPaperOf(item)) ?? { id: '', title };
  }

  #turn(): void {
    const paper = this.#paper;
    const wish = { ...paper, keep: !keptIds().ids.has(paper.id) };
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
    const { id, title } = this.#paper;
    const isIn = ids.has(id);
    this.toggleAttribute('data-in', isIn);
    const label = isIn ? 'On reading list' : 'Add to reading list';
    // in a list of results papers come and go at every key, and the label mostly stays
    if (button.textContent !== label) button.textContent = label;
    button.setAttribute('aria-label', `${label}${isIn ? ', remove' : ''}: ${title}`);
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
