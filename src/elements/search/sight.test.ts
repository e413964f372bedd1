import { expect, test } from 'vitest';
import { hitsInSight } from './sight.ts';

test.each([
  [480, 3],
  [844, 4],
  [1080, 5],
  [2160, 11],
])('a screen of %i px shows at most %i hits', (height, most) => {
  expect(hitsInSight(height)).toBe(most);
});
