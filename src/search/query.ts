import { analyze, type Piece } from './analyze.ts';

/** What a reader typed, read. Today plain words; operators will stand beside them. */
export type Query = {
  readonly words: readonly Piece[];
  /** all words in one, as titles are folded */
  readonly folded: string;
  /** whether the last word may go on: nothing was typed after it */
  readonly isUnfinished: boolean;
};

/** Longest query that is read, in UTF-16 units: longer than any title; the rest is left unread. */
const MAX_READ = 4000;

/** Reads any text as a query. */
export const readQuery = (q: string): Query => {
  const text = q.slice(0, MAX_READ);
  const words = analyze(text);
  return {
    words,
    folded: words.map(({ form }) => form.word).join(''),
    isUnfinished: words.length > 0 && words.at(-1)?.end === text.length,
  };
};
