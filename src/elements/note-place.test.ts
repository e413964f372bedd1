import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxAt, placeNote } from './note-place.ts';

const VIEW = { width: 320, height: 600 };
const NOTE = { width: 288, height: 100 };
const words = (left: number, top: number) => ({ left, top, right: left + 40, bottom: top + 20 });

it('stands below the words, or above when there is room only there', () => {
  expect(placeNote(words(10, 100), NOTE, VIEW)).toEqual({ left: 10, top: 126 });
  expect(placeNote(words(10, 550), NOTE, VIEW)).toEqual({ left: 10, top: 444 });
  expect(placeNote(words(10, 30), { width: 200, height: 590 }, VIEW).top).toBe(56);
});

it('stays inside the window from left to right and never covers the words', () => {
  const anyNumber = fc.integer({ min: 0, max: 600 });
  fc.assert(
    fc.property(
      anyNumber,
      anyNumber,
      fc.integer({ min: 10, max: 304 }),
      anyNumber,
      (x, y, width, height) => {
        const box = words(x, y);
        const { left, top } = placeNote(box, { width, height }, VIEW);
        expect(left).toBeGreaterThanOrEqual(8);
        expect(left + width).toBeLessThanOrEqual(VIEW.width - 8);
        expect(top >= box.bottom || top + height <= box.top).toBe(true);
      },
    ),
  );
});

it('belongs to the line under the pointer', () => {
  const lines = [words(200, 0), words(0, 30)];
  expect(boxAt(lines, 40)).toBe(lines[1]);
  expect(boxAt(lines, 500)).toBe(lines[0]);
  expect(boxAt(lines, undefined)).toBe(lines[0]);
  expect(boxAt([], 40)).toBeUndefined();
});
