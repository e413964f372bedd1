import { EMPTY_STATE, readState, writeState, type SearchState } from '../../search/url-state.ts';
import { filtersOf } from './filters.ts';

/** What an entry of the history remembers besides its address. */
export type Memory = {
  readonly scroll: number;
  /** id of the paper whose link had the focus */
  readonly focus?: string | undefined;
  /** where in the window that link was: what is above it may come back a little higher or lower */
  readonly top?: number | undefined;
};

const isPlace = Number.isFinite as (value: unknown) => value is number;

/** A number and a string that we wrote, or nothing: others may write to the history, too. */
export const readMemory = (raw: unknown): Memory | undefined => {
  const { scroll, focus, top } = Object(raw) as Readonly<Record<string, unknown>>;
  if (!isPlace(scroll)) return undefined;
  return typeof focus === 'string' && isPlace(top) ? { scroll, focus, top } : { scroll };
};

/** @example stateToUrl('/search/', EMPTY_STATE) // '/search/' */
export const stateToUrl = (path: string, state: SearchState): string => {
  const query = writeState(state);
  return query === '' ? path : `${path}?${query}`;
};

/** Where the map shows the same; nothing where filters are ticked, for the map has none but primary topics. */
export const mapUrl = (path: string, state: SearchState): string | undefined =>
  filtersOf(state).length === 0 ? stateToUrl(path, { ...EMPTY_STATE, q: state.q }) : undefined;

/** Pages of results that are shown at most: more papers than a reader looks through, few enough to draw at once. */
export const MOST_PAGES = 25;

type Place = Pick<Location, 'pathname' | 'search' | 'hash'>;
type Past = Pick<History, 'state' | 'replaceState' | 'pushState'>;

/**
 * Keeps the state in the address. Drafts replace the current entry, so that typing leaves no trail; a commit
 * gives that entry back what it was before the drafts and adds one for the new state.
 */
export class Address {
  readonly #history: Past;
  readonly #place: Place;
  /** the entry as it was before the drafts that now stand in its place */
  #before: { readonly url: string; readonly memory: unknown } | undefined;

  constructor(history: Past, place: Place) {
    this.#history = history;
    this.#place = place;
  }

  read(): SearchState {
    const state = readState(this.#place.search);
    return { ...state, page: Math.min(state.page, MOST_PAGES) };
  }

  draft(state: SearchState): void {
    if (!this.#differs(state)) return;
    this.#before ??= { url: this.#here(), memory: this.#history.state };
    this.#history.replaceState(null, '', stateToUrl(this.#place.pathname, state));
  }

  commit(state: SearchState): void {
    const before = this.#before;
    if (before !== undefined) this.#history.replaceState(before.memory, '', before.url);
    this.#before = undefined;
    if (this.#differs(state))
      this.#history.pushState(null, '', stateToUrl(this.#place.pathname, state));
  }

  /** Takes the present entry as committed, after a step back or forward. */
  arrive(): void {
    this.#before = undefined;
  }

  remember(memory: Memory): void {
    this.#history.replaceState(memory, '', this.#here());
  }

  memory(): Memory | undefined {
    return readMemory(this.#history.state);
  }

  #here(): string {
    const { pathname, search, hash } = this.#place;
    return pathname + search + hash;
  }

  #differs(state: SearchState): boolean {
    return writeState(state) !== writeState(this.read());
  }
}
