import { mergeLists } from '../../domain/reading-list-edits.ts';
import { readListFragment } from '../../domain/reading-list-link.ts';
import { partOf } from '../search/parts.ts';
import { listStore } from './browser-store.ts';
import type * as View from './incoming-view.ts';
import type { Knowledge } from './paper-lines.ts';

/** Shows the list that the address brings, and adds it to the reader's own when the reader says so. */
export class ListIncoming extends HTMLElement {
  #listening: AbortController | undefined;
  #view: typeof View | undefined;
  #knowledge: Knowledge | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    const on = (part: string, act: () => void): void =>
      partOf(this, part, HTMLElement).addEventListener('click', act, { signal });
    on('accept', () => this.#accept());
    on('decline', () => this.#leave());
    window.addEventListener('hashchange', () => void this.#open(), { signal });
    listStore.subscribe(() => this.#show(), signal);
    void this.#open();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  get #base(): string {
    return this.dataset['base'] ?? '/';
  }

  async #open(): Promise<void> {
    try {
      if (readListFragment(location.hash).length > 0) {
        // seldom needed, so it comes when it is
        this.#view ??= await import('./incoming-view.ts');
        this.#knowledge ??= await this.#view.learnIncoming(this.#base);
      }
    } finally {
      this.dataset['settled'] = '';
    }
    this.#show();
    if (!this.hidden) partOf(this, 'heading', HTMLElement).focus({ preventScroll: true });
  }

  #show(): void {
    const named = readListFragment(location.hash);
    const knowledge = this.#knowledge;
    this.hidden = named.length === 0 || this.#view === undefined;
    if (!this.hidden) this.#view?.showIncoming(this, named, { base: this.#base, knowledge });
  }

  #accept(): void {
    const named = readListFragment(location.hash);
    const items = this.#view?.toIncomingItems(named, this.#knowledge) ?? [];
    this.#leave();
    listStore.edit(mergeLists(items));
  }

  /** Takes the list out of the address, so that coming back does not bring it again. */
  #leave(): void {
    history.replaceState(history.state, '', location.pathname + location.search);
    this.#show();
    document.querySelector<HTMLElement>('#your-papers')?.focus({ preventScroll: true });
  }
}

if (!customElements.get('list-incoming')) customElements.define('list-incoming', ListIncoming);
