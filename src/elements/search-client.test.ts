import { afterEach, describe, expect, test, vi } from 'vitest';
import type { SearchReply, SearchRequest } from '../search/protocol.ts';
import { EMPTY_STATE, type SearchState } from '../search/url-state.ts';
import { createSearchClient, type Starters } from './search-client.ts';
import { SILENCE_MS, type WorkerPort } from './search-connection.ts';
import type { SearchService } from './search-service.ts';

vi.mock('./start-search-worker.ts', () => ({ startSearchWorker: vi.fn() }));

const FILES = { index: '/search-data/papers-1.json' };
const asking = (q: string): SearchState => ({ ...EMPTY_STATE, q });

const replyTo = (asked: SearchRequest): SearchReply => {
  const { request } = asked;
  if (asked.type === 'load' || asked.type === 'complete')
    return { type: 'ready', request, papers: 1 };
  if (asked.type === 'ping') return { type: 'alive', request };
  if (asked.type === 'passages') return { type: 'passages', request, passages: [] };
  const facets = { author: {}, has: {}, kind: {}, topic: {}, venue: {}, year: {} };
  const hits = [
    { id: asked.state.q, title: '', titleMarks: [], topics: [], hasCode: false, score: 1 },
  ];
  const reading = { loosened: false, typed: [], unknownFields: [], alsoSearching: [] };
  if (asked.type === 'glimpse')
    return { type: 'glimpse', request, total: 1, hits, passages: [], ...reading };
  return { type: 'results', request, total: 1, hits, facets, ...reading, blame: [], spellings: [] };
};

