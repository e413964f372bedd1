import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextStop, type Stop } from './keyboard.ts';

test.each<[key: string, at: Stop, count: number, next: Stop | undefined]>([
  ['ArrowDown', 'box', 3, 0],
  ['ArrowDown', 'box', 0, undefined],
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, undefined],
  ['ArrowUp', 'box', 3, undefined],
  ['ArrowUp', 0, 3, 'box'],
  ['ArrowUp', 2, 3, 1],
  ['Enter', 1, 3, undefined],
  ['Tab', 'box', 3, undefined],
])('%s at %s of %i leads to %s', (key, at, count, next) => {
  expect(nextStop(key, at, count)).toBe(next);
});

test('as many steps up as down lead back to the box', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(50), (count, steps) => {
      const walk = (key: string, from: Stop, times: number): Stop =>
        Array.from({ length: times }).reduce<Stop>((at) => nextStop(key, at, count) ?? at, from);
      const down = walk('ArrowDown', 'box', steps);
      expect(walk('ArrowUp', down, Math.min(steps, count))).toBe('box');
    }),
  );
});
