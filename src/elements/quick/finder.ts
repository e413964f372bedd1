import { ENTRANCE_NAME, readEntrance, readNames, searchFilePath } from '../../search/entrance.ts';
import type { Names } from '../../search/names.ts';
import type { SearchFiles, SearchReply } from '../../search/protocol.ts';
import { getJson } from '../get-json.ts';
import { createSearchClient, type SearchClient } from '../search-client.ts';
import type { Finder } from '../search/session.ts';

/** What it asks of the browser; tests bring their own. */
export type Means = {
  readonly get: (address: string, init?: RequestInit) => Promise<unknown>;
  readonly start: (files: SearchFiles) => SearchClient;
};

const failedBy = (error: unknown): Extract<SearchReply, { type: 'failed' }> => ({
  type: 'failed',
  request: 0,
  reason: error instanceof Error ? error.message : String(error),
});

/**
 * Finds papers in a collection whose files it looks up by itself, anew after each failure, for a newer build
 * may have come. On the way it tells the names of topics and concepts; papers are found without them, too.
 */
export const createQuickFinder = (
  base: string,
  onNames: (names: Names) => void,
  { get, start }: Means = { get: getJson, start: createSearchClient },
): Finder => {
  let client: SearchClient | undefined;
  let loading: ReturnType<Finder['load']> | undefined;

  const learnNames = async (address: string): Promise<void> => {
    try {
      onNames(readNames(await get(address)));
    } catch {
      // then there are none to show
    }
  };

  const begin = async (): ReturnType<Finder['load']> => {
    const entrance = searchFilePath(base, ENTRANCE_NAME);
    const { index, names } = readEntrance(await get(entrance, { cache: 'no-cache' }));
    void learnNames(names);
    client?.dispose();
    client = start({ index });
    return client.load();
  };

  const load = async (): ReturnType<Finder['load']> => {
    const reply = await (loading ??= begin().catch(failedBy));
    if (reply.type === 'failed') loading = undefined;
    return reply;
  };

  const withClient = async <T>(ask: (client: SearchClient) => Promise<T>) =>
    client === undefined ? failedBy('Nothing is loaded yet.') : ask(client);

  return {
    load,
    complete: () => withClient((ready) => ready.complete()),
    query: (state) => withClient((ready) => ready.query(state)),
    passages: (q, ids) => withClient((ready) => ready.passages(q, ids)),
  };
};
