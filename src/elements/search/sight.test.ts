import { expect, test } from 'vitest';
import { hitsInSight } from './sight.ts';

test.each([
  [480, 4],
  [844, 6],
  [1080, 7],
  [2160, 14],
])('a screen of %i px shows at most %i hits', (height, most) => {
  expect(hitsInSight(height)).toBe(most);
});
