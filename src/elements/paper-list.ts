import { EMPTY_STATE, readState, writeState } from '../search/url-state.ts';
import {
  arrangePapers,
  countPapers,
  describeShown,
  type ListedPaper,
  type ListState,
} from './arrange-papers.ts';

/** `home` is the list in which the server put it: that of its group, or the only one. */
type Row = ListedPaper & { readonly item: HTMLElement; readonly home: Element | null };

const readRow = (item: HTMLElement, place: number): Row => ({
  item,
  home: item.parentElement,
  place,
  kind: item.dataset['kind'] ?? '',
  hasCode: item.dataset['code'] !== undefined,
  titleRank: Number(item.dataset['rank'] ?? place),
  date: item.dataset['date'] ?? '',
});

/** Items that stand as they should are left alone: to move the one that has the focus would take it away. */
const putInto = (list: Element, items: readonly HTMLElement[]): void => {
  const standing = [...list.children];
  const isSame =
    standing.length === items.length && items.every((item, at) => item === standing[at]);
  if (!isSame) list.replaceChildren(...items);
};

/** Filters and sorts the list that the server made; the address holds what the reader asked for. */
export class PaperList extends HTMLElement {
  #listening: AbortController | undefined;
  #rows: readonly Row[] | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    // read once: later the items stand in another order
    this.#rows ??= [...this.querySelectorAll<HTMLElement>('li[data-rank]')].map(readRow);
    this.#form.addEventListener('change', () => this.#ask(this.#asked()), { signal });
    this.#form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    this.#form.addEventListener('reset', (event) => this.#clear(event), { signal });
    window.addEventListener('popstate', () => this.#show(this.#addressed()), { signal });
    this.#form.querySelector('fieldset')?.removeAttribute('disabled');
    // a choice that was made while this was on its way
    if (this.dataset['asked'] === undefined) this.#show(this.#addressed());
    else this.#ask(this.#asked());
    delete this.dataset['asked'];
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #part<T extends Element>(selector: string): T {
    const part = this.querySelector<T>(selector);
    if (part === null) throw new Error(`<paper-list> needs ${selector}`);
    return part;
  }

  get #form(): HTMLFormElement {
    return this.#part('form');
  }

  get #list(): HTMLElement {
    return this.#part('[data-part="list"]');
  }

  get #boxes(): readonly HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  }

  /** A state as far as this list can answer it. */
  #narrow({ kind, has, sort }: ListState): ListState {
    const offered = this.#part('select').querySelector(`[value="${sort}"]`);
    // a list without boxes is only sorted
    const canFilter = this.#boxes.length > 0;
    return {
      kind: canFilter ? kind : [],
      has: canFilter ? has.filter((value) => value === 'code') : [],
      sort: offered === null ? EMPTY_STATE.sort : sort,
    };
  }

  #addressed(): ListState {
    return this.#narrow(readState(location.search));
  }

  /** What the controls ask for: their names are the keys of the address. */
  #asked(): ListState {
    const pairs = [...new FormData(this.#form)].map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value.name,
    ]);
    return this.#narrow(readState(new URLSearchParams(pairs)));
  }

  #ask(state: ListState): void {
    const query = writeState({ ...EMPTY_STATE, ...state });
    history.pushState(null, '', query === '' ? location.pathname : `?${query}`);
    this.#show(state);
  }

  #clear(event: Event): void {
    event.preventDefault();
    this.#ask({ ...this.#asked(), kind: [], has: [] });
    // the button that was pressed is gone now
    this.#boxes[0]?.focus();
  }

  #show(state: ListState): void {
    const rows = this.#rows ?? [];
    const shown = arrangePapers(rows, state);
    const isShown = new Set(shown);
    for (const row of rows) row.item.hidden = !isShown.has(row);
    this.#place([...shown, ...rows.filter((row) => !isShown.has(row))], state);
    this.#showGroups();
    this.#showControls(state, rows);
    this.#part('[role="status"]').textContent = describeShown(shown.length, rows.length);
  }

  /** The list's own order may be one of groups; any other order has one list. */
  #place(rows: readonly Row[], { sort }: ListState): void {
    const isOwnOrder = sort === EMPTY_STATE.sort;
    const lists = new Set([this.#list, ...rows.flatMap(({ home }) => home ?? [])]);
    const focused = document.activeElement;
    for (const list of lists) {
      const here = rows.filter(({ home }) => (isOwnOrder ? home : this.#list) === list);
      putInto(
        list,
        here.map(({ item }) => item),
      );
    }
    // an item that is moved loses it
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  /** Hides the groups that show nothing, and the way to them. */
  #showGroups(): void {
    const groups = [...this.querySelectorAll<HTMLElement>('[data-part="group"]')];
    for (const group of groups) {
      group.hidden = group.querySelector('li:not([hidden])') === null;
      const link = this.querySelector(`[href="#${group.getAttribute('aria-labelledby') ?? ''}"]`);
      if (link?.parentElement) link.parentElement.hidden = group.hidden;
    }
    const way = this.querySelector<HTMLElement>('[data-part="groups"]');
    if (way) way.hidden = groups.every(({ hidden }) => hidden);
  }

  #showControls(state: ListState, rows: readonly Row[]): void {
    this.#part<HTMLSelectElement>('select').value = state.sort;
    for (const box of this.#boxes) {
      const filter = box.name === 'kind' ? 'kind' : 'has';
      box.checked = state[filter].some((value) => value === box.value);
      const count = box.parentElement?.querySelector('[data-part="count"]');
      if (count) count.textContent = String(countPapers(rows, filter, box.value, state));
    }
    this.#part<HTMLElement>('[type="reset"]').hidden = state.kind.length + state.has.length === 0;
  }
}

if (!customElements.get('paper-list')) customElements.define('paper-list', PaperList);
