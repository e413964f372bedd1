import type { Kind } from '../domain/paper.ts';

export const SORTS = ['relevance', 'new', 'title'] as const;
export type Sort = (typeof SORTS)[number];

/** What a reader asked for: the whole state of a search or of a topic page, as its address tells it. */
export type SearchState = {
  /** the words as typed, white space at both ends removed */
  readonly q: string;
  /** within a list any may hold; all lists must hold */
  readonly author: readonly string[];
  /** link kinds that a paper must have, such as `code` */
  readonly has: readonly string[];
  readonly kind: readonly Kind[];
  readonly topic: readonly string[];
  readonly venue: readonly string[];
  /** `2024` or `2020..2024` */
  readonly year: readonly string[];
  readonly sort: Sort;
  /** how many pages of results are shown, from 1 */
  readonly page: number;
};

export const EMPTY_STATE: SearchState = {
  q: '',
  author: [],
  has: [],
  kind: [],
  topic: [],
  venue: [],
  year: [],
  sort: 'relevance',
  page: 1,
};
