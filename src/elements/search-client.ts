import type { SearchFiles, SearchReply } from '../search/protocol.ts';
import type { SearchState } from '../search/url-state.ts';
import {
  connectService,
  connectWorker,
  type Connection,
  type Question,
  type WorkerPort,
} from './search-connection.ts';
import type { SearchService } from './search-service.ts';
import { startSearchWorker } from './start-search-worker.ts';

type Answer<T extends SearchReply['type']> = Promise<
  Extract<SearchReply, { type: T }> | Extract<SearchReply, { type: 'failed' }>
>;

/** Asks the search. Nothing is loaded before `load`; every promise is kept, and a failure says why. */
export type SearchClient = {
  /** loads the titles of a collection; may be asked for again, above all after a failure */
  readonly load: () => Answer<'ready'>;
  /** resolves when abstracts are searched, too; may be asked for again */
  readonly complete: () => Answer<'ready'>;
  /** a state that is overtaken while another is searched is never searched: it gets the newest one's answer */
  readonly query: (state: SearchState) => Answer<'results'>;
  /** the first hits alone, for who is still typing; overtaken as a query is */
  readonly glimpse: (state: SearchState, most: number) => Answer<'glimpse'>;
  readonly passages: (q: string, ids: readonly string[]) => Answer<'passages'>;
  /** waits for the abstracts */
  readonly matches: (state: SearchState) => Answer<'matches'>;
  /** ends the worker; what is still asked fails */
  readonly dispose: () => void;
};

export type Starters = {
  /** throws where the browser forbids workers */
  readonly startWorker: () => WorkerPort;
  /** the worker's own service, for this thread */
  readonly startService: () => Promise<SearchService>;
  /** loads the first file while the program that reads it is on its way; nothing when it does not come */
  readonly getEarly: (address: string) => Promise<ArrayBuffer | undefined>;
};

const IN_BROWSER: Starters = {
  startWorker: startSearchWorker,
  startService: async () => {
    // one file, as the worker's is: its parts are not asked for one after the other
    const { createSearchService } = await import('./search-service.ts?own=service');
    return createSearchService(location.href);
  },
  getEarly: async (address) => {
    const response = await fetch(address);
    return response.ok ? response.arrayBuffer() : undefined;
  },
};

const NOT_LOADED: Extract<SearchReply, { type: 'failed' }> = {
  type: 'failed',
  request: 0,
  reason: 'Nothing is loaded yet.',
};

const NO_CODE =
  'The program that searches did not come: the site may have been renewed since this page was opened.';

const tryWorker = (start: Starters['startWorker']): Connection | undefined => {
  try {
    return connectWorker(start());
  } catch {
    // forbidden, or unknown to this browser: the service on this thread takes over
    return undefined;
  }
};

/** Runs one task at a time and of those that wait the newest alone, whose outcome all that waited get. */
const newestOnly = <In, Out>(run: (input: In) => Promise<Out>): ((input: In) => Promise<Out>) => {
  let running: Promise<unknown> | undefined;
  let newest: In;
  let waiting: Promise<Out> | undefined;
  const end = (): void => {
    running = undefined;
  };
  const begin = (input: In): Promise<Out> => {
    const outcome = run(input);
    running = outcome.then(end, end);
    return outcome;
  };
  return (input) => {
    newest = input;
    if (running === undefined) return begin(input);
    waiting ??= running.then(() => {
      waiting = undefined;
      return begin(newest);
    });
    return waiting;
  };
};

/** `isEarly`: the page itself loads the index while the program is on its way, and hands it on. */
export const createSearchClient = (
  files: SearchFiles,
  { isEarly = false }: { readonly isEarly?: boolean } = {},
  starters: Starters = IN_BROWSER,
): SearchClient => {
  let connection: Connection | undefined;
  let isDisposed = false;
  let early: ReturnType<Starters['getEarly']> | undefined;

  const ask = async <T extends SearchReply['type']>(question: Question): Answer<T> =>
    // a reply has the type that its question asks for, or tells of a failure
    ((await connection?.ask(question)) ?? NOT_LOADED) as Awaited<Answer<T>>;

  /** Whoever reads the file asks for it again when it did not come early, or not whole. */
  const toLoad = async (): Promise<Question> => {
    if (isEarly) early ??= starters.getEarly(files.index).catch(() => undefined);
    const file = await early;
    return { type: 'load', files, ...(file && { early: file }) };
  };

  const load = async (): Answer<'ready'> => {
    const question = toLoad();
    if (connection === undefined || connection.isDead())
      connection = tryWorker(starters.startWorker);
    const worker = connection;
    const reply = worker && (await ask<'ready'>(await question));
    const isBlocked = reply === undefined || (reply.type === 'failed' && worker?.isDead() === true);
    if (!isBlocked || isDisposed) return reply ?? NOT_LOADED;
    try {
      connection = connectService(await starters.startService());
    } catch {
      return { type: 'failed', request: 0, reason: NO_CODE, isStale: true };
    }
    return ask<'ready'>(await question);
  };

  const glimpse = newestOnly((asked: { readonly state: SearchState; readonly most: number }) =>
    ask<'glimpse'>({ type: 'glimpse', ...asked }),
  );

  return {
    load,
    complete: () => ask({ type: 'complete' }),
    query: newestOnly((state) => ask({ type: 'query', state })),
    glimpse: (state, most) => glimpse({ state, most }),
    passages: (q, ids) => ask({ type: 'passages', q, ids }),
    matches: (state) => ask({ type: 'matches', state }),
    dispose: () => {
      isDisposed = true;
      connection?.close();
    },
  };
};
