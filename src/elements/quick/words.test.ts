import { expect, test } from 'vitest';
import { allText, noteText, quickStatus } from './words.ts';

test('the last row says where it leads', () => {
  expect(allText('')).toBe('Search with filters');
  expect(allText('nas')).toBe('All results for “nas”');
});

test.each([
  ['', 119, false, ''],
  ['nas', 3, false, ''],
  ['nas', 0, false, 'No papers for “nas”. The search page may know near spellings.'],
  ['nas', 3, true, 'No paper has all these words as typed: these are near matches.'],
])('above the rows for “%s”, %i found, loosened %s, stands: %s', (q, total, loosened, text) => {
  expect(noteText(q, total, loosened)).toBe(text);
});

test.each([
  [{ total: 0, loosened: false, topics: 0, concepts: 0 }, 'No papers found.'],
  [{ total: 1, loosened: false, topics: 1, concepts: 0 }, '1 paper found. 1 topic.'],
  [
    { total: 54, loosened: true, topics: 2, concepts: 1 },
    '54 papers found, near matches. 2 topics, 1 concept.',
  ],
])('what is found is told in a sentence or two: %j', (found, text) => {
  expect(quickStatus(found)).toBe(text);
});
