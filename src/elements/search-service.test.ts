import { describe, expect, test } from 'vitest';
import type { SearchRequest } from '../search/protocol.ts';
import { EMPTY_STATE } from '../search/url-state.ts';
import { createSearchService } from './search-service.ts';

const HERE = 'https://site.example/x/assets/search-worker.js';
const LOAD: SearchRequest = {
  type: 'load',
  request: 1,
  files: { index: '/x/search-data/papers-1.json' },
};
const QUERY: SearchRequest = { type: 'query', request: 2, state: { ...EMPTY_STATE, q: 'pruning' } };
const PASSAGES: SearchRequest = { type: 'passages', request: 3, q: 'weights', ids: ['a'] };

const FILES: Readonly<Record<string, unknown>> = {
  '/x/search-data/papers-1.json': {
    papers: [{ id: 'a', title: 'Pruning networks' }],
    texts: 'texts-2.json',
    names: 'names-3.json',
  },
  '/x/search-data/texts-2.json': { texts: [['Of weights.']] },
  '/x/search-data/names-3.json': { topics: [], concepts: [] },
};

const serve = (files: Readonly<Record<string, unknown>>) => {
  const fetched: string[] = [];
  const get = async ({ pathname }: URL) => {
    fetched.push(pathname);
    const file = files[pathname];
    return file === undefined ? new Response('', { status: 404 }) : Response.json(file);
  };
  return { fetched, service: createSearchService(HERE, get) };
};

describe('a search service', () => {
  test('loads the texts that lie beside the index, once, and answers', async () => {
    const { service, fetched } = serve(FILES);
    expect(await service(LOAD)).toEqual({ type: 'ready', request: 1, papers: 1 });
    expect(await service({ ...LOAD, request: 7 })).toEqual({
      type: 'ready',
      request: 7,
      papers: 1,
    });
    expect(fetched).toEqual([
      '/x/search-data/papers-1.json',
      '/x/search-data/texts-2.json',
      '/x/search-data/names-3.json',
    ]);
    expect(await service(QUERY)).toMatchObject({ type: 'results', request: 2, total: 1 });
    expect(await service(PASSAGES)).toMatchObject({
      type: 'passages',
      request: 3,
      passages: [{ id: 'a', text: 'Of weights.', marks: [[3, 10]] }],
    });
  });

  test('answers a question that comes while it loads', async () => {
    const { service } = serve(FILES);
    const replies = await Promise.all([service(LOAD), service(QUERY)]);
    expect(replies[1]).toMatchObject({ type: 'results', total: 1 });
  });

  test('says that nothing is loaded', async () => {
    expect(await serve(FILES).service(QUERY)).toEqual({
      type: 'failed',
      request: 2,
      reason: 'Nothing is loaded yet.',
    });
  });

  test.each([
    ['a file that is gone', {}, '404'],
    [
      'texts that are gone',
      { '/x/search-data/papers-1.json': FILES['/x/search-data/papers-1.json'] },
      '404',
    ],
    ['a page instead of a file', { '/x/search-data/papers-1.json': 'oops' }, 'no papers'],
    [
      'texts of other papers',
      { ...FILES, '/x/search-data/texts-2.json': { texts: [] } },
      'other texts',
    ],
    [
      'names that are none',
      { ...FILES, '/x/search-data/names-3.json': { topics: {} } },
      'no names',
    ],
  ])('tells of %s', async (_, files, reason) => {
    const reply = await serve(files).service(LOAD);
    expect(reply).toMatchObject({ type: 'failed', request: 1 });
    expect(reply.type === 'failed' && reply.reason).toContain(reason);
  });

  test('tells of a network that is gone, and loads when asked again', async () => {
    let isOnline = false;
    const service = createSearchService(HERE, async ({ pathname }) => {
      if (!isOnline) throw new TypeError('Failed to fetch');
      return Response.json(FILES[pathname]);
    });
    expect(await service(LOAD)).toEqual({ type: 'failed', request: 1, reason: 'Failed to fetch' });
    isOnline = true;
    expect(await service(LOAD)).toMatchObject({ type: 'ready' });
  });
});
