import { describe, expect, test } from 'vitest';
import { saveSearch, toMarks, type SavedSearch } from '../../domain/saved-searches.ts';
import type { SearchState } from '../../search/url-state.ts';
import { createKeptStore, type KeptStorage } from '../kept-store.ts';
import { SEARCHES_KIND } from './kind.ts';
import { Counter } from './counter.ts';

const makeStorage = (room = Infinity): KeptStorage => {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, text) => {
      if (text.length > room) throw new DOMException('No room.', 'QuotaExceededError');
      held.set(key, text);
    },
    removeItem: (key) => void held.delete(key),
  };
};

const FOUND: Readonly<Record<string, readonly string[]>> = { a: ['1', '2', '3'], b: ['2'] };
const toPaper = (id: string) => ({ id, title: `Paper ${id}` });

const setUp = (searches: readonly SavedSearch[], { room = Infinity, fails = '' } = {}) => {
  const storage = makeStorage(room);
  const store = createKeptStore(() => storage, SEARCHES_KIND);
  for (const search of searches) store.edit(saveSearch(search));
  const asked: string[] = [];
  const failed = { type: 'failed', request: 0, reason: 'gone' } as const;
  const finder = {
    load: async () => {
      asked.push('load');
      return fails === 'load' ? failed : ({ type: 'ready', request: 0, papers: 3 } as const);
    },
    matches: async ({ q }: SearchState) => {
      asked.push(q);
      if (fails === q) return failed;
      const papers = (FOUND[q] ?? []).map(toPaper);
      return { type: 'matches', request: 0, papers } as const;
    },
  };
  const counter = new Counter({
    finder,
    store,
    index: '/new.json',
    today: () => '2026-11-23',
    rest: async () => undefined,
  });
  const searchOf = (to: string) => store.state().list.find((one) => one.to === to);
  return { counter, store, asked, searchOf };
};

const OLD: SavedSearch = {
  to: 'q=a',
  name: '',
  seen: toMarks(['1']),
  looked: '2026-11-12',
  counted: { index: '/old.json', fresh: 0 },
};
const NEW: SavedSearch = { to: 'q=b', name: '' };

describe('counting', () => {
  test('tells how many are new of each search, and keeps what was seen', async () => {
    const { counter, searchOf } = setUp([OLD, NEW]);
    expect(counter.isDone).toBe(false);
    expect(await counter.count()).toBeUndefined();
    expect(counter.isDone).toBe(true);
    expect(searchOf('q=a')).toEqual({ ...OLD, counted: { index: '/new.json', fresh: 2 } });
    expect(searchOf('q=b')).toMatchObject({ looked: '2026-11-23', counted: { fresh: 0 } });
  });

  test('asks nobody about what was counted in this index', async () => {
    const { counter, asked } = setUp([{ ...OLD, counted: { index: '/new.json', fresh: 7 } }]);
    expect(counter.isDone).toBe(true);
    await counter.count();
    expect(asked).toEqual([]);
  });

  test('counts once when asked twice', async () => {
    const { counter, asked } = setUp([OLD]);
    await Promise.all([counter.count(), counter.count()]);
    expect(asked.filter((one) => one === 'a')).toEqual(['a']);
  });

  test('goes on to its end where nothing can be kept', async () => {
    const { counter, asked } = setUp([OLD, NEW], { room: 0 });
    await counter.count();
    expect(asked.filter((one) => one !== 'load')).toEqual(['a', 'b']);
  });

  test.each(['load', 'a'])('says why when it fails, and may be tried again: %s', async (fails) => {
    const { counter, searchOf, asked } = setUp([OLD], { fails });
    expect(await counter.count()).toBe('gone');
    expect(searchOf('q=a')).toEqual(OLD);
    const before = asked.length;
    await counter.count();
    expect(asked.length).toBe(2 * before);
  });
});

describe('a look', () => {
  test('names what is new, and marks it as seen when it is kept', async () => {
    const { counter, searchOf } = setUp([OLD]);
    const news = await counter.look('q=a');
    expect(news).toMatchObject({ fresh: [toPaper('2'), toPaper('3')], since: '2026-11-12' });
    expect(searchOf('q=a')).toEqual(OLD);
    news?.keep();
    expect(searchOf('q=a')).toEqual({
      ...OLD,
      seen: toMarks(['1', '2', '3']),
      looked: '2026-11-23',
      counted: { index: '/new.json', fresh: 0 },
    });
    expect(counter.isDone).toBe(true);
  });

  test('shows nothing of a search that is not saved, or that could not be asked', async () => {
    expect(await setUp([OLD]).counter.look('q=b')).toBeUndefined();
    expect(await setUp([OLD], { fails: 'a' }).counter.look('q=a')).toBeUndefined();
  });
});
