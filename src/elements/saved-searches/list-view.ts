import {
  MAX_NAME_LENGTH,
  removeSearch,
  renameSearch,
  restoreSearch,
  type SavedSearch,
} from '../../domain/saved-searches.ts';
import type { Filter } from '../../search/protocol.ts';
import { readState } from '../../search/url-state.ts';
import { nameOnPage } from '../search/facets.ts';
import { showList } from '../search/keyed-list.ts';
import { partOf, setText } from '../search/parts.ts';
import { leadTo } from '../search/steps.ts';
import { today } from '../list/browser-store.ts';
import { searchStore } from './browser-store.ts';
import { makeRow } from './markup.ts';
import { describeSearch, newsText, TROUBLE_TEXT } from './words.ts';

const keyOf = (element: Element): string =>
  element.closest<HTMLElement>('li[data-key]')?.dataset['key'] ?? '';

/** The saved searches where nothing is searched for yet: what is new, their names, and the way to be rid of them. */
export class ListView {
  readonly #root: HTMLElement;
  readonly #index: string;
  #removed: { readonly search: SavedSearch; readonly at: number } | undefined;

  constructor(root: HTMLElement, index: string, signal: AbortSignal) {
    this.#root = root;
    this.#index = index;
    const section = this.#part('saved');
    section.addEventListener('click', (event) => this.#act(event.target as Element), { signal });
    section.addEventListener('submit', (event) => this.#rename(event), { signal });
    section.addEventListener('keydown', (event) => this.#leave(event), { signal });
    searchStore.subscribe(() => this.show(), signal);
    this.show();
  }

  /** What a search is called. */
  readonly nameOf = ({ name, to }: Pick<SavedSearch, 'name' | 'to'>): string =>
    name === '' ? describeSearch(to, this.#valueName) : name;

  show(): void {
    const { list, trouble } = searchStore.state();
    this.#showUndo(list);
    this.#part('saved').hidden = list.length === 0 && this.#removed === undefined;
    const alert = this.#part('saved-trouble');
    setText(alert, trouble === undefined ? '' : TROUBLE_TEXT[trouble]);
    alert.hidden = trouble === undefined;
    showList(this.#part('saved-list'), list, {
      key: ({ to }) => to,
      make: () => makeRow(MAX_NAME_LENGTH),
      fill: (row, search) => this.#fill(row, search),
    });
  }

  #fill(row: HTMLElement, search: SavedSearch): void {
    const name = this.nameOf(search);
    const link = partOf(row, 'saved-link', HTMLAnchorElement);
    setText(link, name);
    leadTo(link, readState(search.to));
    const news = partOf(row, 'saved-news', HTMLElement);
    setText(news, newsText(search, this.#index, today()));
    const isNew = search.counted?.index === this.#index && search.counted.fresh > 0;
    news.toggleAttribute('data-new', isNew);
    for (const act of ['rename', 'remove'])
      row
        .querySelector(`[data-act="${act}-search"]`)
        ?.setAttribute('aria-label', `${act === 'rename' ? 'Rename' : 'Remove'} ${name}`);
  }

  #act(target: Element): void {
    const act = target.closest<HTMLElement>('[data-act]')?.dataset['act'];
    if (act === 'rename-search') this.#openRename(keyOf(target));
    if (act === 'remove-search') this.#remove(keyOf(target));
    if (act === 'undo-remove') this.#undo();
  }

  #row(to: string): HTMLElement | undefined {
    const rows = [...this.#part('saved-list').children];
    return rows
      .filter((row) => row instanceof HTMLElement)
      .find((row) => row.dataset['key'] === to);
  }

  #openRename(to: string): void {
    const row = this.#row(to);
    if (row === undefined) return;
    const field = partOf(row, 'saved-name', HTMLInputElement);
    const search = searchStore.state().list.find((one) => one.to === to);
    field.value = search === undefined ? '' : this.nameOf(search);
    this.#showRename(row, true);
    field.select();
  }

  #showRename(row: HTMLElement, isOpen: boolean): void {
    partOf(row, 'saved-rename', HTMLFormElement).hidden = !isOpen;
    partOf(row, 'saved-line', HTMLElement).hidden = isOpen;
    partOf(row, isOpen ? 'saved-name' : 'saved-link', HTMLElement).focus();
  }

  #rename(event: SubmitEvent): void {
    event.preventDefault();
    const to = keyOf(event.target as Element);
    const row = this.#row(to);
    if (row === undefined) return;
    const typed = partOf(row, 'saved-name', HTMLInputElement).value;
    // what it is called by itself is no name of its own
    const isOwn = typed.trim() !== describeSearch(to, this.#valueName);
    searchStore.edit(renameSearch(to, isOwn ? typed : ''));
    this.#showRename(row, false);
  }

  #leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const row = this.#row(keyOf(event.target));
    if (row !== undefined) this.#showRename(row, false);
  }

  #remove(to: string): void {
    const { list } = searchStore.state();
    const at = list.findIndex((one) => one.to === to);
    const search = list[at];
    if (search === undefined) return;
    this.#removed = { search, at };
    searchStore.edit(removeSearch(to));
    this.#part('saved-undo').focus();
  }

  #undo(): void {
    const removed = this.#removed;
    if (removed === undefined) return;
    this.#removed = undefined;
    searchStore.edit(restoreSearch(removed.search, removed.at));
    this.#row(removed.search.to)?.querySelector('a')?.focus();
  }

  #showUndo(list: readonly SavedSearch[]): void {
    if (list.some(({ to }) => to === this.#removed?.search.to)) this.#removed = undefined;
    const removed = this.#removed?.search;
    this.#part('saved-undo-bar').hidden = removed === undefined;
    const text = removed === undefined ? '' : `Removed ${this.nameOf(removed)}.`;
    setText(this.#part('saved-undo-text'), text);
  }

  readonly #valueName = (filter: Filter): string | undefined => nameOnPage(this.#root, filter);

  #part(name: string): HTMLElement {
    return partOf(this.#root, name, HTMLElement);
  }
}
