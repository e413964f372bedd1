import { expect, test } from 'vitest';
import { foundText, paperText, selectedText, shownText } from './words.ts';

test.each([
  [0, false, 'No papers match “nas”.'],
  [1, false, '1 paper matches “nas”.'],
  [2, true, '2 papers match “nas”, nearly.'],
  [0, true, 'No papers match “nas”.'],
])('says how many papers match: %d', (count, isLoosened, text) => {
  expect(foundText(count, { q: 'nas', isLoosened, isTitlesOnly: false })).toBe(text);
});

test('says when the abstracts did not come', () => {
  expect(foundText(3, { q: 'nas', isLoosened: false, isTitlesOnly: true })).toBe(
    '3 papers match “nas”. Only titles could be searched.',
  );
});

test('says how many papers a region holds, and how many of them are listed', () => {
  expect(selectedText(1)).toBe('1 paper in the region');
  expect(selectedText(0)).toBe('No papers in the region');
  expect(shownText(5, 5)).toBe('');
  expect(shownText(200, 3000)).toBe('These are the 200 nearest to its middle.');
});

test('tells of a paper in sentences', () => {
  const text = { title: 'A lid?', contribution: 'We propose a lid.', figures: ['2x faster'] };
  expect(paperText(text, 'Kilns')).toBe('A lid? Kilns. We propose a lid. 2x faster.');
  expect(paperText({ title: 'A lid' }, '')).toBe('A lid.');
});
