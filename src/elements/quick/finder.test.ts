import { describe, expect, test, vi } from 'vitest';
import { EMPTY_STATE } from '../../search/url-state.ts';
import type { SearchClient } from '../search-client.ts';
import { createQuickFinder, type Means } from './finder.ts';

const NAMES = { topics: [{ id: 't', name: 'T' }], concepts: [] };
const ENTRANCE = '/x/search-data/index.json';
const entrance = (build: number) => ({ index: `/papers-${build}`, names: `/names-${build}` });

const aClient = (answers: boolean): SearchClient => ({
  load: async () =>
    answers
      ? { type: 'ready', request: 0, papers: 1 }
      : { type: 'failed', request: 0, reason: 'gone' },
  complete: async () => ({ type: 'ready', request: 0, papers: 1 }),
  query: async () => ({ type: 'failed', request: 0, reason: 'asked' }),
  glimpse: async () => ({ type: 'failed', request: 0, reason: 'asked' }),
  passages: async () => ({ type: 'failed', request: 0, reason: 'asked' }),
  matches: async () => ({ type: 'failed', request: 0, reason: 'asked' }),
  dispose: vi.fn(),
});

/** A site whose files are answered by address; a build that is gone fails to load. */
const setUp = (files: Record<string, unknown>, buildThere = '/papers-1') => {
  const onNames = vi.fn();
  const clients: SearchClient[] = [];
  const means: Means = {
    get: vi.fn(async (address: string) => {
      if (!(address in files)) throw new Error(`no ${address}`);
      return files[address];
    }),
    start: vi.fn(({ index }) => {
      const client = aClient(index === buildThere);
      clients.push(client);
      return client;
    }),
  };
  return { finder: createQuickFinder('/x/', onNames, means), onNames, means, clients };
};

const WHOLE = { [ENTRANCE]: entrance(1), '/names-1': NAMES };

describe('a finder', () => {
  test('loads once what the entrance names, and tells the names', async () => {
    const { finder, onNames, means } = setUp(WHOLE);
    expect(await Promise.all([finder.load(), finder.load()])).toMatchObject([
      { type: 'ready' },
      { type: 'ready' },
    ]);
    await finder.load();
    expect(means.start).toHaveBeenCalledExactlyOnceWith({ index: '/papers-1' });
    expect(means.get).toHaveBeenCalledWith(ENTRANCE, { cache: 'no-cache' });
    expect(onNames).toHaveBeenCalledExactlyOnceWith(NAMES);
  });

  test.each([
    ['there is no entrance', {}, `no ${ENTRANCE}`],
    [
      'the entrance is something else',
      { [ENTRANCE]: '<!doctype html>' },
      'The search file names no files.',
    ],
  ])('fails with a reason when %s', async (_, files, reason) => {
    const { finder, onNames } = setUp(files);
    expect(await finder.load()).toMatchObject({ type: 'failed', reason });
    expect(onNames).not.toHaveBeenCalled();
  });

  test('finds papers without names', async () => {
    const { finder, onNames } = setUp({ [ENTRANCE]: entrance(1) });
    expect(await finder.load()).toMatchObject({ type: 'ready' });
    expect(onNames).not.toHaveBeenCalled();
  });

  test('begins again at the entrance after a failure, and so meets a newer build', async () => {
    const files: Record<string, unknown> = { ...WHOLE };
    const { finder, means, clients } = setUp(files, '/papers-2');
    expect(await finder.load()).toMatchObject({ type: 'failed', reason: 'gone' });
    files[ENTRANCE] = entrance(2);
    expect(await finder.load()).toMatchObject({ type: 'ready' });
    expect(means.start).toHaveBeenLastCalledWith({ index: '/papers-2' });
    expect(clients[0]?.dispose).toHaveBeenCalledOnce();
  });

  test('hands questions on once it is loaded, and before fails them', async () => {
    const { finder } = setUp(WHOLE);
    expect(await finder.query(EMPTY_STATE)).toMatchObject({ reason: 'Nothing is loaded yet.' });
    await finder.load();
    expect(await finder.query(EMPTY_STATE)).toMatchObject({ reason: 'asked' });
    expect(await finder.passages('q', [])).toMatchObject({ reason: 'asked' });
  });
});
