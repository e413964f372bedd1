import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Stop } from '../search/keyboard.ts';
import { isWriting, nextRow } from './row-keys.ts';

test.each<[key: string, at: Stop, count: number, next: Stop | undefined]>([
  ['ArrowDown', 'box', 3, 0],
  ['ArrowDown', 2, 3, undefined],
  ['ArrowUp', 0, 3, 'box'],
  ['ArrowUp', 'box', 3, undefined],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['Home', 'box', 3, undefined],
  ['End', 'box', 3, undefined],
  ['Enter', 1, 3, undefined],
  ['Tab', 1, 3, undefined],
])('%s at %s of %i leads to %s', (key, at, count, next) => {
  expect(nextRow(key, at, count)).toBe(next);
});

test('no key leads to a row that is not there', () => {
  const anyPlace = fc.integer({ min: 1, max: 20 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      at: fc.oneof(fc.constant('box' as const), fc.nat(count - 1)),
    }),
  );
  const anyKey = fc.constantFrom('ArrowDown', 'ArrowUp', 'Home', 'End', 'a', 'PageDown');
  fc.assert(
    fc.property(anyPlace, anyKey, ({ count, at }, key) => {
      const next = nextRow(key, at, count) ?? 'box';
      expect(next === 'box' || (next >= 0 && next < count)).toBe(true);
    }),
  );
});

test.each([
  ['a', true],
  ['ß', true],
  ['😀', true],
  ['/', true],
  ['Backspace', true],
  [' ', false],
  ['Enter', false],
  ['Shift', false],
  ['F5', false],
])('%s writes: %s', (key, writes) => {
  expect(isWriting(key)).toBe(writes);
});
