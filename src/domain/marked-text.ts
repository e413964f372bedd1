import { splitMath } from './math-parts.ts';
import { partToHtml } from './math.ts';

/** A span of a text that is shown apart from the rest: `text.slice(start, end)`. */
export type TextMark = { readonly start: number; readonly end: number };

/** A stretch of a text as HTML, marked or not. */
export type MarkedPiece<M extends TextMark> = {
  readonly html: string;
  readonly mark: M | undefined;
};

type Cut<M> = { readonly source: string; readonly mark: M | undefined };

/** Cuts the stretch of a text that begins at `offset` at the marks that lie in it. */
const cutAtMarks = <M extends TextMark>(
  source: string,
  offset: number,
  marks: readonly M[],
): readonly Cut<M>[] => {
  const cuts: Cut<M>[] = [];
  let at = 0;
  for (const mark of marks) {
    const [start, end] = [mark.start - offset, mark.end - offset];
    if (start < at || start >= end || end > source.length) continue;
    cuts.push({ source: source.slice(at, start), mark: undefined });
    cuts.push({ source: source.slice(start, end), mark });
    at = end;
  }
  cuts.push({ source: source.slice(at), mark: undefined });
  return cuts.filter((cut) => cut.source !== '');
};

/**
 * A text as HTML in pieces, mathematics as MathML, cut where marks begin and end. Marks come in order; one that
 * overlaps the one before or mathematics is left out. Joined, the pieces are `mathTextToHtml(text)`.
 */
export const markText = <M extends TextMark>(
  text: string,
  marks: readonly M[],
): readonly MarkedPiece<M>[] => {
  const pieces: MarkedPiece<M>[] = [];
  let offset = 0;
  for (const part of splitMath(text)) {
    const cuts: readonly Cut<M>[] =
      part.type === 'text' ? cutAtMarks(part.source, offset, marks) : [];
    if (part.type === 'math') pieces.push({ html: partToHtml(part), mark: undefined });
    for (const { source, mark } of cuts)
      pieces.push({ html: partToHtml({ type: 'text', source }), mark });
    offset += part.source.length;
  }
  return pieces;
};
