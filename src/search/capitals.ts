import type { Form, Piece } from './analyze.ts';

/**
 * Some words mean one thing in lower case and another in capitals: a hip joint, the HIP interface. The index
 * holds such a word a second time where it stands in capitals, so that who types capitals finds those first.
 */
export type LowerCase = Set<string>;

/** From so many words on a text in capitals alone is a headline, not a row of acronyms. */
const HEADLINE_WORDS = 3;

/** What the index holds for a word in capitals, besides its term; no word begins so. */
export const capitalTermOf = ({ term }: Form): string => `^${term}`;

const isHeadline = (pieces: readonly Piece[]): boolean => {
  const words = pieces.filter(({ form }) => !form.isStop);
  return words.length >= HEADLINE_WORDS && words.every(({ form }) => form.isCapital);
};

/** Notes the terms that a text has in lower case. */
export const noteLowerCase = (lower: LowerCase, pieces: readonly Piece[]): void => {
  for (const { form } of pieces) if (!form.isCapital) lower.add(form.term);
};

/** Further terms of a text: for its words in capitals that are in lower case elsewhere. */
export const capitalTerms = (pieces: readonly Piece[], lower: LowerCase): readonly string[] =>
  isHeadline(pieces)
    ? []
    : pieces
        .filter(({ form }) => form.isCapital && !form.isStop && lower.has(form.term))
        .map(({ form }) => capitalTermOf(form));
