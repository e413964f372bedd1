import type { Direction } from '../../domain/map-direction.ts';

/** What a key means on the map. */
export type MapKey =
  | { readonly does: 'step'; readonly direction: Direction; readonly selects: boolean }
  | { readonly does: 'zoom'; readonly factor: number }
  | { readonly does: 'whole' }
  | { readonly does: 'corner' }
  | { readonly does: 'escape' };

/** By how much a key, a button or a double click magnifies. */
export const ZOOM_STEP = 1.6;

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/**
 * What a pressed key means; nothing for keys that are the browser's. Shift is needed for `+` on many
 * keyboards, so it makes no difference there.
 */
export const readKey = ({ key, shiftKey, ...held }: Pressed): MapKey | undefined => {
  if (held.altKey || held.ctrlKey || held.metaKey) return undefined;
  const direction = DIRECTIONS[key];
  if (direction !== undefined) return { does: 'step', direction, selects: shiftKey };
  if (key === '+' || key === '=') return { does: 'zoom', factor: ZOOM_STEP };
  if (key === '-' || key === '_') return { does: 'zoom', factor: 1 / ZOOM_STEP };
  if (key === '0') return { does: 'whole' };
  if (key === ' ') return { does: 'corner' };
  return key === 'Escape' ? { does: 'escape' } : undefined;
};
