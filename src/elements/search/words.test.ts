import { expect, test } from 'vitest';
import type { Facet } from '../../search/url-state.ts';
import { filterToText, moreText, resultsHeading, resultsStatus, valueToText } from './words.ts';

test.each([
  [0, '', 'No papers'],
  [0, 'nas', 'No papers for “nas”'],
  [1, 'nas', '1 paper for “nas”'],
  [1200, '', '1,200 papers'],
])('the heading of %i results for "%s" is "%s"', (total, q, heading) => {
  expect(resultsHeading(total, q)).toBe(heading);
});

test.each([
  [0, false, 'No papers found.'],
  [0, true, 'No papers found.'],
  [1, false, '1 paper found.'],
  [7, true, '7 papers found, near matches.'],
])('the status of %i results, loosened: %s, is "%s"', (total, loosened, status) => {
  expect(resultsStatus(total, loosened)).toBe(status);
});

test.each([
  [20, 119, 'Show 20 more'],
  [100, 119, 'Show 19 more'],
  [20, 21, 'Show 1 more'],
])('with %i of %i shown the button says "%s"', (shown, total, text) => {
  expect(moreText(shown, total)).toBe(text);
});

test('a filter is called by its name, or by its value when the page has no name for it', () => {
  expect(filterToText({ facet: 'topic', value: 'edge-ai' }, 'Edge AI')).toBe('Topic: Edge AI');
  expect(filterToText({ facet: 'topic', value: 'gone' })).toBe('Topic: gone');
  expect(filterToText({ facet: 'year', value: '2020..2024' })).toBe('Year: 2020 to 2024');
});

test.each<[facet: Facet, value: string, text: string]>([
  ['kind', 'benchmark-dataset', 'Benchmark or dataset'],
  ['has', 'project', 'Project page'],
  ['kind', 'toString', 'toString'],
  ['year', '2024', '2024'],
  ['venue', 'A..B', 'A..B'],
])('the %s "%s" is called "%s"', (facet, value, text) => {
  expect(valueToText(facet, value)).toBe(text);
});
