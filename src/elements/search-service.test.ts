import { describe, expect, test } from 'vitest';
import type { SearchRequest } from '../search/protocol.ts';
import { packText } from '../search/packed-text.ts';
import { primerOf } from '../search/search-files.ts';
import { EMPTY_STATE } from '../search/url-state.ts';
import { createSearchService } from './search-service.ts';

const HERE = 'https://site.example/x/assets/search-worker.js';
const DATA = '/x/search-data';
const LOAD: SearchRequest = {
  type: 'load',
  request: 1,
  files: { index: `${DATA}/papers-1.json` },
};
const COMPLETE: SearchRequest = { type: 'complete', request: 9 };
const asking = (q: string): SearchRequest => ({
  type: 'query',
  request: 2,
  state: { ...EMPTY_STATE, q },
});
const PASSAGES: SearchRequest = { type: 'passages', request: 3, q: 'weights', ids: ['a'] };

type Files = Readonly<Record<string, unknown>>;

const NAMES = { topics: [], concepts: [] };
/** The files of a build: one paper, of which the abstract alone says `weights`. */
const build = (number: number, id: string): Files => ({
  [`${DATA}/papers-${number}.json`]: {
    papers: { id: [id], title: ['Pruning networks'] },
    texts: `texts-${number}.json`,
    names: `names-${number}.json`,
  },
  [`${DATA}/texts-${number}.json`]: { texts: [['Of weights.']] },
  [`${DATA}/names-${number}.json`]: NAMES,
  [`${DATA}/index.json`]: {
    index: `${DATA}/papers-${number}.json`,
    names: `${DATA}/names-${number}.json`,
  },
});
const FILES = build(1, 'a');

/** The same with the texts packed, as those of small collections are. */
const packed = (files: Files): Files => {
  const index = files[`${DATA}/papers-1.json`] as object;
  const rest = JSON.stringify({ texts: [['Of weights.']], names: NAMES });
  return {
    ...without(files, 'names-1.json'),
    [`${DATA}/papers-1.json`]: { ...index, texts: 'texts-1.bin' },
    [`${DATA}/texts-1.bin`]: packText(rest, primerOf([{ id: '', title: 'Pruning networks' }])),
  };
};

const without = (files: Files, name: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => path !== `${DATA}/${name}`));

const responseWith = (file: unknown): Response => {
  if (file === undefined) return new Response('', { status: 404 });
  return file instanceof Uint8Array
    ? new Response(file as Uint8Array<ArrayBuffer>)
    : Response.json(file);
};

type Fault = (path: string, attempt: number) => Response | undefined;

/** Serves files; `fault` may answer in their place. */
const serve = (files: Files, fault: Fault = () => undefined) => {
  const fetched: string[] = [];
  let present = files;
  const get = async ({ pathname }: URL, init?: RequestInit) => {
    const name = pathname.slice(DATA.length + 1);
    fetched.push(init?.cache === undefined ? name : `${name} ${init.cache}`);
    const attempt = fetched.filter((one) => one.startsWith(name)).length;
    const file = present[pathname];
    return fault(pathname, attempt) ?? responseWith(file);
  };
  const service = createSearchService(HERE, get);
  const replace = (newer: Files): void => {
    present = newer;
  };
  return { fetched, service, replace };
};

