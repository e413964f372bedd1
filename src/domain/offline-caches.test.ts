import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cachesOfSite,
  outdatedCaches,
  readCacheName,
  writeCacheName,
  type CacheName,
} from './offline-caches.ts';

/** Paths that could be taken for parts of each other, or for parts of a name. */
const anyScope = fc.oneof(
  fc.constantFrom('/', '/x/', '/x/y/', '/xy/', '/|/', '/%7C/', '/%2F/', '/a%20b/'),
  fc.webPath().map((path) => `${path}/`),
);
const anyVersion: fc.Arbitrary<string> = fc.constantFrom('', '0a', '1b', '2c');
const anyName: fc.Arbitrary<CacheName> = fc.record({
  scope: anyScope,
  version: anyVersion,
  room: fc.constantFrom('shell', 'visited', 'whole', 'notes'),
});

describe('names of caches', () => {
  it('say what they were made of', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(readCacheName(writeCacheName(name))).toEqual(name);
      }),
    );
  });

  it.each([
    '',
    'paperlight',
    'images',
    'workbox-precache-v2-https://a.example/',
    'paperlight|%2F|1a',
    'paperlight|%2F|1a|attic',
    'paperlight|/|1a|shell',
    'paperlight|%2F|1a|shell|more',
    'paperlight|%|1a|shell',
    'other|%2F|1a|shell',
  ])('of other programs are not ours: %j', (name) => {
    expect(readCacheName(name)).toBeUndefined();
    expect(cachesOfSite([name], '/')).toEqual([]);
  });
});

describe('cachesOfSite', () => {
  it('gives each site of an origin its own caches and no other’s', () => {
    fc.assert(
      fc.property(fc.array(anyName), fc.array(fc.string()), anyScope, (ours, foreign, scope) => {
        const names = [...ours.map(writeCacheName), ...foreign];
        const expected = ours.filter((name) => name.scope === scope).map(writeCacheName);
        expect(cachesOfSite(names, scope)).toEqual(expected);
      }),
    );
  });
});

describe('outdatedCaches', () => {
  it('leaves notes, needed versions and other sites alone', () => {
    fc.assert(
      fc.property(fc.array(anyName), anyScope, fc.array(anyVersion), (all, scope, versions) => {
        const needed = new Set(versions);
        const outdated = outdatedCaches(all.map(writeCacheName), scope, needed);
        const expected = all.filter(
          (name) => name.scope === scope && name.room !== 'notes' && !needed.has(name.version),
        );
        expect(outdated).toEqual(expected.map(writeCacheName));
      }),
    );
  });
});
