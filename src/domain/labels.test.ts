import { expect, test } from 'vitest';
import { countOf, enumerate } from './labels.ts';

test.each([
  [[], ''],
  [['1'], '1'],
  [['1', '2'], '1 and 2'],
  [['1', '2', '3'], '1, 2 and 3'],
])('%j is enumerated as “%s”', (words, text) => {
  expect(enumerate(words)).toBe(text);
});

test.each([
  [0, '0 papers'],
  [1, '1 paper'],
  [1200, '1,200 papers'],
  [1_234_567, '1,234,567 papers'],
])('%i is counted as “%s”', (count, text) => {
  expect(countOf(count, 'paper')).toBe(text);
});
