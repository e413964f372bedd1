import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestInDirection, nearestPoint, type Direction } from './map-direction.ts';
import type { Point } from './map-geometry.ts';

const anyPoint: fc.Arbitrary<Point> = fc.record({
  x: fc.integer({ min: 0, max: 10_000 }),
  y: fc.integer({ min: 0, max: 10_000 }),
});
const anyPoints = fc.array(anyPoint, { maxLength: 30 });
const anyDirection = fc.constantFrom<Direction>('left', 'right', 'up', 'down');

/** How far a point lies ahead. */
const ahead = (from: Point, to: Point, direction: Direction): number =>
  ({
    left: from.x - to.x,
    right: to.x - from.x,
    up: from.y - to.y,
    down: to.y - from.y,
  })[direction];

describe('nearestInDirection', () => {
  const from = { x: 0, y: 0 };

  test('prefers a point ahead to a nearer one aside', () => {
    const points = [
      { x: 10, y: 20 },
      { x: 30, y: 0 },
    ];
    expect(nearestInDirection(points, from, 'right')).toBe(1);
    expect(nearestInDirection(points, from, 'down')).toBe(0);
  });

  test('finds nothing where nothing lies', () => {
    expect(nearestInDirection([{ x: 1, y: 1 }], from, 'left')).toBeUndefined();
    expect(nearestInDirection([from], from, 'right')).toBeUndefined();
  });

  test('never goes back, and finds a point whenever one lies ahead', () => {
    fc.assert(
      fc.property(anyPoints, anyPoint, anyDirection, (points, start, direction) => {
        const found = nearestInDirection(points, start, direction);
        const isAnyAhead = points.some((point) => ahead(start, point, direction) > 0);
        expect(found !== undefined).toBe(isAnyAhead);
        if (found !== undefined) expect(ahead(start, points[found]!, direction)).toBeGreaterThan(0);
      }),
    );
  });

  test('comes to an end in every direction', () => {
    fc.assert(
      fc.property(anyPoints, anyPoint, anyDirection, (points, start, direction) => {
        let at: Point | undefined = start;
        let steps = 0;
        while (at !== undefined && steps <= points.length) {
          const next = nearestInDirection(points, at, direction);
          at = next === undefined ? undefined : points[next];
          steps += 1;
        }
        expect(at).toBeUndefined();
      }),
    );
  });
});

describe('nearestPoint', () => {
  test('is as near as any other and within reach', () => {
    const reach = 3000;
    fc.assert(
      fc.property(anyPoints, anyPoint, (points, place) => {
        const away = points.map(({ x, y }) => Math.hypot(x - place.x, y - place.y));
        const least = Math.min(...away);
        const found = nearestPoint(points, place, reach);
        if (found === undefined) expect(least).toBeGreaterThan(reach);
        else expect(away[found]).toBe(least);
      }),
    );
  });
});
