/** A rectangle in the window, as `getClientRects` gives it. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
export type Size = { readonly width: number; readonly height: number };

/** Between the words and the note, and between the note and the edges of the window. */
const GAP = 6;
const MARGIN = 8;

/**
 * Where a note on some words stands in the window: below them, or above when it fits only there; never beyond
 * the left or right edge.
 */
export const placeNote = (
  words: Box,
  note: Size,
  view: Size,
): { readonly left: number; readonly top: number } => {
  const most = view.width - note.width - MARGIN;
  const below = words.bottom + GAP;
  const above = words.top - GAP - note.height;
  const fitsBelow = below + note.height + MARGIN <= view.height;
  return {
    left: Math.max(MARGIN, Math.min(words.left, most)),
    top: fitsBelow || above < MARGIN ? below : above,
  };
};

/** Of words that run over lines, the line under the pointer; else the first. */
export const boxAt = (boxes: readonly Box[], y: number | undefined): Box | undefined =>
  boxes.find(({ top, bottom }) => y !== undefined && top <= y && y <= bottom) ?? boxes[0];
