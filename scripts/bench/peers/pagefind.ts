import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import sirv from 'sirv';
import { serveLoopback } from '../loopback.ts';
import { loadPeer, type Doc, type Engine, type Size } from './engine.ts';

type Builder = {
  readonly addCustomRecord: (record: object) => Promise<unknown>;
  readonly writeFiles: (to: { outputPath: string }) => Promise<unknown>;
};
type Pagefind = {
  readonly createIndex: () => Promise<{ readonly index: Builder }>;
  readonly close: () => Promise<unknown>;
};
type Searcher = {
  readonly options: (options: { basePath: string }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (
    text: string,
  ) => Promise<{ readonly results: readonly { readonly id: string }[] }>;
};

/** Begins every file that a reader of Pagefind's loads, once it is unpacked. */
const MAGIC = 'pagefind_dcd';
const FRAGMENT = '.pf_fragment';

const write = async (docs: readonly Doc[], outputPath: string): Promise<void> => {
  const { createIndex, close } = await loadPeer<Pagefind>('pagefind');
  const { index } = await createIndex();
  for (const { id, title, abstract } of docs)
    await index.addCustomRecord({ url: id, content: abstract, language: 'en', meta: { title } });
  await index.writeFiles({ outputPath });
  await close();
};

/** Results name files of one paper each, which a page loads to show them: here they only tell which it is. */
const readIds = async (dir: string): Promise<ReadonlyMap<string, string>> => {
  const names = await readdir(join(dir, 'fragment'));
  const pairs = names.map(async (name) => {
    const text = gunzipSync(await readFile(join(dir, 'fragment', name))).toString('utf8');
    const { url } = JSON.parse(text.slice(MAGIC.length)) as { url: string };
    return [name.slice(0, -FRAGMENT.length), url] as const;
  });
  return new Map(await Promise.all(pairs));
};

const isIndex = (name: string): boolean => /\.pf_(?:meta|index|fragment)$/.test(name);

const measure = async (dir: string): Promise<Size> => {
  const names = (await readdir(dir, { recursive: true })).filter(isIndex);
  const files = await Promise.all(names.map((name) => readFile(join(dir, name))));
  return {
    raw: files.reduce((sum, file) => sum + gunzipSync(file).length, 0),
    gzip: files.reduce((sum, file) => sum + file.length, 0),
  };
};

/** As a site would have it; it runs here as it does in a browser, files loaded from this machine. */
export const pagefind: Engine = {
  name: 'Pagefind',
  build: async (docs) => {
    const dir = await mkdtemp(join(tmpdir(), 'bench-pagefind-'));
    await write(docs, dir);
    const ids = await readIds(dir);
    const site = await serveLoopback(sirv(dir));
    const searcher = (await import(pathToFileURL(join(dir, 'pagefind.js')).href)) as Searcher;
    await searcher.options({ basePath: `${site.url}/` });
    await searcher.init();
    return {
      find: async (text, limit) => {
        const { results } = await searcher.search(text);
        return results.slice(0, limit).map(({ id }) => ids.get(id) ?? id);
      },
      shipped: () => measure(dir),
      close: async () => {
        await site.close();
        await rm(dir, { recursive: true });
      },
    };
  },
};
