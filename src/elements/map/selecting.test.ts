import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInRegion } from '../../domain/map-geometry.ts';
import { Selecting } from './selecting.ts';

const anyPlace = fc.record({
  x: fc.integer({ min: 0, max: 100 }),
  y: fc.integer({ min: 0, max: 100 }),
});

describe('Selecting', () => {
  test('gives a region at the second corner and ends, whichever corner came first', () => {
    const selecting = new Selecting();
    selecting.toggle();
    expect(selecting.setCorner({ x: 9, y: 1 })).toBeUndefined();
    expect(selecting.draft({ x: 5, y: 5 })).toEqual({ left: 5, top: 1, right: 9, bottom: 5 });
    expect(selecting.isOn).toBe(true);
    expect(selecting.setCorner({ x: 2, y: 7 })).toEqual({ left: 2, top: 1, right: 9, bottom: 7 });
    expect(selecting.isOn).toBe(false);
    expect(selecting.draft({ x: 5, y: 5 })).toBeUndefined();
  });

  test('begins by a corner set with the keys', () => {
    const selecting = new Selecting();
    selecting.setCorner({ x: 1, y: 1 });
    expect(selecting.isOn).toBe(true);
  });

  test('forgets its corner when it is left', () => {
    const selecting = new Selecting();
    selecting.setCorner({ x: 1, y: 1 });
    selecting.toggle(false);
    expect(selecting.setCorner({ x: 2, y: 2 })).toBeUndefined();
  });

  test('holds every paper that a walk with Shift passed, and none of the walk before', () => {
    fc.assert(
      fc.property(fc.array(anyPlace, { minLength: 2 }), anyPlace, (walk, elsewhere) => {
        const selecting = new Selecting();
        selecting.step(elsewhere, walk[0]!, true);
        expect(selecting.step(elsewhere, walk[0]!, false)).toBeUndefined();
        const regions = walk.slice(1).map((to, at) => selecting.step(walk[at]!, to, true)!);
        const last = regions.at(-1)!;
        for (const place of walk) expect(isInRegion(place, last)).toBe(true);
        expect(walk.some(({ x }) => x === last.left)).toBe(true);
        expect(walk.some(({ y }) => y === last.bottom)).toBe(true);
      }),
    );
  });
});
