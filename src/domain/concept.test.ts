import { expect, test } from 'vitest';
import { conceptSchema } from './concept.ts';

const accepts = (fields: object): boolean =>
  conceptSchema.safeParse({ name: 'KV cache', ...fields }).success;

test.each([
  [{}],
  [{ aliases: ['key-value cache', 'C++', '内存', '4'] }],
  [{ topics: ['npu'], broader: ['cache'], related: ['attention'] }],
])('%j is a concept', (fields) => {
  expect(accepts(fields)).toBe(true);
});

test.each([
  [{ name: '' }],
  [{ name: '–' }],
  [{ aliases: [''] }],
  [{ aliases: [' '] }],
  [{ aliases: ['--'] }],
  [{ aliases: ['two\nlines'] }],
  [{ aliases: ['twice', 'twice'] }],
  [{ topics: ['No Topic'] }],
  [{ colour: 'red' }],
])('%j is none', (fields) => {
  expect(accepts(fields)).toBe(false);
});