describe('a search service', () => {
  test('loads the files that lie beside the index, once, and answers', async () => {
    const { service, fetched } = serve(FILES);
    expect(await service(LOAD)).toEqual({ type: 'ready', request: 1, papers: 1 });
    expect(await service(COMPLETE)).toEqual({ type: 'ready', request: 9, papers: 1 });
    expect(await service({ ...LOAD, request: 7 })).toMatchObject({ request: 7, papers: 1 });
    expect(await service({ ...COMPLETE, request: 8 })).toMatchObject({ request: 8 });
    expect(fetched).toEqual(['papers-1.json', 'texts-1.json', 'names-1.json']);
    expect(await service(asking('weights'))).toMatchObject({
      type: 'results',
      request: 2,
      total: 1,
    });
    expect(await service(PASSAGES)).toMatchObject({
      type: 'passages',
      request: 3,
      passages: [{ id: 'a', text: 'Of weights.', marks: [[3, 10]] }],
    });
  });

  const early = (text: string): SearchRequest => ({
    ...LOAD,
    early: new TextEncoder().encode(text).buffer,
  });

  test('reads an index that came early instead of fetching it', async () => {
    const { service, fetched } = serve(FILES);
    const index = JSON.stringify(FILES[`${DATA}/papers-1.json`]);
    expect(await service(early(index))).toMatchObject({ type: 'ready', papers: 1 });
    expect(fetched).not.toContain('papers-1.json');
  });

  test('fetches an index that came early, but half', async () => {
    const { service, fetched } = serve(FILES);
    expect(await service(early('{"papers":'))).toMatchObject({ type: 'ready', papers: 1 });
    expect(fetched[0]).toBe('papers-1.json reload');
  });

  test('gives a glimpse: passages come along as soon as there are abstracts', async () => {
    const { service } = serve(FILES);
    const state = { ...EMPTY_STATE, q: 'pruning' };
    const asked: SearchRequest = { type: 'glimpse', request: 2, state, most: 1 };
    expect(await service(asked)).toMatchObject({ type: 'failed' });
    await service(LOAD);
    expect(await service(asked)).toMatchObject({
      type: 'glimpse',
      hits: [{ id: 'a' }],
      passages: [],
      titlesOnly: true,
    });
    await service(COMPLETE);
    expect(await service(asked)).toMatchObject({ hits: [{ id: 'a' }], passages: [{ id: 'a' }] });
  });

  test('unpacks texts that come packed, and their names with them', async () => {
    const { service, fetched } = serve(packed(FILES));
    expect(await service(LOAD)).toMatchObject({ type: 'ready' });
    expect(await service(COMPLETE)).toMatchObject({ type: 'ready' });
    expect(fetched).toEqual(['papers-1.json', 'texts-1.bin']);
    expect(await service(asking('weights'))).toMatchObject({ total: 1 });
  });

  test('answers from titles, and says so, until the abstracts are there', async () => {
    const { service } = serve(FILES);
    await service(LOAD);
    expect(await service(asking('pruning'))).toMatchObject({ total: 1, titlesOnly: true });
    expect(await service(asking('weights'))).toMatchObject({ total: 0, titlesOnly: true });
    const [, meanwhile] = await Promise.all([service(COMPLETE), service(asking('pruning'))]);
    expect(meanwhile).toMatchObject({ total: 1, titlesOnly: true });
    expect(await service(asking('weights'))).not.toHaveProperty('titlesOnly');
  });

  test('names all that a search finds once the abstracts are there, and not before', async () => {
    const { service, fetched } = serve(FILES);
    await service(LOAD);
    const state = { ...EMPTY_STATE, q: 'weights' };
    expect(await service({ type: 'matches', request: 4, state })).toEqual({
      type: 'matches',
      request: 4,
      papers: [{ id: 'a', title: 'Pruning networks' }],
    });
    expect(fetched).toContain('texts-1.json');
  });

  test('answers a question that comes while it loads', async () => {
    const { service } = serve(FILES);
    const replies = await Promise.all([service(LOAD), service(asking('pruning'))]);
    expect(replies[1]).toMatchObject({ type: 'results', total: 1 });
  });

  test('says that nothing is loaded', async () => {
    const { service } = serve(FILES);
    for (const request of [asking('a'), COMPLETE])
      expect(await service(request)).toMatchObject({
        type: 'failed',
        reason: 'Nothing is loaded yet.',
      });
  });

  test.each([
    ['a file that is gone', {}, 'is gone'],
    ['a page instead of a file', { ...FILES, [`${DATA}/papers-1.json`]: 'oops' }, 'no papers'],
  ])('tells of %s', async (_, files, reason) => {
    const reply = await serve(files).service(LOAD);
    expect(reply).toMatchObject({ type: 'failed', request: 1 });
    expect(reply.type === 'failed' && reply.reason).toContain(reason);
  });

  test.each([
    ['texts that are gone', without(FILES, 'texts-1.json'), 'is gone'],
    ['texts of other papers', { ...FILES, [`${DATA}/texts-1.json`]: { texts: [] } }, 'other texts'],
    ['names that are none', { ...FILES, [`${DATA}/names-1.json`]: { topics: {} } }, 'no names'],
  ])('searches titles in spite of %s, and tells', async (_, files, reason) => {
    const { service } = serve(files);
    expect(await service(LOAD)).toMatchObject({ type: 'ready' });
    const reply = await service(COMPLETE);
    expect(reply.type === 'failed' && reply.reason).toContain(reason);
    expect(await service(asking('pruning'))).toMatchObject({ total: 1, titlesOnly: true });
  });

  test('loads what did not come before when asked again', async () => {
    const { service, replace } = serve(without(FILES, 'texts-1.json'));
    await service(LOAD);
    expect(await service(COMPLETE)).toMatchObject({ type: 'failed' });
    replace(FILES);
    expect(await service(COMPLETE)).toMatchObject({ type: 'ready' });
    expect(await service(asking('weights'))).toMatchObject({ total: 1 });
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

describe('a search service that meets a newer build', () => {
  test('loads its files when those that the page names are gone', async () => {
    const { service, fetched } = serve(build(2, 'new'));
    expect(await service(LOAD)).toMatchObject({ type: 'ready' });
    expect(await service(COMPLETE)).toMatchObject({ type: 'ready' });
    expect(await service(asking('weights'))).toMatchObject({ hits: [{ id: 'new' }] });
    expect(fetched.slice(0, 3)).toEqual(['papers-1.json', 'index.json no-cache', 'papers-2.json']);
  });

  test('loads it whole when the index came from a cache and its texts are gone', async () => {
    const old = { [`${DATA}/papers-1.json`]: FILES[`${DATA}/papers-1.json`] };
    const { service } = serve({ ...old, ...build(2, 'new') });
    expect(await service(LOAD)).toMatchObject({ type: 'ready' });
    expect(await service(COMPLETE)).toMatchObject({ type: 'ready' });
    expect(await service(asking('weights'))).toMatchObject({ hits: [{ id: 'new' }] });
  });
});

describe('a search service whose files arrive badly', () => {
  const half = () => new Response('{"papers":{"id":["a"],"ti');
  const cutOff = () =>
    new Response(new ReadableStream({ start: (body) => body.error(new TypeError('cut off')) }));

  test('fetches packed texts that arrive half once more, past the caches', async () => {
    const { service, fetched } = serve(packed(FILES), (path, attempt) =>
      path.endsWith('.bin') && attempt === 1
        ? new Response(Uint8Array.of(0, 0, 0, 50, 7))
        : undefined,
    );
    await service(LOAD);
    expect(await service(COMPLETE)).toMatchObject({ type: 'ready' });
    expect(fetched).toEqual(['papers-1.json', 'texts-1.bin', 'texts-1.bin reload']);
  });

  test.each([
    ['half', half],
    ['cut off', cutOff],
    ['with an error', () => new Response('', { status: 503 })],
  ])('fetches a file that arrives %s once more, past the caches', async (_, answer) => {
    const { service, fetched } = serve(FILES, (path, attempt) =>
      path.includes('papers') && attempt === 1 ? answer() : undefined,
    );
    expect(await service(LOAD)).toMatchObject({ type: 'ready' });
    expect(fetched.slice(0, 2)).toEqual(['papers-1.json', 'papers-1.json reload']);
  });

  test('says so when it arrives so again', async () => {
    const { service } = serve(FILES, (path) => (path.includes('papers') ? half() : undefined));
    expect(await service(LOAD)).toMatchObject({
      type: 'failed',
      reason: 'A file of the search arrived incomplete.',
    });
  });
});
