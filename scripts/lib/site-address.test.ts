import { describe, expect, it } from 'vitest';
import { UsageError } from './cli.ts';
import { readSiteAddress } from './site-address.ts';

const address = 'https://example.org/papers/';

describe('readSiteAddress', () => {
  it.each([
    ['nothing is known', {}, { base: '/' }],
    ['site.md alone', { address }, { origin: 'https://example.org', base: '/papers/' }],
    [
      'SITE_URL replaces all',
      { address, siteUrl: 'https://a.net' },
      { origin: 'https://a.net', base: '/' },
    ],
    [
      'an empty SITE_URL',
      { address, siteUrl: '' },
      { origin: 'https://example.org', base: '/papers/' },
    ],
    [
      'BASE_PATH replaces the path',
      { address, basePath: 'x' },
      { origin: 'https://example.org', base: '/x/' },
    ],
    ['an empty BASE_PATH', { address, basePath: '' }, { origin: 'https://example.org', base: '/' }],
    [
      'both',
      { address, siteUrl: 'http://a.net/b', basePath: '/x/y' },
      { origin: 'http://a.net', base: '/x/y/' },
    ],
    ['BASE_PATH alone', { basePath: '/x/' }, { base: '/x/' }],
    [
      'a port',
      { siteUrl: 'http://localhost:4321/x' },
      { origin: 'http://localhost:4321', base: '/x/' },
    ],
  ])('knows where the site stands: %s', (_, sources, expected) => {
    expect(readSiteAddress(sources)).toEqual(expected);
  });

  it.each(['x', '/x', '/x/', '//x//'])('takes the base path %s for /x/', (basePath) => {
    expect(readSiteAddress({ basePath }).base).toBe('/x/');
  });

  it.each(['example.org', 'javascript:alert(1)', 'ftp://example.org'])(
    'refuses SITE_URL %s',
    (siteUrl) => {
      expect(() => readSiteAddress({ siteUrl })).toThrow(UsageError);
    },
  );

  it.each(['../x', 'x/../y', 'a b', '/x?y', '/x#y', 'https://a.net/', '/"x'])(
    'refuses BASE_PATH %s',
    (basePath) => {
      expect(() => readSiteAddress({ basePath })).toThrow(UsageError);
    },
  );
});
