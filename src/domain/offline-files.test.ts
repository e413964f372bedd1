import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOfFile,
  bytesOf,
  countLists,
  fileOfAddress,
  filesToRenew,
  isHashedFile,
  isOfflineFile,
  listAddress,
  listOf,
  OFFLINE_PAGE,
  readList,
  toLists,
  WORKER_FILE,
  writeList,
  type OfflineFile,
} from './offline-files.ts';

const HASH = '0123456789abcdef';

const anyName = fc.stringMatching(/^[\p{L}\d'()\[\]% _-]{1,12}$/u);
const anyPage = fc
  .array(anyName, { maxLength: 4 })
  .map((folders) => [...folders, 'index.html'].join('/'));
const anyPath = fc.oneof(
  anyPage,
  anyName.map((name) => `_astro/${name}.js`),
  anyName.map((name) => `search-data/${name}-${HASH}.json`),
);
const anyFile: fc.Arbitrary<OfflineFile> = fc.record({
  path: anyPath,
  bytes: fc.nat(),
  hash: fc.constant(HASH),
});
const anyFiles = fc.uniqueArray(anyFile, { selector: ({ path }) => path, maxLength: 500 });

const fileAt = (path: string): OfflineFile => ({ path, bytes: 1, hash: HASH });

describe('isOfflineFile', () => {
  it.each([
    'index.html',
    OFFLINE_PAGE,
    'papers/a/index.html',
    '_astro/base.D6jJEJ7X.css',
    'search-data/index.json',
    `search-data/texts-${HASH}.bin`,
    `map-data/points-${HASH}.json`,
    'favicon.svg',
    'icon-192.png',
    'colours.css',
    'manifest.webmanifest',
  ])('takes what pages are made of: %s', (path) => {
    expect(isOfflineFile(path)).toBe(true);
  });

  it.each([
    '404.html',
    'papers/a.md',
    'data/papers.json',
    'topics/a/feed.xml',
    'feed.json',
    'cards/a.png',
    'robots.txt',
    'llms.txt',
    'sitemap.xml',
    '.paperlight-site',
    WORKER_FILE,
    listAddress(HASH, 0),
  ])('leaves what other programs read: %s', (path) => {
    expect(isOfflineFile(path)).toBe(false);
  });
});

describe('isHashedFile', () => {
  it('tells names that say what is in them from names that stay', () => {
    const paths = ['_astro/a.B1.js', `x-data/a-${HASH}.json`, `x-data/a-${HASH}.bin`];
    expect(paths.map(isHashedFile)).toEqual([true, true, true]);
    const staying = [
      'search-data/index.json',
      'index.html',
      `papers/a-${HASH}.json`,
      'favicon.svg',
    ];
    expect(staying.map(isHashedFile)).toEqual([false, false, false, false]);
  });
});

describe('addresses', () => {
  it('lead back to the file that they are the address of', () => {
    fc.assert(
      fc.property(anyPage, (path) => {
        const { pathname } = new URL(addressOfFile(path), 'https://a.example/x/');
        expect(fileOfAddress(pathname.slice('/x/'.length))).toBe(path);
      }),
    );
  });

  it('of folders lead to their index, with and without the last slash', () => {
    expect(['', 'a/', 'a', 'a/b'].map(fileOfAddress)).toEqual([
      'index.html',
      'a/index.html',
      'a/index.html',
      'a/b/index.html',
    ]);
    expect(['a.svg', '_astro/a.B1.js', '%ff/'].map(fileOfAddress)).toEqual([
      'a.svg',
      '_astro/a.B1.js',
      '%ff/index.html',
    ]);
  });
});

describe('lists', () => {
  it('hold each file once, where it is looked for, and say what was written', () => {
    fc.assert(
      fc.property(anyFiles, (files) => {
        const lists = toLists(files);
        expect(lists).toHaveLength(countLists(files.length));
        const read = lists.map((list) => readList(JSON.parse(writeList(list))));
        for (const file of files)
          expect(read[listOf(file.path, lists.length)]).toContainEqual(file);
        expect(read.flat()).toHaveLength(files.length);
      }),
    );
  });

  it('stay short however many pages there are, the code apart', () => {
    const pages = Array.from({ length: 10_000 }, (_, at) => fileAt(`papers/${at}/index.html`));
    const [code = [], ...rest] = toLists([fileAt('_astro/a.js'), ...pages]);
    expect(code.map(({ path }) => path)).toEqual(['_astro/a.js']);
    expect(Math.max(...rest.map((list) => list.length))).toBeLessThan(300);
  });

  it('are refused when they are none', () => {
    for (const value of [null, {}, [['a', 1]], [{ path: 'a' }], ['a']])
      expect(() => readList(value)).toThrow('no list of files');
  });
});

describe('filesToRenew', () => {
  it('follows what was kept by its path, and what is named by its contents by its folder', () => {
    const files = [
      'a/index.html',
      'b/index.html',
      '_astro/new.js',
      `search-data/new-${HASH}.json`,
      `map-data/new-${HASH}.json`,
    ].map(fileAt);
    const kept = new Set([
      'a/index.html',
      'gone/index.html',
      '_astro/old.js',
      `search-data/o-${HASH}.json`,
    ]);
    expect(filesToRenew(files, kept).map(({ path }) => path)).toEqual([
      'a/index.html',
      '_astro/new.js',
      `search-data/new-${HASH}.json`,
    ]);
  });

  it('takes along all that was kept and is still there', () => {
    fc.assert(
      fc.property(anyFiles, fc.array(anyPath), (files, kept) => {
        const renewed = filesToRenew(files, new Set(kept));
        for (const file of files) if (kept.includes(file.path)) expect(renewed).toContain(file);
        expect(files).toEqual(expect.arrayContaining([...renewed]));
      }),
    );
  });
});

describe('bytesOf', () => {
  it('adds up', () => {
    expect(bytesOf([])).toBe(0);
    expect(bytesOf([fileAt('a'), { ...fileAt('b'), bytes: 41 }])).toBe(42);
  });
});
