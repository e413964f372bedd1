import { describe, expect, test } from 'vitest';
import { distanceBetween, MAP_SIZE } from '../../src/domain/map-geometry.ts';
import type { Near } from '../../src/domain/nearest.ts';
import { frameLayout } from './map-frame.ts';
import { layOut } from './map-layout.ts';
import { seededRandom } from './seeded-random.ts';

const GROUP = 20;

/** Three groups, each paper near to the twelve that follow in its own. */
const groups: readonly (readonly Near[])[] = Array.from({ length: 3 * GROUP }, (_, paper) => {
  const first = Math.floor(paper / GROUP) * GROUP;
  return Array.from({ length: 12 }, (__, step) => ({
    at: first + ((paper - first + step + 1) % GROUP),
    likeness: 0.9 - step * 0.05,
  }));
});

const SEED = 7;

describe('layOut', () => {
  const points = layOut(groups, SEED);

  test('lays papers of one group together and groups apart', () => {
    const groupOf = (paper: number): number => Math.floor(paper / GROUP);
    const nearestIsOwn = points.map((point, paper) => {
      const away = points.map((other, at) =>
        at === paper ? Infinity : distanceBetween(point, other),
      );
      return groupOf(away.indexOf(Math.min(...away))) === groupOf(paper);
    });
    expect(nearestIsOwn.filter((isOwn) => !isOwn)).toEqual([]);
  });

  test('gives the same map for the same seed, another for another', () => {
    expect(layOut(groups, SEED)).toEqual(points);
    expect(layOut(groups, SEED + 1)).not.toEqual(points);
  });

  test('fills the map and stays on it', () => {
    const xs = points.map(({ x }) => x);
    expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(MAP_SIZE);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(-1e-6);
      expect(x).toBeLessThanOrEqual(MAP_SIZE + 1e-6);
      expect(y).toBeGreaterThanOrEqual(-1e-6);
      expect(y).toBeLessThanOrEqual(MAP_SIZE + 1e-6);
    }
  });

  test.each([0, 1, 2, 3, 4, 5, 6])('lays out %d papers', (count) => {
    const all = Array.from({ length: count }, (_, paper) => paper);
    const near = all.map((paper) =>
      all.filter((other) => other !== paper).map((at) => ({ at, likeness: 0.5 })),
    );
    const places = layOut(near, SEED);
    expect(places).toHaveLength(count);
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
    for (const { x, y } of places) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  });

  test('bears papers that are the same and papers with few relatives', () => {
    const same = groups.map((near, paper) =>
      paper % 5 === 0 ? near.slice(0, 1) : near.map((one) => ({ ...one, likeness: 1 })),
    );
    for (const { x, y } of layOut(same, SEED))
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  });
});

describe('frameLayout', () => {
  test('turns the long way to the side and keeps distances in proportion', () => {
    const steep = [0, 1, 2, 3].map((step) => ({ x: step, y: 10 * step }));
    const framed = frameLayout(steep);
    expect(Math.abs((framed[3]?.x ?? 0) - (framed[0]?.x ?? 0))).toBeCloseTo(MAP_SIZE);
    for (const { y } of framed) expect(y).toBeCloseTo(MAP_SIZE / 2);
  });
});

describe('seededRandom', () => {
  test('gives numbers from 0 up to 1, evenly spread, the same for a seed', () => {
    const [one, two] = [seededRandom(5), seededRandom(5)];
    const numbers = Array.from({ length: 10_000 }, one);
    expect(numbers).toEqual(Array.from({ length: 10_000 }, two));
    const tenths = Array.from(
      { length: 10 },
      (_, tenth) => numbers.filter((number) => Math.floor(number * 10) === tenth).length,
    );
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
