import type { Filter } from '../../search/protocol.ts';
import { SORTS, type SearchState, type Sort } from '../../search/url-state.ts';
import type { Address, Memory } from './address.ts';
import { filterOfInput } from './facets.ts';
import { isIdle } from './filters.ts';
import { focusedHit, hitLink, hitLinks } from './hits.ts';
import { listenToKeys } from './keyboard.ts';
import type { Session } from './session.ts';
import { stateOfClick } from './steps.ts';
import { withTick } from './typed.ts';
import type { View } from './view.ts';

/** Browsers count how often an address changes, so it follows the typing at a distance. The search does not. */
const DRAFT_PAUSE_MS = 250;
/** where the reader is gets written down when scrolling has stopped for so long */
const SCROLL_PAUSE_MS = 150;
/**
 * Who arrives with a question rather waits a moment than to see the results change; who comes back needs all of
 * them to be where they were.
 */
const ARRIVAL_PATIENCE_MS = 2500;
const RETURN_PATIENCE_MS = 10_000;
/** the width from which the filters stand beside the results, as in the page's style */
const WIDE = '(width >= 52rem)';

/** Where the filters have a column of their own they are open; a reader may still close them. */
const openWhenWide = (filters: HTMLDetailsElement, signal: AbortSignal): void => {
  const query = matchMedia(WIDE);
  const follow = (): void => {
    filters.open = query.matches;
  };
  follow();
  query.addEventListener('change', follow, { signal });
};

type Parts = {
  readonly root: HTMLElement;
  readonly view: View;
  readonly session: Session;
  readonly address: Address;
};

const sortOf = ({ value }: HTMLSelectElement): Sort =>
  SORTS.find((sort) => sort === value) ?? 'relevance';

type Timer = ReturnType<typeof setTimeout>;