/** A worker that answers when it is told to. */
class SlowWorker extends EventTarget implements WorkerPort {
  readonly asked: SearchRequest[] = [];
  isEnded = false;
  postMessage(request: SearchRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(): void {
    for (const request of this.asked.splice(0))
      this.dispatchEvent(new MessageEvent('message', { data: replyTo(request) }));
  }
  fail(): void {
    this.dispatchEvent(new Event('error'));
  }
}

const startersWith = (parts: Partial<Starters>): Starters => ({
  startWorker: () => {
    throw new Error('forbidden');
  },
  startService: async () => {
    throw new Error('no service');
  },
  getEarly: async () => undefined,
  ...parts,
});

const service: SearchService = async (request) => replyTo(request);
// kept from before some tests stop the clock
const later = globalThis.setTimeout;
const settle = () => new Promise((resolve) => later(resolve));

const withWorker = async () => {
  const worker = new SlowWorker();
  const client = createSearchClient(FILES, {}, startersWith({ startWorker: () => worker }));
  const loading = client.load();
  await settle();
  worker.answer();
  await loading;
  return { worker, client };
};

describe('a search client', () => {
  test('starts no worker before it is asked to load', () => {
    const startWorker = vi.fn(() => new SlowWorker());
    const client = createSearchClient(FILES, {}, startersWith({ startWorker }));
    expect(startWorker).not.toHaveBeenCalled();
    void client.load();
    expect(startWorker).toHaveBeenCalledOnce();
  });

  test('says that nothing is loaded instead of waiting for ever', async () => {
    const client = createSearchClient(FILES, {}, startersWith({}));
    expect(await client.query(asking('a'))).toMatchObject({ type: 'failed' });
  });

  test('brings each answer to its question', async () => {
    const { worker, client } = await withWorker();
    const asked = [client.query(asking('a')), client.passages('a', ['x'])];
    worker.answer();
    expect((await Promise.all(asked)).map(({ type }) => type)).toEqual(['results', 'passages']);
  });

  test('gives of those that wait the newest a glimpse alone', async () => {
    const { worker, client } = await withWorker();
    const asked = ['k', 'kv', 'kv c'].map((q) => client.glimpse(asking(q), 4));
    worker.answer();
    await settle();
    expect(worker.asked).toMatchObject([{ type: 'glimpse', state: { q: 'kv c' }, most: 4 }]);
    worker.answer();
    const replies = await Promise.all(asked);
    expect(replies.map((reply) => reply.type === 'glimpse' && reply.hits[0]?.id)).toEqual([
      'k',
      'kv c',
      'kv c',
    ]);
  });

  test('searches of those that wait the newest alone', async () => {
    const { worker, client } = await withWorker();
    const asked = ['k', 'kv', 'kv ', 'kv c'].map((q) => client.query(asking(q)));
    expect(worker.asked).toHaveLength(1);
    worker.answer();
    await settle();
    expect(worker.asked).toMatchObject([{ state: { q: 'kv c' } }]);
    worker.answer();
    const replies = await Promise.all(asked);
    expect(replies.map((reply) => reply.type === 'results' && reply.hits[0]?.id)).toEqual([
      'k',
      'kv c',
      'kv c',
      'kv c',
    ]);
  });

  test('searches on this thread where no worker may start', async () => {
    const client = createSearchClient(
      FILES,
      {},
      startersWith({ startService: async () => service }),
    );
    expect(await client.load()).toMatchObject({ type: 'ready' });
    expect(await client.query(asking('a'))).toMatchObject({ type: 'results' });
  });

  test('searches on this thread when the worker fails before it has loaded', async () => {
    const worker = new SlowWorker();
    const starters = startersWith({ startWorker: () => worker, startService: async () => service });
    const client = createSearchClient(FILES, {}, starters);
    const loading = client.load();
    worker.fail();
    expect(await loading).toMatchObject({ type: 'ready' });
    expect(worker.isEnded).toBe(true);
    expect(await client.query(asking('a'))).toMatchObject({ type: 'results' });
  });

  test('loads the first file while the program starts, once, and hands it on', async () => {
    const early = new ArrayBuffer(8);
    const getEarly = vi.fn(async () => early);
    const worker = new SlowWorker();
    const client = createSearchClient(
      FILES,
      { isEarly: true },
      startersWith({ startWorker: () => worker, getEarly }),
    );
    const loading = [client.load(), client.load()];
    expect(getEarly).toHaveBeenCalledExactlyOnceWith(FILES.index);
    await settle();
    expect(worker.asked).toMatchObject([{ early }, { early }]);
    worker.answer();
    expect(await Promise.all(loading)).toMatchObject([{ type: 'ready' }, { type: 'ready' }]);
  });

  test('leaves the first file to the worker when it does not come early', async () => {
    const worker = new SlowWorker();
    const getEarly = () => Promise.reject(new Error('no line'));
    const client = createSearchClient(
      FILES,
      { isEarly: true },
      startersWith({ startWorker: () => worker, getEarly }),
    );
    void client.load();
    await settle();
    expect(worker.asked).toEqual([{ type: 'load', request: 1, files: FILES }]);
  });

  test('says that the page is stale when nothing can be started', async () => {
    const client = createSearchClient(FILES, {}, startersWith({}));
    expect(await client.load()).toMatchObject({ type: 'failed', isStale: true });
  });

  test('tells all who wait when the worker dies, and starts another when asked to load', async () => {
    const workers: SlowWorker[] = [];
    const startWorker = () => {
      const worker = new SlowWorker();
      workers.push(worker);
      return worker;
    };
    const client = createSearchClient(FILES, {}, startersWith({ startWorker }));
    const loading = client.load();
    await settle();
    workers[0]?.answer();
    await loading;
    const asked = [client.query(asking('a')), client.passages('a', [])];
    workers[0]?.fail();
    for (const reply of await Promise.all(asked))
      expect(reply).toMatchObject({ type: 'failed', reason: 'The search stopped.' });
    expect(await client.query(asking('b'))).toMatchObject({ type: 'failed' });
    const again = client.load();
    expect(workers).toHaveLength(2);
    await settle();
    workers[1]?.answer();
    expect(await again).toMatchObject({ type: 'ready' });
  });

  test('ends its worker when it is no longer needed, and starts no other', async () => {
    const { worker, client } = await withWorker();
    const asked = client.query(asking('a'));
    client.dispose();
    expect(worker.isEnded).toBe(true);
    expect(await asked).toMatchObject({ type: 'failed' });
  });
});

describe('a worker that says nothing', () => {
  afterEach(() => void vi.useRealTimers());

  test('is given up after two silences, and the search goes on on this thread', async () => {
    vi.useFakeTimers();
    const worker = new SlowWorker();
    const starters = startersWith({ startWorker: () => worker, startService: async () => service });
    const client = createSearchClient(FILES, {}, starters);
    const loading = client.load();
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    expect(worker.asked.map(({ type }) => type)).toEqual(['load', 'ping']);
    expect(worker.isEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    expect(worker.isEnded).toBe(true);
    expect(await loading).toMatchObject({ type: 'ready' });
    expect(await client.query(asking('a'))).toMatchObject({ type: 'results' });
  });

  test('fails what is asked when it fell silent later', async () => {
    vi.useFakeTimers();
    const { worker, client } = await withWorker();
    const asked = client.query(asking('a'));
    await vi.advanceTimersByTimeAsync(2 * SILENCE_MS);
    expect(await asked).toMatchObject({ type: 'failed' });
    expect(worker.isEnded).toBe(true);
  });

  test('but gives signs of life is waited for, however long a file takes', async () => {
    vi.useFakeTimers();
    const worker = new SlowWorker();
    const client = createSearchClient(FILES, {}, startersWith({ startWorker: () => worker }));
    const loading = client.load();
    const [load] = worker.asked.splice(0);
    for (let silences = 0; silences < 20; silences += 1) {
      await vi.advanceTimersByTimeAsync(SILENCE_MS);
      worker.answer();
    }
    expect(worker.isEnded).toBe(false);
    if (load !== undefined) worker.asked.push(load);
    worker.answer();
    expect(await loading).toMatchObject({ type: 'ready' });
  });

  test('is left in peace while nothing is asked', async () => {
    vi.useFakeTimers();
    const { worker } = await withWorker();
    await vi.advanceTimersByTimeAsync(10 * SILENCE_MS);
    expect(worker.asked).toEqual([]);
    expect(worker.isEnded).toBe(false);
  });
});
