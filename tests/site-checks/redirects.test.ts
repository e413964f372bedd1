import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TEST_SITE_NAMES, TEST_SITES, testSiteDir } from '../setup/test-sites.ts';
import { isRedirect, pagesOf } from './pages.ts';

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

describe.each(TEST_SITE_NAMES)('the addresses that moved of the site %s', (name) => {
  const dir = testSiteDir(name);
  const { base } = TEST_SITES[name];
  const file = join(dir, '_redirects');
  const lines = isFile(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  const moves = lines.map((line) => line.split(' '));
  const sources = new Map(moves.map(([from = '', to = '']) => [from, to]));
  /** What stands at an address: hosts show the index of a folder. */
  const fileOf = (address: string): string =>
    join(dir, address.slice(base.length), address.endsWith('/') ? 'index.html' : '');

  it('are named once each, below the base, and have moved for good', () => {
    expect(moves.filter(([, , status, ...more]) => status !== '301' || more.length > 0)).toEqual(
      [],
    );
    expect(moves.flat().filter((part) => part !== '301' && !part.startsWith(base))).toEqual([]);
    expect(sources.size).toBe(lines.length);
  });

  it('lead to a file at once, and not to an address that moved', () => {
    const targets = [...sources.values()];
    expect(targets.filter((to) => !isFile(fileOf(to)) || sources.has(to))).toEqual([]);
  });

  it('have nothing there, or a page that leads to the same place', () => {
    const pages = new Map(pagesOf(name).map((page) => [page.path, page]));
    const isRight = ([from, to]: readonly [string, string]): boolean => {
      const page = pages.get(from);
      if (page === undefined) return !isFile(fileOf(from));
      return (
        isRedirect(page) && page.$('meta[http-equiv="refresh"]').attr('content') === `0; url=${to}`
      );
    };
    expect([...sources].filter((move) => !isRight(move))).toEqual([]);
  });

  it('are those of all pages of papers that lead on', () => {
    const leading = pagesOf(name).filter(
      (page) => page.file.startsWith('papers/') && isRedirect(page),
    );
    expect(leading.map(({ path }) => path).filter((path) => !sources.has(path))).toEqual([]);
    expect(moves.length === 0).toBe(leading.length === 0);
  });
});
