import {
  addItem,
  newItem,
  removeItem,
  restoreItem,
  type ListItem,
} from '../domain/reading-list.ts';
import { listStore, today } from './list/browser-store.ts';

const TROUBLE = {
  full: 'Not saved: this browser has no room left.',
  blocked: 'Not saved: this browser keeps nothing for this site.',
  newer: 'Not saved: reload the page first.',
} as const;

/** What was removed on this page, with its notes: added again, it is as it was. */
const removed = new Map<string, { readonly item: ListItem; readonly at: number }>();

/** A button that keeps the paper in `data-paper`, titled `data-title`, or gives it up. */
export class AddToList extends HTMLElement {
  static readonly observedAttributes = ['data-paper'];
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    this.querySelector('button')?.addEventListener('click', () => this.#turn(), { signal });
    listStore.subscribe(() => this.#show(), signal);
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
    const { list } = listStore.state();
    const at = list.findIndex((item) => item.id === id);
    const item = list[at];
    if (item === undefined) {
      const known = removed.get(id);
      listStore.edit(
        known === undefined
          ? addItem(newItem(id, this.dataset['title'], today()))
          : restoreItem(known.item, known.at),
      );
    } else {
      removed.set(id, { item, at });
      listStore.edit(removeItem(id));
    }
  }

  #show(): void {
    const button = this.querySelector('button');
    if (button === null) return;
    const { list, trouble } = listStore.state();
    const isIn = list.some(({ id }) => id === this.#id);
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

if (!customElements.get('add-to-list')) customElements.define('add-to-list', AddToList);
