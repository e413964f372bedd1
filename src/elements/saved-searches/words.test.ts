import { describe, expect, test } from 'vitest';
import { toMarks, type SavedSearch } from '../../domain/saved-searches.ts';
import { toAddress } from './address.ts';
import { describeSearch, freshText, newsText } from './words.ts';

const TODAY = '2026-11-23';
const named = () => undefined;

test.each([
  ['q=kv+cache', '“kv cache”'],
  ['kind=survey&q=kv', '“kv”, Kind: Survey'],
  ['has=code&year=2020..2024', 'Has: Code, Year: 2020 to 2024'],
  ['q=kv&sort=new', '“kv”, newest first'],
])('a search for %s is called %s', (to, name) => {
  expect(describeSearch(to, named)).toBe(name);
});

test('a topic is called as the page calls it', () => {
  expect(describeSearch('topic=edge-ai', () => 'Edge AI')).toBe('Topic: Edge AI');
});

describe('the news of a search', () => {
  const news = (fields: Partial<SavedSearch>) =>
    newsText({ to: 'q=a', name: '', seen: toMarks([]), ...fields }, 'i', TODAY);
  const count = (fresh: number, index = 'i') => ({ counted: { fresh, index } });

  test.each([
    [{ looked: '2026-11-12', ...count(3) }, '3 new since 12 November'],
    [{ looked: '2025-11-12', ...count(3) }, '3 new since 12 November 2025'],
    [{ looked: TODAY, ...count(0) }, 'nothing new since today'],
    [{ ...count(1) }, '1 new'],
    [{ looked: '2026-11-12', ...count(3, 'older') }, 'last looked at on 12 November'],
    [{ looked: TODAY }, 'last looked at today'],
    [{}, ''],
  ])('of %o are “%s”', (fields, text) => {
    expect(news(fields)).toBe(text);
  });

  test('are named above its results', () => {
    expect(freshText(3, '2026-11-12', TODAY)).toBe('3 new since 12 November:');
    expect(freshText(1, undefined, TODAY)).toBe('1 new:');
  });
});

test.each([
  ['?q=a&page=3', 'q=a'],
  ['kind=survey&kind=nonsense&q=+a+', 'kind=survey&q=a'],
  ['sort=new', ''],
  ['', ''],
  ['%%%&page=2', ''],
])('the address %s is known as “%s”', (query, to) => {
  expect(toAddress(query)).toBe(to);
  expect(toAddress(to)).toBe(to);
});
