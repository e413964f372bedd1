import { describe, expect, test } from 'vitest';
import { EMPTY_STATE, type SearchState } from '../../search/url-state.ts';
import { Address, mapUrl, MOST_PAGES, readMemory, stateToUrl } from './address.ts';

/** A browser's history of one document: its entries, and the one that is shown. */
const startAt = (url: string) => {
  const place = { pathname: '', search: '', hash: '' };
  const entries: { url: string; memory: unknown }[] = [{ url, memory: null }];
  const show = (to: string): void => {
    const { pathname, search, hash } = new URL(to, 'https://site.example');
    Object.assign(place, { pathname, search, hash });
  };
  show(url);
  const past = {
    get state(): unknown {
      return entries.at(-1)?.memory;
    },
    replaceState(memory: unknown, _: string, to: string) {
      entries[entries.length - 1] = { url: to, memory };
      show(to);
    },
    pushState(memory: unknown, _: string, to: string) {
      entries.push({ url: to, memory });
      show(to);
    },
  };
  const address = new Address(past, place);
  return { address, entries, urls: () => entries.map((entry) => entry.url) };
};

const asking = (q: string, more: Partial<SearchState> = {}): SearchState => ({
  ...EMPTY_STATE,
  q,
  ...more,
});

describe('the address of a search', () => {
  test('asks for no more pages than are shown at once', () => {
    const pageAt = (page: number) => startAt(`/x/search/?page=${page}`).address.read().page;
    expect(pageAt(2)).toBe(2);
    expect(pageAt(MOST_PAGES + 1)).toBe(MOST_PAGES);
  });

  test('says what is typed without leaving a trail', () => {
    const { address, urls } = startAt('/x/search/');
    address.draft(asking('k'));
    address.draft(asking('kv'));
    expect(urls()).toEqual(['/x/search/?q=kv']);
  });

  test('keeps what was before the typing when what was typed is committed', () => {
    const { address, urls } = startAt('/search/?q=old');
    address.draft(asking('k'));
    address.draft(asking('kv'));
    address.commit(asking('kv'));
    address.draft(asking('kv c'));
    address.commit(asking('kv cache', { kind: ['survey'] }));
    expect(urls()).toEqual(['/search/?q=old', '/search/?q=kv', '/search/?kind=survey&q=kv+cache']);
  });

  test('adds no entry for a state that is committed already', () => {
    const { address, urls } = startAt('/search/?page=1&q=kv&utm=x');
    address.commit(asking('kv'));
    expect(urls()).toEqual(['/search/?page=1&q=kv&utm=x']);
    address.draft(asking('kvx'));
    address.draft(asking('kv'));
    address.commit(asking('kv'));
    expect(urls()).toEqual(['/search/?page=1&q=kv&utm=x']);
  });

  test('gives the entry before the typing its scroll position back', () => {
    const { address, entries } = startAt('/search/?q=old#content');
    address.remember({ scroll: 300, focus: 'p1' });
    address.draft(asking('new'));
    address.remember({ scroll: 0 });
    address.commit(asking('new'));
    expect(entries).toEqual([
      { url: '/search/?q=old#content', memory: { scroll: 300, focus: 'p1' } },
      { url: '/search/?q=new', memory: null },
    ]);
  });

  test('forgets the typing after a step back or forward', () => {
    const { address, urls } = startAt('/search/');
    address.draft(asking('kv'));
    address.arrive();
    address.commit(asking('kv cache'));
    expect(urls()).toEqual(['/search/?q=kv', '/search/?q=kv+cache']);
  });
});

test('an empty state has an address without a query', () => {
  expect(stateToUrl('/search/', EMPTY_STATE)).toBe('/search/');
});

test.each([null, undefined, 7, 'x', {}, { scroll: '7' }, { scroll: Number.NaN }])(
  'a history entry with %o has nothing to remember',
  (raw) => {
    expect(readMemory(raw)).toBeUndefined();
  },
);

test('a memory without a focused paper is still one', () => {
  expect(readMemory({ scroll: 7, focus: 3 })).toEqual({ scroll: 7 });
  expect(readMemory({ scroll: 7, focus: 'p' })).toEqual({ scroll: 7 });
  expect(readMemory({ scroll: 7, focus: 'p', top: 9 })).toEqual({ scroll: 7, focus: 'p', top: 9 });
  expect(readMemory({ scroll: 7, focus: 'p', top: '9' })).toEqual({ scroll: 7 });
  expect(readMemory({ scroll: 7, top: 9 })).toEqual({ scroll: 7 });
});

test('the map shows what words find, and is not offered where filters are ticked', () => {
  const state: SearchState = { ...EMPTY_STATE, q: 'kilns', sort: 'title', page: 2 };
  expect(mapUrl('/map/', state)).toBe('/map/?q=kilns');
  expect(mapUrl('/map/', { ...state, topic: ['t'] })).toBeUndefined();
});
