import type { PaperId } from '../domain/fields.ts';
import {
  markItem,
  moveItem,
  noteItem,
  tagItem,
  updateItems,
} from '../domain/reading-list-edits.ts';
import { countTags, EVERYTHING, filterList, type ListFilter } from '../domain/reading-list-view.ts';
import {
  removeItem,
  restoreItem,
  type ListEdit,
  type ListItem,
  type ReadingList,
} from '../domain/reading-list.ts';
import { paperPath, withBase } from '../domain/urls.ts';
import { listStore } from './list/browser-store.ts';
import { CompareBar } from './list/compare-bar.ts';
import { enableDrag } from './list/drag.ts';
import { linesOf, type Knowledge } from './list/paper-lines.ts';
import { fillRow, titleOf } from './list/row.ts';
import { readView, withView } from './list/view-memory.ts';
import { movedText, statusText } from './list/words.ts';
import { showList } from './search/keyed-list.ts';
import { copyTemplate, partOf } from './search/parts.ts';

/** A pause in typing after which a note is saved. */
const PAUSE_MS = 400;

const keyOf = (element: Element): string =>
  element.closest<HTMLElement>('li[data-key]')?.dataset['key'] ?? '';

/** The papers of the reading list as the reader keeps them: order, marks, notes, tags. */
export class ReadingListPage extends HTMLElement {
  #listening: AbortController | undefined;
  #knowledge: Knowledge | undefined;
  #filter: ListFilter = EVERYTHING;
  #removed: { readonly item: ListItem; readonly at: number } | undefined;
  #saveTyped: (() => void) | undefined;
  #compareBar: CompareBar | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    this.#compareBar = new CompareBar(this.#part('compare-bar'), this.#base);
    this.addEventListener('click', (event) => this.#act(event.target as Element), { signal });
    this.addEventListener('input', (event) => this.#type(event.target as Element), { signal });
    this.addEventListener('change', (event) => this.#change(event.target as Element), { signal });
    this.addEventListener('submit', (event) => event.preventDefault(), { signal });
    window.addEventListener('pagehide', () => this.#leave(), { signal });
    this.#recall(this.#compareBar);
    enableDrag(this.#list, ({ row, before }) => this.#drop(row, before), signal);
    listStore.subscribe(() => this.#refresh(), signal);
    this.#part('retry').addEventListener('click', () => void this.#learn(), { signal });
    this.#refresh();
  }

  disconnectedCallback(): void {
    this.#saveTyped?.();
    this.#listening?.abort();
  }

  /** Shows what the reader had made of the page, who comes back to it. */
  #recall(bar: CompareBar): void {
    const { filter, compared } = readView(history.state);
    this.#filter = filter;
    partOf(this, 'words', HTMLInputElement).value = filter.words;
    partOf(this, 'unread', HTMLInputElement).checked = filter.onlyUnread;
    for (const id of compared) bar.set(id, true);
  }

  #leave(): void {
    this.#saveTyped?.();
    const view = { filter: this.#filter, compared: this.#compareBar?.ids ?? [] };
    history.replaceState(withView(history.state, view), '');
  }

  get #base(): string {
    return this.dataset['base'] ?? '/';
  }

  get #list(): HTMLElement {
    return this.#part('list');
  }

  #part(name: string): HTMLElement {
    return partOf(this, name, HTMLElement);
  }

  /** Shows the list; learns first what the site knows of its papers today, and follows that. */
  #refresh(): void {
    const { list } = listStore.state();
    const knowledge = this.#knowledge;
    if (knowledge === undefined) {
      if (list.length > 0) void this.#learn();
      return this.#show();
    }
    const update = updateItems(knowledge.renames, (id) => knowledge.paperOf(id)?.title);
    // what this edit leads to comes here again, and has nothing to update then
    if (JSON.stringify(update(list)) === JSON.stringify(list)) this.#show();
    else listStore.edit(update);
  }

