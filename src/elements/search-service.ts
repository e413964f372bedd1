import type { SearchReply, SearchRequest } from '../search/protocol.ts';
import type { SearchSession } from '../search/search-session.ts';
import { loadCollection, type Get, type Loaded } from './search-loader.ts';

/** Answers requests, never by an exception: what goes wrong is a `failed` reply. */
export type SearchService = (request: SearchRequest) => Promise<SearchReply>;

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message !== '' ? error.message : 'The search stopped.';

/** Keeps the promise of the first call, until it fails. */
const once = <T>(run: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | undefined;
  return () => {
    running ??= run().catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
};

/** Answers with what is there already when a file is asked for the first time; the next time it is fetched. */
const withEarly = (get: Get, { href }: URL, early: ArrayBuffer | undefined): Get => {
  let file = early;
  return (address, init) => {
    if (file === undefined || address.href !== href) return get(address, init);
    const response = new Response(file);
    file = undefined;
    return Promise.resolve(response);
  };
};

/** A collection on its way: its titles, then its whole. */
type Collection = {
  readonly index: string;
  readonly titles: () => Promise<Loaded>;
  readonly complete: () => Promise<SearchSession>;
  /** what may be searched by now */
  readonly current: () => Promise<{ session: SearchSession; titlesOnly?: boolean }>;
};

const beginCollection = (index: string, address: URL, get: Get): Collection => {
  let whole: SearchSession | undefined;
  const titles = once(() => loadCollection(get, address));
  const complete = once(async () => {
    whole = await (await titles()).complete();
    return whole;
  });
  const current = async () => {
    const loaded = await titles();
    return whole === undefined ? { session: loaded.titles, titlesOnly: true } : { session: whole };
  };
  return { index, titles, complete, current };
};

/**
 * Loads a collection and searches it, wherever it runs: in the worker, or beside the page where no worker
 * can start. Titles are searched while the abstracts are loaded and indexed.
 */
export const createSearchService = (
  here: string,
  get: Get = (address, init) => fetch(address, init),
): SearchService => {
  let collection: Collection | undefined;

  const load = async (index: string, early: ArrayBuffer | undefined): Promise<number> => {
    const address = new URL(index, here);
    if (collection?.index !== index)
      collection = beginCollection(index, address, withEarly(get, address, early));
    return (await collection.titles()).titles.papers;
  };

  const answer = async (asked: SearchRequest): Promise<SearchReply> => {
    const { request } = asked;
    if (asked.type === 'ping') return { type: 'alive', request };
    if (asked.type === 'load')
      return { type: 'ready', request, papers: await load(asked.files.index, asked.early) };
    if (collection === undefined)
      return { type: 'failed', request, reason: 'Nothing is loaded yet.' };
    if (asked.type === 'complete')
      return { type: 'ready', request, papers: (await collection.complete()).papers };
    if (asked.type === 'matches')
      return {
        type: 'matches',
        request,
        papers: (await collection.complete()).matches(asked.state),
      };
    const { session, ...howFar } = await collection.current();
    if (asked.type === 'query')
      return { type: 'results', request, ...session.query(asked.state), ...howFar };
    if (asked.type === 'glimpse')
      return { type: 'glimpse', request, ...session.glimpse(asked.state, asked.most), ...howFar };
    return { type: 'passages', request, passages: session.passages(asked.q, asked.ids) };
  };

  return async (asked) => {
    try {
      return await answer(asked);
    } catch (error) {
      return { type: 'failed', request: asked.request, reason: reasonOf(error) };
    }
  };
};
