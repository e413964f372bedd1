import {
  countSearch,
  freshOf,
  lookAtSearch,
  toMarks,
  type SavedSearch,
  type SavedSearches,
} from '../../domain/saved-searches.ts';
import type { Match } from '../../search/protocol.ts';
import { readState } from '../../search/url-state.ts';
import type { KeptStore } from '../kept-store.ts';
import type { SearchClient } from '../search-client.ts';

/** What counting needs: the search, the searches, and which index and day it is. */
export type CounterParts = {
  readonly finder: Pick<SearchClient, 'load' | 'matches'>;
  readonly store: Pick<KeptStore<SavedSearches>, 'state' | 'edit'>;
  readonly index: string;
  readonly today: () => string;
  /** resolves when the page has nothing better to do */
  readonly rest: () => Promise<void>;
};

/** What a look at a saved search shows: the papers that are new, and since when. */
export type News = {
  readonly fresh: readonly Match[];
  readonly since?: string | undefined;
  /** the reader has seen it: nothing of it is new any more */
  readonly keep: () => void;
};

const find = (searches: SavedSearches, to: string): SavedSearch | undefined =>
  searches.find((search) => search.to === to);

/** Asks the search what saved searches find by now; what it says is kept, so that nobody asks twice. */
export class Counter {
  readonly #parts: CounterParts;
  #counting: Promise<string | undefined> | undefined;

  constructor(parts: CounterParts) {
    this.#parts = parts;
  }

  /** Whether it is known how many are new of all searches. */
  get isDone(): boolean {
    return this.#uncounted() === undefined;
  }

  /** Counts what is new of each search, one after the other; why not, when that fails. */
  count(): Promise<string | undefined> {
    return (this.#counting ??= this.#countAll().finally(() => {
      this.#counting = undefined;
    }));
  }

  /** What is new of a search that is shown. */
  async look(to: string): Promise<News | undefined> {
    const { store, index, today } = this.#parts;
    const papers = await this.#matches(to);
    const search = find(store.state().list, to);
    if (typeof papers === 'string' || search === undefined) return undefined;
    const keep = (): void => {
      const marks = toMarks(papers.map(({ id }) => id));
      store.edit(lookAtSearch(to, { marks, day: today(), index }));
    };
    return { fresh: freshOf(papers, search), since: search.looked, keep };
  }

  #uncounted(tried: ReadonlySet<string> = new Set()): SavedSearch | undefined {
    const { store, index } = this.#parts;
    return store.state().list.find(({ to, counted }) => counted?.index !== index && !tried.has(to));
  }

  async #countAll(): Promise<string | undefined> {
    const { store, index, today, rest } = this.#parts;
    const tried = new Set<string>();
    for (let next = this.#uncounted(); next !== undefined; next = this.#uncounted(tried)) {
      await rest();
      const papers = await this.#matches(next.to);
      if (typeof papers === 'string') return papers;
      const ids = papers.map(({ id }) => id);
      store.edit(countSearch(next.to, ids, { day: today(), index }));
      // what could not be kept would be counted for ever
      tried.add(next.to);
    }
    return undefined;
  }

  /** What a search finds, or why that is not known. */
  async #matches(to: string): Promise<readonly Match[] | string> {
    const { finder } = this.#parts;
    const loaded = await finder.load();
    if (loaded.type === 'failed') return loaded.reason;
    const reply = await finder.matches(readState(to));
    return reply.type === 'failed' ? reply.reason : reply.papers;
  }
}
