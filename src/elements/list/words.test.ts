import { expect, test } from 'vitest';
import { newItem } from '../../domain/reading-list.ts';
import { importedText, incomingText, movedText, outcomeText, statusText } from './words.ts';

const [a, b] = [newItem('a'), { ...newItem('b'), isRead: true }];

test('the list says how many papers it has, and how many are shown', () => {
  expect(statusText([a], [a])).toBe('1 paper');
  expect(statusText([a, b], [a, b])).toBe('2 papers, 1 read');
  expect(statusText([a, b], [b])).toBe('1 of 2 papers');
});

test('a move is told with the place', () => {
  expect(movedText('Kilns', 2, 7)).toBe('“Kilns” is now 2 of 7.');
});

test.each([
  [7, 0, 0, ''],
  [0, 0, 0, ''],
  [3, 4, 0, '4 of them are on your reading list already.'],
  [3, 1, 2, '1 of them is on your reading list already. 2 more are not in this collection.'],
  [0, 2, 0, 'All of them are on your reading list already.'],
  [0, 0, 1, '1 more is not in this collection.'],
])(
  'a link with %i new, %i known and %i unknown papers is told of',
  (fresh, known, unknown, text) => {
    expect(incomingText(fresh, known, unknown)).toBe(text);
  },
);

test.each([
  [3, 0, 0, '3 papers added.'],
  [1, 4, 0, '1 paper added, 4 were there already.'],
  [0, 1, 1, '0 papers added, 1 was there already. 1 entry could not be read whole.'],
])('an import of %i new and %i known papers with %i damaged ones is told of', (...given) => {
  const [added, known, damaged, text] = given;
  expect(importedText(added, known, damaged)).toBe(text);
});

test('an export tells what it did and what it lacks', () => {
  expect(outcomeText('Downloaded 1 paper as list.bib', [])).toBe('Downloaded 1 paper as list.bib.');
  expect(outcomeText('', ['A', 'B'])).toBe('No citation could be loaded for: A; B.');
});
