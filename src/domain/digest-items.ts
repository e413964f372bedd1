import type { Catalog } from './catalog.ts';
import { cutText } from './description.ts';
import { findHighlights } from './highlights.ts';
import { showHighlights } from './highlights-shown.ts';
import type { Piece } from './highlights-pieces.ts';
import type { Paper } from './paper.ts';
import type { Topic } from './topic.ts';

/** A paper as a digest shows it, on a page, in a feed or in a mail. */
export type DigestItem = {
  readonly paper: Paper;
  /** the primary one */
  readonly topic: Topic | undefined;
  /** the sentence that says what it contributes, else how its abstract begins; empty without an abstract */
  readonly lead: readonly Piece[];
  /** its headline figures as far as the lead does not tell them */
  readonly figures: readonly (readonly Piece[])[];
};

/** How much of an abstract stands for a sentence that says what is new. */
const BEGINNING = 240;

const beginningOf = (abstract: string): readonly Piece[] =>
  abstract === '' ? [] : [{ text: cutText(abstract, BEGINNING), isNumber: false }];

/** What a digest tells of a paper. */
export const toDigestItem = (
  paper: Paper,
  { topicById }: Pick<Catalog, 'topicById'>,
  highlights = findHighlights(paper.abstract),
): DigestItem => {
  const { abstract, topics = [] } = paper;
  const { lead, figures } = showHighlights(abstract, highlights);
  return {
    paper,
    topic: topics[0] === undefined ? undefined : topicById.get(topics[0]),
    lead: lead?.pieces ?? beginningOf(abstract),
    figures: figures.map(({ pieces }) => pieces),
  };
};
