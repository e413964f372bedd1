import type { Concept } from './concept.ts';
import type { TextMark } from './marked-text.ts';

/** Where an abstract first mentions a concept: `normalizeText(abstract).slice(start, end)`. */
export type ConceptMark = TextMark & { readonly concept: Concept };

/** The marks that lie in a stretch of a text, placed from its beginning. */
export const marksWithin = <M extends TextMark>(
  marks: readonly M[],
  start: number,
  length: number,
): readonly M[] =>
  marks
    .filter((mark) => mark.start >= start && mark.end <= start + length)
    .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
