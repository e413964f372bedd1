import { findContribution } from './highlights-contribution.ts';
import { findFigures, type ScoredFigure } from './highlights-figures.ts';
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

const MAX_FIGURES = 3;

const AUTHORS_SPEAK =
  /\b(?:we|our|ours)\b|\b(?:this|the present|the proposed) (?:[\w-]+ )?(?:paper|work|study|survey|review|article|report|thesis|document|research|brief|approach|method|framework|system|algorithm|model)\b|\b(?:experiments?|experimental results|results|evaluations?) (?:show|demonstrate|indicate|reveal|confirm|suggest|on)\b/i;

/** Figures before the authors speak are of the field, not of the paper. */
const resultSentences = (
  sentences: readonly PlacedSentence[],
  contribution: PlacedSentence | undefined,
): readonly PlacedSentence[] => {
  const first = sentences.findIndex(
    (sentence) => sentence === contribution || AUTHORS_SPEAK.test(sentence.text),
  );
  return first < 0 ? [] : sentences.slice(first);
};

type Candidate = ScoredFigure & { readonly from: PlacedSentence };

const move = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const highlightOf = (from: PlacedSentence, span: Span, abstract: string): Highlight => ({
  ...span,
  text: abstract.slice(span.start, span.end),
  sentence: from.sentence,
  anchor: from.anchor,
});

const figureOf = (candidate: Candidate, abstract: string): Figure => ({
  ...highlightOf(candidate.from, move(candidate, candidate.from.start), abstract),
  numbers: candidate.numbers.map((number) => move(number, candidate.from.start)),
});

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || a.from.start + a.start - (b.from.start + b.start);

/**
 * What a reader wants first from an abstract: the sentence that says what is new, and the figures that the
 * authors would put on a poster. Nothing where nothing qualifies.
 * @example findHighlights('Kilns waste heat. We propose a lid.').contribution?.text // 'We propose a lid.'
 */
export const findHighlights = (abstract: string): Highlights => {
  const sentences = placeSentences(abstract);
  const contribution = findContribution(sentences);
  const figures = resultSentences(sentences, contribution)
    .flatMap((from) => findFigures(from).map((figure) => ({ ...figure, from })))
    .toSorted(byScore)
    .slice(0, MAX_FIGURES);
  return {
    ...(contribution && {
      contribution: highlightOf(contribution, move(contribution, 0), abstract),
    }),
    figures: figures.map((figure) => figureOf(figure, abstract)),
  };
};
