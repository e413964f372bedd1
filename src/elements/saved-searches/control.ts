import {
  removeSearch,
  restoreSearch,
  saveSearch,
  type SavedSearch,
} from '../../domain/saved-searches.ts';
import type { PaperId } from '../../domain/fields.ts';
import { paperPath, withBase } from '../../domain/urls.ts';
import type { Match } from '../../search/protocol.ts';
import { partOf } from '../search/parts.ts';
import { today } from '../list/browser-store.ts';
import { searchStore } from './browser-store.ts';
import type { Counter, News } from './counter.ts';
import { freshText, MOST_SAVED_TEXT } from './words.ts';

/** Results that stay so long are seen: who types on has not looked at them. */
const LOOK_MS = 600;
/** As many new papers as are named above the results. */
const MOST_NAMED = 5;

type Parts = { readonly root: HTMLElement; readonly base: string; readonly counter: Counter };

/** The button that saves the search whose results are shown, and what is new in them. */
export class Control {
  readonly #parts: Parts;
  /** the address of the search that is shown; empty while there is none */
  #to = '';
  /** what was given up on this page: saved again, it is as it was */
  readonly #removed = new Map<string, { readonly search: SavedSearch; readonly at: number }>();

  constructor(parts: Parts, signal: AbortSignal) {
    this.#parts = parts;
    searchStore.subscribe(() => this.#showButtons(), signal);
  }

  /** The results of a search are shown. */
  show(to: string): void {
    if (to === this.#to) return;
    this.#to = to;
    this.#showFresh(undefined);
    this.#showButtons();
    if (this.#saved() !== undefined) void this.#look();
  }

  /** Saves the search that is shown, or gives it up. */
  turn(): void {
    const saved = this.#saved();
    if (this.#to === '') return;
    if (saved === undefined) this.#save(this.#to);
    else this.#giveUp(saved);
  }

  #save(to: string): void {
    const known = this.#removed.get(to);
    searchStore.edit(
      known === undefined ? saveSearch({ to, name: '' }) : restoreSearch(known.search, known.at),
    );
    if (this.#saved() === undefined) this.#tell(MOST_SAVED_TEXT);
    else void this.#look();
  }

  #giveUp(search: SavedSearch): void {
    const at = searchStore.state().list.indexOf(search);
    this.#removed.set(search.to, { search, at });
    searchStore.edit(removeSearch(search.to));
  }

  #saved(): SavedSearch | undefined {
    return searchStore.state().list.find(({ to }) => to === this.#to);
  }

  async #look(): Promise<void> {
    const to = this.#to;
    const news = await this.#parts.counter.look(to);
    if (to !== this.#to) return;
    this.#showFresh(news);
    setTimeout(() => {
      if (to === this.#to) news?.keep();
    }, LOOK_MS);
  }

  #showButtons(): void {
    const isSaved = this.#saved() !== undefined;
    for (const button of this.#parts.root.querySelectorAll('[data-part="save-search"]')) {
      button.textContent = isSaved ? 'Search saved' : 'Save this search';
      button.toggleAttribute('data-in', isSaved);
      if (isSaved) button.setAttribute('aria-label', 'Search saved, remove it');
      else button.removeAttribute('aria-label');
    }
  }

  #tell(text: string): void {
    const alert = partOf(this.#parts.root, 'saved-trouble', HTMLElement);
    alert.textContent = text;
    alert.hidden = false;
  }

  #showFresh(news: News | undefined): void {
    const line = partOf(this.#parts.root, 'fresh', HTMLElement);
    const { fresh = [], since } = news ?? {};
    line.hidden = fresh.length === 0;
    if (line.hidden) return line.replaceChildren();
    const more = fresh.length > MOST_NAMED ? [` and ${fresh.length - MOST_NAMED} more`] : [];
    line.replaceChildren(
      `${freshText(fresh.length, since, today())} `,
      ...fresh
        .slice(0, MOST_NAMED)
        .flatMap((paper, at) => [at === 0 ? '' : '; ', this.#linkTo(paper)]),
      ...more,
    );
  }

  #linkTo({ id, title }: Match): HTMLAnchorElement {
    const link = document.createElement('a');
    link.href = withBase(this.#parts.base, paperPath(id as PaperId));
    link.textContent = title;
    return link;
  }
}
