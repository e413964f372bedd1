import { expect, test } from 'vitest';
import { hashText } from './hash-text.ts';

// the values that the authors of FNV publish for ASCII
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('hashText(%j)', (text, hash) => {
  expect(hashText(text)).toBe(hash);
});
