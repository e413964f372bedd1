import { placeSentences, type PlacedSentence, type Span } from './highlights-sentences.ts';

export type { Span };

/** Words of an abstract, never altered: `abstract.slice(start, end)` is `text`, all of it in one sentence. */
export type Highlight = Span & {
  readonly text: string;
  /** the sentence's number in the abstract, from 0 */
  readonly sentence: number;
  /** the sentence's address on the paper's page */
  readonly anchor: string;
};

/** A figure with the words that say what it measures; `numbers` are the spans within to emphasize. */
export type Figure = Highlight & { readonly numbers: readonly Span[] };

export type Highlights = {
  /** the sentence that says what the paper contributes; missing where none does */
  readonly contribution?: Highlight;
  /** at most three, the best first */
  readonly figures: readonly Figure[];
};

const CONTRIBUTES =
  /\b(?:we|this (?:paper|work|study|survey|article)) (?:\w+ly )?(?:propose|present|introduce|develop)s?\b/i;

const highlightOf = ({ start, end, text, sentence, anchor }: PlacedSentence): Highlight => ({
  start,
  end,
  text,
  sentence,
  anchor,
});

/**
 * What a reader wants first from an abstract: the sentence that says what is new, and the figures that the
 * authors would put on a poster. Nothing where nothing qualifies.
 * @example findHighlights('Kilns waste heat. We propose a lid.').contribution?.text // 'We propose a lid.'
 */
export const findHighlights = (abstract: string): Highlights => {
  const contribution = placeSentences(abstract).find(({ text }) => CONTRIBUTES.test(text));
  return {
    ...(contribution === undefined ? {} : { contribution: highlightOf(contribution) }),
    figures: [],
  };
};
