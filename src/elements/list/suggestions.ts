import { partOf } from '../search/parts.ts';
import { listStore } from './browser-store.ts';
import type { Shelf } from './suggest-view.ts';

/** Suggests papers like those on the list, computed here, once the reader asks for them. */
export class ListSuggestions extends HTMLElement {
  #listening: AbortController | undefined;
  #showNow: ((kept: ReadonlySet<string>) => readonly string[]) | undefined;
  /** the ids for which papers were found last: a note or a mark changes nothing here */
  #foundFor = '';
  /** a paper that was added from here stays, so that nothing moves under the pointer */
  #suggested: ReadonlySet<string> = new Set();

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    const button = partOf(this, 'suggest', HTMLElement);
    button.addEventListener('click', () => void this.#load(), { signal });
    listStore.subscribe(() => this.#show(), signal);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  async #load(): Promise<void> {
    this.#tell('Looking…');
    this.#suggested = new Set();
    this.#foundFor = '';
    try {
      const { loadShelf, showSuggestions } = await import('./suggest-view.ts');
      const shelf: Shelf = await loadShelf(this.dataset['base'] ?? '/');
      this.#showNow = (kept) => showSuggestions(this, kept, shelf);
      this.#show();
    } catch {
      this.#tell('What this needs could not be loaded. Try again.');
    }
  }

  #show(): void {
    const ids = listStore.state().list.map(({ id }) => id);
    this.hidden = ids.length === 0;
    if (this.#showNow === undefined || this.#foundFor === ids.join()) return;
    this.#foundFor = ids.join();
    const kept = new Set(ids.filter((id) => !this.#suggested.has(id)));
    this.#suggested = new Set(this.#showNow(kept));
    partOf(this, 'suggest', HTMLElement).textContent = 'Suggest anew';
    this.#tell(this.#suggested.size > 0 ? '' : 'No other paper shares what these are about.');
  }

  #tell(text: string): void {
    partOf(this, 'suggest-status', HTMLElement).textContent = text;
  }
}

if (!customElements.get('list-suggestions'))
  customElements.define('list-suggestions', ListSuggestions);
