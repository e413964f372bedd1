import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSearchKey, type KeyPress } from './shortcuts.ts';

const BARE: KeyPress = {
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
};

const ctrlKey = true;
const metaKey = true;
const altKey = true;
const shiftKey = true;

test.each<[what: string, press: Partial<KeyPress>, opens: boolean]>([
  ['/', { key: '/' }, true],
  ['/ by Shift and 7, as on German keyboards', { key: '/', code: 'Digit7', shiftKey }, true],
  ['? on the same key', { key: '?', code: 'Slash', shiftKey }, false],
  ['Ctrl+/', { key: '/', ctrlKey }, false],
  ['Cmd+/', { key: '/', metaKey }, false],
  ['Alt+/', { key: '/', altKey }, false],
  ['/ while a character is composed', { key: '/', isComposing: true }, false],
  ['Ctrl+K', { key: 'k', code: 'KeyK', ctrlKey }, true],
  ['Cmd+K', { key: 'k', code: 'KeyK', metaKey }, true],
  ['Ctrl+K with Caps Lock', { key: 'K', code: 'KeyK', ctrlKey }, true],
  ['Ctrl+K on a Russian keyboard', { key: 'л', code: 'KeyK', ctrlKey }, true],
  ['Ctrl+K where Dvorak has its k', { key: 'k', code: 'KeyV', ctrlKey }, true],
  ['Ctrl+T on the K of Dvorak', { key: 't', code: 'KeyK', ctrlKey }, false],
  ['k', { key: 'k', code: 'KeyK' }, false],
  ['Ctrl+Cmd+K', { key: 'k', ctrlKey, metaKey }, false],
  ['Ctrl+Shift+K', { key: 'K', ctrlKey, shiftKey }, false],
  ['Ctrl+Alt+K', { key: 'k', ctrlKey, altKey }, false],
  ['Ctrl alone', { key: 'Control', code: 'ControlLeft', ctrlKey }, false],
  ['Ctrl+K while a character is composed', { key: 'k', ctrlKey, isComposing: true }, false],
])('%s', (_, press, opens) => {
  expect(isSearchKey({ ...BARE, ...press })).toBe(opens);
});

test('Alt, a character in composition, or Ctrl and Cmd together never open the search', () => {
  const anyPress: fc.Arbitrary<KeyPress> = fc.record({
    key: fc.constantFrom('/', 'k', 'K', 'л', 'Enter'),
    code: fc.constantFrom('KeyK', 'Slash', 'KeyV'),
    ctrlKey: fc.boolean(),
    metaKey: fc.boolean(),
    altKey: fc.boolean(),
    shiftKey: fc.boolean(),
    isComposing: fc.boolean(),
  });
  fc.assert(
    fc.property(anyPress, (press) => {
      const isBarred = press.altKey || press.isComposing || (press.ctrlKey && press.metaKey);
      if (isBarred) expect(isSearchKey(press)).toBe(false);
    }),
  );
});
