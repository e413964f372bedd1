import { expect, test } from 'vitest';
import { readBase, withBase } from './urls.ts';

test.each(['x', '/x', 'x/', '/x/', '//x//'])('readBase(%j) is /x/', (raw) => {
  expect(readBase(raw)).toBe('/x/');
});

test.each(['', '/'])('readBase(%j) is the root', (raw) => {
  expect(readBase(raw)).toBe('/');
});

test('withBase puts a site path on a base', () => {
  expect(withBase('/', '/papers/')).toBe('/papers/');
  expect(withBase(readBase('a/b'), '/papers/')).toBe('/a/b/papers/');
});