  async #learn(): Promise<void> {
    const failed = this.#part('details-failed');
    try {
      const { loadKnowledge } = await import('./list/knowledge.ts');
      this.#knowledge = await loadKnowledge(this.#base);
      failed.hidden = true;
      this.#refresh();
    } catch {
      failed.hidden = false;
    }
    this.dataset['learned'] = '';
  }

  #act(target: Element): void {
    const button = target.closest<HTMLElement>('[data-act]');
    const id = button === null ? '' : keyOf(button);
    switch (button?.dataset['act']) {
      case 'up':
        return this.#step(id, -1);
      case 'down':
        return this.#step(id, 1);
      case 'remove':
        return this.#remove(id);
      case 'undo':
        return this.#undo();
      case 'clear':
        return this.#clearFilter();
    }
  }

  #type(target: Element): void {
    if (target instanceof HTMLTextAreaElement)
      this.#saveSoon(noteItem(keyOf(target), target.value));
    else if (target === this.#part('words')) this.#readFilter();
  }

  #change(target: Element): void {
    const id = keyOf(target);
    if (id === '') return this.#readFilter();
    if (target instanceof HTMLTextAreaElement) return this.#saveTyped?.();
    if (!(target instanceof HTMLInputElement)) return;
    if (target.dataset['part'] === 'read') listStore.edit(markItem(id, target.checked));
    if (target.dataset['part'] === 'tags-field') listStore.edit(tagItem(id, target.value));
    if (target.dataset['part'] === 'compare') {
      this.#compareBar?.set(id, target.checked);
      this.#show();
    }
  }

  #saveSoon(edit: ListEdit): void {
    const save = (this.#saveTyped = (): void => {
      if (this.#saveTyped !== save) return;
      this.#saveTyped = undefined;
      listStore.edit(edit);
    });
    setTimeout(save, PAUSE_MS);
  }

  #readFilter(): void {
    this.#filter = {
      words: partOf(this, 'words', HTMLInputElement).value,
      tag: partOf(this, 'tag', HTMLSelectElement).value,
      onlyUnread: partOf(this, 'unread', HTMLInputElement).checked,
    };
    this.#show();
  }

  #clearFilter(): void {
    partOf(this, 'filter', HTMLFormElement).reset();
    this.#readFilter();
    this.#part('words').focus();
  }

  /** Moves a paper past the one that is shown before or after it. */
  #step(id: string, by: -1 | 1): void {
    const shown = this.#shown(listStore.state().list);
    const other = shown[shown.findIndex((item) => item.id === id) + by];
    if (other === undefined) return;
    const place = listStore.state().list.findIndex((item) => item.id === other.id);
    this.#move(id, place);
  }

  /** Moves a paper to before the one that it was let go on; to the end of those shown when there is none. */
  #drop(row: HTMLElement, before: HTMLElement | undefined): void {
    const { list } = listStore.state();
    const id = keyOf(row);
    const ids = list.map((item) => item.id);
    const from = ids.indexOf(id);
    const last = this.#shown(list).findLast((item) => item.id !== id);
    const to = before === undefined ? ids.indexOf(last?.id ?? id) + 1 : ids.indexOf(keyOf(before));
    // places are counted without the paper itself
    const place = to > from ? to - 1 : to;
    if (place !== from) this.#move(id, place);
  }

  #move(id: string, place: number): void {
    const { list } = listStore.edit(moveItem(id, place));
    const at = list.findIndex((item) => item.id === id);
    const item = list[at];
    if (item !== undefined) this.#say(movedText(titleOf(item), at + 1, list.length));
  }

  #remove(id: string): void {
    const { list } = listStore.state();
    const at = list.findIndex((item) => item.id === id);
    const item = list[at];
    if (item === undefined) return;
    this.#removed = { item, at };
    listStore.edit(removeItem(id));
    this.#part('undo').focus();
  }

  #undo(): void {
    const removed = this.#removed;
    if (removed === undefined) return;
    this.#removed = undefined;
    listStore.edit(restoreItem(removed.item, removed.at));
    this.#list.querySelector<HTMLElement>(`li[data-key="${removed.item.id}"] a`)?.focus();
  }

  #shown(list: ReadingList): ReadingList {
    return filterList(list, this.#filter, (item) => {
      const { byline, about } = linesOf(item.id, this.#knowledge);
      return `${item.title} ${byline} ${about} ${this.#knowledge?.paperOf(item.id)?.authors?.join(' ') ?? ''}`;
    });
  }

  #show(): void {
    const { list } = listStore.state();
    const shown = this.#shown(list);
    this.#part('empty').hidden = list.length > 0;
    this.#part('full').hidden = list.length === 0;
    this.#part('filter').hidden = list.length < 2;
    this.#part('none').hidden = list.length === 0 || shown.length > 0;
    this.#part('count').textContent = statusText(list, shown);
    this.#showTags(list);
    this.#showUndo(list);
    this.#compareBar?.show(list);
    this.#showRows(shown);
  }

  #showRows(shown: ReadingList): void {
    const frame = {
      paperUrl: (id: string) => withBase(this.#base, paperPath(id as PaperId)),
      knowledge: this.#knowledge,
    };
    const rows = shown.map((item, at) => ({
      item,
      isFirst: at === 0,
      isLast: at === shown.length - 1,
      isCompared: this.#compareBar?.has(item.id) ?? false,
    }));
    showList(this.#list, rows, {
      key: ({ item }) => item.id,
      make: () => copyTemplate(this, 'row'),
      fill: (element, row) => fillRow(element, row, frame),
    });
  }

  #showTags(list: ReadingList): void {
    const select = partOf(this, 'tag', HTMLSelectElement);
    const tags = countTags(list);
    const options = tags.map(({ tag, count }) => new Option(`${tag} (${count})`, tag));
    select.replaceChildren(new Option('all', ''), ...options);
    // a tag that nobody has any more filters nothing
    const isThere = tags.some(({ tag }) => tag === this.#filter.tag);
    if (!isThere) this.#filter = { ...this.#filter, tag: '' };
    select.value = this.#filter.tag;
    this.#part('tag-label').hidden = tags.length === 0;
  }

  #showUndo(list: ReadingList): void {
    const removed = this.#removed?.item;
    const isBack = removed === undefined || list.some(({ id }) => id === removed.id);
    this.#part('undo-bar').hidden = isBack;
    this.#part('undo-text').textContent = isBack ? '' : `Removed “${titleOf(removed)}”.`;
  }

  #say(text: string): void {
    this.#part('said').textContent = text;
  }
}

if (!customElements.get('reading-list')) customElements.define('reading-list', ReadingListPage);
