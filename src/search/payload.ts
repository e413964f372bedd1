import type { Kind, LinkKind } from '../domain/kinds.ts';

/** What the search knows of a paper besides its abstract: shown in a hit, asked for by a filter, or sorted by. */
export type SearchPaper = {
  readonly id: string;
  readonly title: string;
  readonly topics?: readonly string[];
  readonly kind?: Kind;
  /** the kinds of its links, each once */
  readonly has?: readonly LinkKind[];
  readonly authors?: readonly string[];
  readonly venue?: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD */
  readonly date?: string;
  readonly added?: string;
};

/** The paragraphs of one abstract. */
export type SearchText = readonly string[];

/**
 * What a session is made of. The texts stand in the order of the papers; without them titles alone are
 * searched, until they have arrived.
 */
export type SearchPayload = {
  readonly papers: readonly SearchPaper[];
  readonly texts?: readonly SearchText[];
};
