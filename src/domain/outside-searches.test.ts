import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outsideSearches } from './outside-searches.ts';

const queryOf = (url: string): string | null => {
  const { searchParams } = new URL(url);
  return searchParams.get('query') ?? searchParams.get('q');
};

test.each([
  ['Attention & more: 50% off?', 'Attention & more: 50% off?'],
  ['Search in $\\mathcal{O}(n^2)$ time', 'Search in O (n 2) time'],
  ['البحث', 'البحث'],
  ['\\alpha', '\\alpha'],
])('asks for %j by %j', (title, query) => {
  for (const { url } of outsideSearches(title)) expect(queryOf(url)).toBe(query);
});

test('leads to https addresses with a query, whatever the title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
      for (const { url } of outsideSearches(title)) {
        expect(new URL(url).protocol).toBe('https:');
        expect(queryOf(url)).not.toBeNull();
      }
    }),
  );
});
