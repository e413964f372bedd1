import { describe, expect, it } from 'vitest';
import { TEST_ORIGIN, TEST_SITES, TEST_SITE_NAMES, type TestSite } from '../setup/test-sites.ts';
import { filesOf, isRedirect, pagesOf, type BuiltPage } from './pages.ts';

const ATTRIBUTES = [
  ['a, link, area', 'href'],
  ['script, img, iframe, source', 'src'],
  ['form', 'action'],
] as const;

/** Absolute addresses on our own host that a page points to. */
const ownLinksOf = ({ $, path }: BuiltPage, selector: string, attribute: string): readonly URL[] =>
  $(selector)
    .toArray()
    .flatMap((element) => $(element).attr(attribute) ?? [])
    .map((link) => new URL(link, `${TEST_ORIGIN}${path}`))
    .filter(({ origin }) => origin === TEST_ORIGIN);

const allOwnLinksOf = (page: BuiltPage): readonly URL[] => [
  ...ATTRIBUTES.flatMap(([selector, attribute]) => ownLinksOf(page, selector, attribute)),
  // where a page that only sends on sends to
  ...page
    .$('meta[http-equiv="refresh"]')
    .toArray()
    .map(({ attribs }) => /url=(.*)$/i.exec(attribs['content'] ?? '')?.[1] ?? 'nowhere')
    .map((link) => new URL(link, `${TEST_ORIGIN}${page.path}`)),
];

/** Paths at which a static host would answer, each with the ids in it. */
const targetsOf = (name: TestSite): ReadonlyMap<string, ReadonlySet<string>> => {
  const files = filesOf(name).map((file) => [`${TEST_SITES[name].base}${file}`, []] as const);
  const pages = pagesOf(name).map(({ path, $ }) => {
    const ids = $('[id]').toArray();
    return [path, ids.map(({ attribs }) => attribs['id'] ?? '')] as const;
  });
  return new Map([...files, ...pages].map(([path, ids]) => [path, new Set(ids)]));
};

const isDead = (link: URL, targets: ReadonlyMap<string, ReadonlySet<string>>): boolean => {
  const ids = targets.get(decodeURI(link.pathname));
  const fragment = decodeURIComponent(link.hash.slice(1));
  return ids === undefined || (fragment !== '' && fragment !== 'top' && !ids.has(fragment));
};

const isSafeLink = ({ protocol, origin }: URL, rel: string): boolean =>
  origin === TEST_ORIGIN ||
  protocol === 'mailto:' ||
  (/^https?:$/.test(protocol) && rel.split(' ').includes('noopener'));

/** Paths that a reader without script reaches from the home page by links alone. */
const reachableFrom = (home: string, pages: readonly BuiltPage[]): ReadonlySet<string> => {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const reached = new Set([home]);
  for (const path of reached) {
    const page = byPath.get(path);
    if (page === undefined) continue;
    for (const link of ownLinksOf(page, 'a', 'href')) reached.add(decodeURI(link.pathname));
  }
  return reached;
};

describe.each(TEST_SITE_NAMES)('the links of the site %s', (name) => {
  const pages = pagesOf(name);

  it('lead to pages, files and fragments that are there', () => {
    const targets = targetsOf(name);
    const dead = pages.flatMap((page) =>
      allOwnLinksOf(page)
        .filter((link) => isDead(link, targets))
        .map((link) => `${page.file} → ${link.href}`),
    );
    expect(dead.slice(0, 40)).toEqual([]);
    expect(pages.flatMap(allOwnLinksOf).length).toBeGreaterThan(1000);
  });

  it('lead out to the web and to mail alone, and tell nobody who opened them', () => {
    const odd = pages.flatMap(({ $, path, file }) =>
      $('a[href], area[href]')
        .toArray()
        .map(({ attribs }) => ({ href: attribs['href'] ?? '', rel: attribs['rel'] ?? '' }))
        .filter(({ href, rel }) => !isSafeLink(new URL(href, `${TEST_ORIGIN}${path}`), rel))
        .map(({ href }) => `${file} → ${href}`),
    );
    expect(odd).toEqual([]);
  });

  it('reach every page from the home page without script', () => {
    const reached = reachableFrom(TEST_SITES[name].base, pages);
    const unreached = pages
      .filter((page) => !isRedirect(page) && page.file !== '404.html')
      // a notice on a withdrawn paper keeps its address and is in no list
      .filter(({ path, $ }) => !reached.has(path) && $('meta[name="robots"]').length === 0);
    expect(unreached.map(({ file }) => file)).toEqual([]);
  });
});
