import type { Span } from './highlights-sentences.ts';

/** A stretch of a highlight, and whether it is one of its numbers. */
export type Piece = { readonly text: string; readonly isNumber: boolean };

/**
 * A highlight cut where its numbers begin and end, to be shown with the numbers emphasized. The pieces,
 * joined, are the highlight; numbers outside of it are left out.
 */
export const cutPieces = (
  abstract: string,
  { start, end }: Span,
  numbers: readonly Span[],
): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = start;
  const push = (until: number, isNumber: boolean) => {
    if (at < until) pieces.push({ text: abstract.slice(at, until), isNumber });
    at = Math.max(at, until);
  };
  for (const number of numbers.toSorted((a, b) => a.start - b.start)) {
    if (number.start < at || number.end > end) continue;
    push(number.start, false);
    push(number.end, true);
  }
  push(end, false);
  return pieces;
};

/** Pieces as HTML, numbers emphasized; `textToHtml` makes HTML of their words. */
export const piecesToHtml = (
  pieces: readonly Piece[],
  textToHtml: (text: string) => string,
): string =>
  pieces
    .map(({ text, isNumber }) => {
      const html = textToHtml(text);
      return isNumber ? `<strong>${html}</strong>` : html;
    })
    .join('');
