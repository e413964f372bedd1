import type { PaperId } from '../../domain/fields.ts';
import { countOf } from '../../domain/labels.ts';
import { mergeLists } from '../../domain/reading-list-edits.ts';
import { readListFragment } from '../../domain/reading-list-link.ts';
import { newItem } from '../../domain/reading-list.ts';
import { paperPath, withBase } from '../../domain/urls.ts';
import { partOf } from '../search/parts.ts';
import { listStore, today } from './browser-store.ts';
import { loadKnowledge, type Knowledge } from './knowledge.ts';
import { incomingText } from './words.ts';

/** Shows the list that the address brings, and adds it to the reader's own when the reader says so. */
export class ListIncoming extends HTMLElement {
  #listening: AbortController | undefined;
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

  /** The ids of today that the address names. */
  get #ids(): readonly string[] {
    const ids = readListFragment(location.hash);
    return [...new Set(ids.map((id) => this.#knowledge?.renames.get(id) ?? id))];
  }

  async #open(): Promise<void> {
    this.#show();
    if (this.#ids.length === 0) return;
    try {
      this.#knowledge = await loadKnowledge(this.dataset['base'] ?? '/');
    } catch {
      // then papers are shown and added by their ids, and named when the files can be loaded
    }
    this.#show();
    partOf(this, 'heading', HTMLElement).focus({ preventScroll: true });
  }

  #isKnown(id: string): boolean {
    return this.#knowledge === undefined || this.#knowledge.paperOf(id) !== undefined;
  }

  #show(): void {
    const named = this.#ids;
    const ids = named.filter((id) => this.#isKnown(id));
    this.hidden = named.length === 0;
    partOf(this, 'heading', HTMLElement).textContent = `A list of ${countOf(ids.length, 'paper')}`;
    const mine = new Set(listStore.state().list.map(({ id }) => id));
    const fresh = ids.filter((id) => !mine.has(id)).length;
    partOf(this, 'facts', HTMLElement).textContent = incomingText(
      fresh,
      ids.length - fresh,
      named.length - ids.length,
    );
    partOf(this, 'accept', HTMLElement).hidden = fresh === 0;
    partOf(this, 'papers', HTMLElement).replaceChildren(...ids.map((id) => this.#entry(id)));
  }

  #entry(id: string): HTMLElement {
    const entry = document.createElement('li');
    const link = document.createElement('a');
    link.href = withBase(this.dataset['base'] ?? '/', paperPath(id as PaperId));
    link.textContent = this.#knowledge?.paperOf(id)?.title ?? id;
    link.dir = 'auto';
    entry.append(link);
    return entry;
  }

  #accept(): void {
    const items = this.#ids
      .filter((id) => this.#isKnown(id))
      .map((id) => newItem(id, this.#knowledge?.paperOf(id)?.title, today()));
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
