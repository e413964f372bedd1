export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/** `k`, or the key in its place where the layout has no Latin letters. */
const isK = ({ key, code }: KeyPress): boolean =>
  key.toLowerCase() === 'k' || (key > '~' && code === 'KeyK');

/** Whether a press of a key asks for the search: `/`, by Shift on some layouts, or Ctrl+K or Cmd+K alone. */
export const isSearchKey = (press: KeyPress): boolean => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = press;
  if (altKey || isComposing) return false;
  if (ctrlKey || metaKey) return ctrlKey !== metaKey && !shiftKey && isK(press);
  return key === '/';
};
