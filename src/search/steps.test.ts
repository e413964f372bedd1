import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish, mapInSteps } from './steps.ts';

test('a list mapped in steps is the list mapped at once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 5 }), (items, perStep) => {
      const map = (item: number, at: number) => `${item} ${at}`;
      expect(finish(mapInSteps(items, perStep, map))).toEqual(items.map(map));
    }),
  );
});

test('no step maps more items than it may', () => {
  let mapped = 0;
  let most = 0;
  const steps = mapInSteps([1, 2, 3, 4, 5, 6, 7], 3, () => (mapped += 1));
  while (steps.next().done !== true) {
    most = Math.max(most, mapped);
    mapped = 0;
  }
  expect([most, mapped]).toEqual([3, 1]);
});