/** Turns what the reader does into states, and states into address and results. */
export class Controller {
  readonly #parts: Parts;
  readonly #listening = new AbortController();
  #state: SearchState;
  #hasAsked = false;
  #drafting: Timer | undefined;
  #scrolling: Timer | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#state = parts.address.read();
  }

  start(): void {
    // results come after the browser would scroll, so the page scrolls itself when they are there
    history.scrollRestoration = 'manual';
    this.#listen();
    void this.#arrive();
  }

  stop(): void {
    this.#listening.abort();
    this.#dropDraft();
    clearTimeout(this.#scrolling);
    history.scrollRestoration = 'auto';
  }

  #listen(): void {
    const { root, view } = this.#parts;
    const { signal } = this.#listening;
    const { box, form, more, retry, complete } = view;
    root.addEventListener('focusin', () => this.#wake(), { signal });
    box.addEventListener('pointerenter', () => this.#wake(), { signal });
    box.addEventListener('input', () => this.#type(), { signal });
    form.addEventListener('submit', (event) => this.#submit(event), { signal });
    root.addEventListener('change', (event) => this.#change(event), { signal });
    root.addEventListener('click', (event) => this.#click(event), { signal });
    more.addEventListener('click', () => void this.#showMore(), { signal });
    retry.addEventListener('click', () => this.#retry(), { signal });
    complete.addEventListener('click', () => this.#complete(), { signal });
    window.addEventListener('popstate', () => void this.#arrive(), { signal });
    window.addEventListener('scroll', () => this.#scroll(), { signal, passive: true });
    window.addEventListener('pagehide', () => this.#leave(), { signal });
    listenToKeys(root, { box, links: () => view.stops(), clear: () => this.#clear() }, signal);
    openWhenWide(view.filters, signal);
  }

  /** Shows what the address says, where the reader left it. */
  async #arrive(): Promise<void> {
    const { address, view } = this.#parts;
    this.#dropDraft();
    address.arrive();
    this.#state = address.read();
    const memory = address.memory();
    view.showState(this.#state);
    if (memory === undefined && this.#state.q !== '') this.#goOnFromBox();
    const patienceMs = memory === undefined ? ARRIVAL_PATIENCE_MS : RETURN_PATIENCE_MS;
    const isShown = isIdle(this.#state) && !this.#hasAsked ? true : await this.#ask({ patienceMs });
    if (!isShown || memory === undefined) return;
    window.scrollTo(0, memory.scroll);
    this.#takeUp(memory);
  }

  /** Gives the focus back to a paper's link, and the link its place in the window. */
  #takeUp({ focus, top = 0 }: Memory): void {
    const link = hitLink(this.#parts.view.list, focus);
    link?.focus({ preventScroll: true });
    if (link !== undefined) window.scrollBy(0, link.getBoundingClientRect().top - top);
  }

  /** Who typed on another page goes on here, by arrow keys; a finger would only bring up a keyboard. */
  #goOnFromBox(): void {
    const isFree = document.activeElement === document.body;
    if (isFree && matchMedia('(pointer: fine)').matches)
      this.#parts.view.box.focus({ preventScroll: true });
  }

  /** The reader turns to the search: what it needs may be loaded. */
  #wake(): void {
    if (!this.#hasAsked) void this.#ask();
  }

  #ask(how?: Parameters<Session['ask']>[1]): Promise<boolean> {
    this.#hasAsked = true;
    return this.#parts.session.ask(this.#state, how);
  }

  #retry(): void {
    if (this.#parts.view.isStale) location.reload();
    else void this.#ask();
  }

  #complete(): void {
    this.#parts.view.showCompleting();
    void this.#parts.session.complete();
  }

  #type(): void {
    const { view } = this.#parts;
    this.#state = { ...this.#state, q: view.box.value.trim(), page: 1 };
    this.#dropDraft();
    this.#drafting = setTimeout(() => this.#draft(), DRAFT_PAUSE_MS);
    void this.#ask({ isTyping: !isIdle(this.#state) });
  }

  #dropDraft(): void {
    clearTimeout(this.#drafting);
    this.#drafting = undefined;
  }

  #draft(): void {
    this.#dropDraft();
    this.#parts.address.draft(this.#state);
  }

  /** Makes what was typed an entry of the history. */
  #settle(): void {
    this.#dropDraft();
    this.#parts.address.commit(this.#state);
  }

  #go(state: SearchState): Promise<boolean> {
    this.#state = state;
    this.#settle();
    this.#parts.view.showState(state);
    return this.#ask();
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.#settle();
  }

  #change({ target }: Event): void {
    const { box, sort } = this.#parts.view;
    if (target === box) return this.#settle();
    if (target === sort) return void this.#go({ ...this.#state, sort: sortOf(sort), page: 1 });
    const filter = filterOfInput(target);
    if (filter !== undefined)
      void this.#go(this.#tick(filter, (target as HTMLInputElement).checked));
  }

  #tick(filter: Filter, on: boolean): SearchState {
    return withTick(this.#state, this.#parts.view.typedIn(this.#state.q), filter, on);
  }

  #click(event: MouseEvent): void {
    this.#remember();
    const state = stateOfClick(event);
    if (state !== undefined) void this.#go(state);
    else if (event.target instanceof Element && event.target.closest('a')) this.#settle();
  }

  async #showMore(): Promise<void> {
    const { list } = this.#parts.view;
    const shown = hitLinks(list).length;
    if (await this.#go({ ...this.#state, page: this.#state.page + 1 }))
      hitLinks(list)[shown]?.focus({ preventScroll: true });
  }

  #clear(): void {
    if (this.#parts.view.box.value !== '') void this.#go({ ...this.#state, q: '', page: 1 });
  }

  #scroll(): void {
    clearTimeout(this.#scrolling);
    this.#scrolling = setTimeout(() => this.#remember(), SCROLL_PAUSE_MS);
  }

  #leave(): void {
    if (this.#drafting !== undefined) this.#draft();
    this.#remember();
  }

  #remember(): void {
    const { address, view } = this.#parts;
    const focus = focusedHit(view.list);
    const top = hitLink(view.list, focus)?.getBoundingClientRect().top;
    address.remember({ scroll: window.scrollY, focus, top });
  }
}
