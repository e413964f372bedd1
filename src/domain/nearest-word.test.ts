import { expect, test } from 'vitest';
import { nearestWord } from './nearest-word.ts';

test.each([
  ['licence', ['lang', 'license', 'links'], 'license'],
  ['author', ['authors', 'also'], 'authors'],
  ['tite', ['title'], 'title'],
  ['Title', ['title'], 'title'],
  ['ab', ['ac', 'ad'], 'ac'],
  ['title', ['title', 'titles'], 'title'],
  ['abstract', ['title', 'topics'], undefined],
  ['', ['a', 'doi'], 'a'],
  ['x'.repeat(100_000), ['title'], undefined],
  ['title', [], undefined],
])('nearestWord(%j, %j) is %j', (word, candidates, nearest) => {
  expect(nearestWord(word, candidates)).toBe(nearest);
});
