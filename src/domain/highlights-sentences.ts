import { sentenceAnchor, splitSentences } from './sentences.ts';

/** A stretch of a text: `text.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number };

/** A sentence as a span of the whole abstract, with its number from 0 and the address it has on the page. */
export type PlacedSentence = Span & {
  readonly text: string;
  readonly sentence: number;
  readonly anchor: string;
};

const PARAGRAPH_BREAK = /\n\s*\n/g;

/** The sentences of an abstract where they stand in it; numbers and anchors are those of the page. */
export const placeSentences = (abstract: string): readonly PlacedSentence[] => {
  const breaks = [...abstract.matchAll(PARAGRAPH_BREAK)];
  const starts = [0, ...breaks.map(({ 0: gap, index }) => index + gap.length)];
  return starts
    .flatMap((from, at) =>
      splitSentences(abstract.slice(from, breaks[at]?.index)).map(({ start, end, text }) => ({
        start: from + start,
        end: from + end,
        text,
      })),
    )
    .map((placed, sentence) => ({
      ...placed,
      sentence,
      anchor: sentenceAnchor(sentence, placed.text),
    }));
};
