import { describe, expect, it } from 'vitest';
import { TEST_ORIGIN, TEST_SITE_NAMES } from '../setup/test-sites.ts';
import { isRedirect, pagesOf, type BuiltPage } from './pages.ts';

/** The files of the pages for which something does not hold. */
const failing = (pages: readonly BuiltPage[], holds: (page: BuiltPage) => boolean): string[] =>
  pages.filter((page) => !holds(page)).map(({ file }) => file);

const POLICY = 'meta[http-equiv="content-security-policy" i]';

const policyOf = ({ $ }: BuiltPage): string => $(POLICY).attr('content') ?? '';

describe.each(TEST_SITE_NAMES)('every page of the site %s', (name) => {
  const all = pagesOf(name);
  const pages = all.filter((page) => !isRedirect(page));

  it('has one h1 with words in it, and no level of heading left out', () => {
    const isSound = ({ $ }: BuiltPage) => {
      const levels = $('h1, h2, h3, h4, h5, h6')
        .toArray()
        .map(({ tagName }) => Number(tagName.slice(1)));
      return levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1);
    };
    expect(failing(pages, ({ $ }) => $('h1').length === 1 && $('h1').text().trim() !== '')).toEqual(
      [],
    );
    expect(failing(pages, isSound)).toEqual([]);
  });

  it('has a title that no other page has', () => {
    const titles = pages.map(({ $ }) => $('head > title').text());
    expect(titles.filter((title, at) => title === '' || titles.indexOf(title) !== at)).toEqual([]);
  });

  it('has its own canonical address', () => {
    const isOwn = ({ $, path }: BuiltPage) =>
      $('link[rel="canonical"]').length === 1 &&
      $('link[rel="canonical"]').attr('href') === `${TEST_ORIGIN}${path}`;
    expect(failing(pages, isOwn)).toEqual([]);
  });

  it('has a description and a language', () => {
    const isDescribed = ({ $ }: BuiltPage) =>
      $('meta[name="description"]').attr('content')?.trim() && $('html').attr('lang');
    expect(failing(pages, (page) => Boolean(isDescribed(page)))).toEqual([]);
  });

  it('has landmarks and a skip link that leads to the main part', () => {
    const hasLandmarks = ({ $ }: BuiltPage) =>
      $('main').length === 1 &&
      $('header').length > 0 &&
      $('nav').length > 0 &&
      $('footer').length > 0 &&
      $('body a').first().attr('href') === `#${$('main').attr('id') ?? 'none'}`;
    expect(failing(pages, hasLandmarks)).toEqual([]);
  });

  it('has a policy before anything that it governs, without loopholes and with Trusted Types', () => {
    const isStrict = (page: BuiltPage) =>
      !/unsafe-|https?:|\*/.test(policyOf(page)) &&
      /(?:default|script)-src /.test(policyOf(page)) &&
      policyOf(page).includes("require-trusted-types-for 'script'") &&
      page.$(POLICY).prevAll().not('meta[charset]').length === 0;
    expect(failing(pages, isStrict)).toEqual([]);
  });

  it('has data for search engines that can be read', () => {
    const isRead = ({ $ }: BuiltPage) =>
      $('script[type="application/ld+json"]')
        .toArray()
        .every((element) => {
          const data = JSON.parse($(element).text()) as Readonly<Record<string, unknown>>;
          return data['@context'] === 'https://schema.org' && typeof data['@type'] === 'string';
        });
    expect(failing(pages, isRead)).toEqual([]);
  });

  it('has no script or style inside', () => {
    const isFree = ({ $ }: BuiltPage) =>
      $('style, [style], script:not([src], [type="application/ld+json"])').length === 0 &&
      $('*')
        .toArray()
        .flatMap((element) => Object.keys($(element).attr() ?? {}))
        .every((attribute) => !/^on/i.test(attribute));
    expect(failing(all, isFree)).toEqual([]);
  });
});
