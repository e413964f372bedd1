import { describe, expect, test } from 'vitest';
import { readKey, ZOOM_STEP } from './keys.ts';

const press = (key: string, held: Partial<Parameters<typeof readKey>[0]> = {}) =>
  readKey({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held });

describe('readKey', () => {
  test.each([
    ['ArrowLeft', 'left'],
    ['ArrowRight', 'right'],
    ['ArrowUp', 'up'],
    ['ArrowDown', 'down'],
  ])('steps by %s, and selects while Shift is held', (key, direction) => {
    expect(press(key)).toEqual({ does: 'step', direction, selects: false });
    expect(press(key, { shiftKey: true })).toEqual({ does: 'step', direction, selects: true });
  });

  test.each([
    ['+', ZOOM_STEP],
    ['=', ZOOM_STEP],
    ['-', 1 / ZOOM_STEP],
    ['_', 1 / ZOOM_STEP],
  ])('magnifies by %s, with and without Shift', (key, factor) => {
    expect(press(key)).toEqual({ does: 'zoom', factor });
    expect(press(key, { shiftKey: true })).toEqual({ does: 'zoom', factor });
  });

  test('shows the whole map, sets corners, and leaves', () => {
    expect(press('0')).toEqual({ does: 'whole' });
    expect(press(' ')).toEqual({ does: 'corner' });
    expect(press('Escape')).toEqual({ does: 'escape' });
  });

  test.each(['ctrlKey', 'altKey', 'metaKey'] as const)(
    'leaves keys with %s to the browser',
    (held) => {
      for (const key of ['+', '-', '0', 'ArrowLeft'])
        expect(press(key, { [held]: true })).toBeUndefined();
    },
  );

  test.each(['Tab', 'Enter', 'a', 'Home', '/'])('leaves %s alone', (key) => {
    expect(press(key)).toBeUndefined();
  });
});
