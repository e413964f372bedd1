import { cutPieces, type Piece } from './highlights-pieces.ts';
import type { Highlight, Highlights, Span } from './highlights.ts';

/** A highlight as readers see it: its address in the abstract, and its words in pieces. */
export type ShownHighlight = Pick<Highlight, 'anchor' | 'text'> & {
  readonly pieces: readonly Piece[];
};

export type ShownHighlights = {
  readonly lead: ShownHighlight | undefined;
  readonly figures: readonly ShownHighlight[];
};

const isWithin = (inner: Span, outer: Span | undefined): boolean =>
  outer !== undefined && outer.start <= inner.start && inner.end <= outer.end;

/** Highlights to be shown: a figure told by the lead sentence is emphasized there, not told twice. */
export const showHighlights = (
  abstract: string,
  { contribution, figures }: Highlights,
): ShownHighlights => {
  const numbers = figures.flatMap((figure) => figure.numbers);
  const show = (highlight: Highlight): ShownHighlight => ({
    anchor: highlight.anchor,
    text: highlight.text,
    pieces: cutPieces(abstract, highlight, numbers),
  });
  return {
    lead: contribution && show(contribution),
    figures: figures.filter((figure) => !isWithin(figure, contribution)).map(show),
  };
};
