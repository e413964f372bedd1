import { expect, test } from 'vitest';
import { bytesToText } from './byte-size.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [9949, '9.9 kB'],
  [9951, '10 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [56_789_000, '57 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(bytesToText(bytes)).toBe(text);
});
