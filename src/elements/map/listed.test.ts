import { expect, test } from 'vitest';
import { listPoints, MAX_LISTED } from './listed.ts';

const placeOf = (point: number) => ({ x: point, y: 0 });

test('lists the shown points of a region, its edges included', () => {
  const region = { left: 2, top: 0, right: 5, bottom: 9 };
  expect(listPoints(region, [1, 2, 4, 5, 6], placeOf)).toEqual({
    all: [2, 4, 5],
    first: [2, 4, 5],
  });
});

test('lists those nearest to the middle when there are too many', () => {
  const points = Array.from({ length: 1001 }, (_, at) => at);
  const { all, first } = listPoints({ left: 0, top: 0, right: 1000, bottom: 0 }, points, placeOf);
  expect(all).toHaveLength(1001);
  expect(first).toHaveLength(MAX_LISTED);
  expect(first[0]).toBe(500);
  for (const point of first) expect(Math.abs(point - 500)).toBeLessThanOrEqual(MAX_LISTED / 2);
});
