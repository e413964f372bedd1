import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  fileOfAddress,
  isOfflineFile,
  listAddress,
  listOf,
  readList,
  type OfflineFile,
  type OfflineSite,
} from '../../src/domain/offline-files.ts';
import { TEST_SITES, TEST_SITE_NAMES, testSiteDir } from '../setup/test-sites.ts';
import { filesOf, pagesOf } from './pages.ts';

/** As the worker's first line says. */
const readSite = (dir: string): OfflineSite => {
  const [line = ''] = readFileSync(join(dir, 'service-worker.js'), 'utf8').split('\n', 1);
  return JSON.parse(line.replace(/^self\.OFFLINE_SITE=|;$/g, '')) as OfflineSite;
};

const readLists = (dir: string, { version, lists }: OfflineSite) =>
  Array.from({ length: lists }, (_, list) =>
    readList(JSON.parse(readFileSync(join(dir, listAddress(version, list)), 'utf8'))),
  );

const weigh = (dir: string, path: string): OfflineFile => {
  const bytes = readFileSync(join(dir, path));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { path, bytes: bytes.length, hash };
};

describe.each(TEST_SITE_NAMES)('what can be kept of the site %s', (name) => {
  const dir = testSiteDir(name);
  const site = readSite(dir);
  const lists = readLists(dir, site);
  const { base } = TEST_SITES[name];

  it('is listed with size and hash, each file where the worker looks for it', () => {
    const expected = filesOf(name)
      .filter(isOfflineFile)
      .map((path) => weigh(dir, path));
    const byPath = (a: OfflineFile, b: OfflineFile) => (a.path < b.path ? -1 : 1);
    expect(lists.flat().toSorted(byPath)).toEqual(expected.toSorted(byPath));
    for (const [index, list] of lists.entries())
      expect(list.filter(({ path }) => listOf(path, site.lists) !== index)).toEqual([]);
    expect(site.bytes).toBe(expected.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(site.files).toBe(expected.length);
  });

  it('has all pages, and all that they load', () => {
    const paths = new Set(lists.flat().map(({ path }) => path));
    const pages = pagesOf(name).filter(({ file }) => file !== '404.html');
    expect(pages.filter(({ file }) => !paths.has(file)).map(({ file }) => file)).toEqual([]);
    const loaded = pages.flatMap(({ $ }) =>
      $('link[rel="stylesheet"], link[rel="icon"], link[rel="manifest"], script[src]')
        .toArray()
        .map(({ attribs }) => attribs['href'] ?? attribs['src'] ?? '')
        .map((address) => fileOfAddress(address.slice(base.length))),
    );
    expect([...new Set(loaded)].filter((path) => !paths.has(path))).toEqual([]);
    expect(new Set(loaded).size).toBeGreaterThan(10);
  });

  it('begins with files that are there', () => {
    const paths = new Set(lists.flat().map(({ path }) => path));
    expect(site.shell.filter((path) => !paths.has(path))).toEqual([]);
    expect(site.shell).toEqual(
      expect.arrayContaining(['offline/index.html', 'search-data/index.json']),
    );
  });
});

it('is told to browsers by a manifest with icons of the sizes that it names', async () => {
  const dir = testSiteDir('based');
  const text = readFileSync(join(dir, 'manifest.webmanifest'), 'utf8');
  const manifest = JSON.parse(text) as { icons: readonly { src: string; sizes: string }[] };
  expect(manifest.icons).toHaveLength(3);
  for (const { src, sizes } of manifest.icons) {
    const { format, width, height } = await sharp(join(dir, src.slice('/x/'.length))).metadata();
    expect([format, `${width}x${height}`]).toEqual(['png', sizes]);
  }
});
