import { readNames } from '../search/entrance.ts';
import type { SearchReply, SearchRequest } from '../search/protocol.ts';
import { readIndexFile, readTextsFile } from '../search/search-files.ts';
import { createSession, type SearchSession } from '../search/search-session.ts';

/** Answers requests, never by an exception: what goes wrong is a `failed` reply. */
export type SearchService = (request: SearchRequest) => Promise<SearchReply>;

type Fetch = (address: URL) => Promise<Response>;

const fetchJson = async (get: Fetch, address: URL): Promise<unknown> => {
  const response = await get(address);
  if (!response.ok) throw new Error(`The search file could not be loaded (${response.status}).`);
  return response.json();
};

const loadSession = async (get: Fetch, address: URL): Promise<SearchSession> => {
  const { papers, texts, names } = readIndexFile(await fetchJson(get, address));
  const [textsFile, namesFile] = await Promise.all(
    [texts, names].map((name) => fetchJson(get, new URL(name, address))),
  );
  return createSession(
    { papers, texts: readTextsFile(textsFile, papers).texts },
    readNames(namesFile),
  );
};

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message !== '' ? error.message : 'The search stopped.';

/**
 * Loads a collection and searches it, wherever it runs: in the worker, or beside the page where no worker
 * can start. A load that failed may be asked for again.
 */
export const createSearchService = (here: string, get: Fetch = fetch): SearchService => {
  let loaded: { readonly index: string; readonly session: Promise<SearchSession> } | undefined;

  const load = (index: string): Promise<SearchSession> => {
    if (loaded?.index === index) return loaded.session;
    const session = loadSession(get, new URL(index, here));
    loaded = { index, session };
    session.catch(() => {
      if (loaded?.session === session) loaded = undefined;
    });
    return session;
  };

  const answer = async (asked: SearchRequest): Promise<SearchReply> => {
    const { request } = asked;
    if (asked.type === 'load')
      return { type: 'ready', request, papers: (await load(asked.files.index)).papers };
    const session = await loaded?.session;
    if (session === undefined) return { type: 'failed', request, reason: 'Nothing is loaded yet.' };
    return asked.type === 'query'
      ? { type: 'results', request, ...session.query(asked.state) }
      : { type: 'passages', request, passages: session.passages(asked.q, asked.ids) };
  };

  return async (asked) => {
    try {
      return await answer(asked);
    } catch (error) {
      return { type: 'failed', request: asked.request, reason: reasonOf(error) };
    }
  };
};
