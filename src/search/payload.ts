import type { Kind, LinkKind } from '../domain/kinds.ts';
import { mathToLine } from '../domain/math-line.ts';
import { paragraphsOf } from '../domain/paragraphs.ts';
import type { Paper } from '../domain/paper.ts';

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

/** A list, or nothing instead of an empty one. */
const unlessEmpty = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list;

const toSearchPaper = (paper: Paper): SearchPaper => ({
  id: paper.id,
  // as readers see it: plain signs instead of TeX
  title: mathToLine(paper.title),
  topics: unlessEmpty(paper.topics),
  kind: paper.kind,
  has: unlessEmpty([...new Set(paper.links?.map(({ kind }) => kind))]),
  authors: unlessEmpty(paper.authors?.map(({ name }) => name)),
  venue: paper.container?.name,
  date: paper.date,
  added: paper.added,
});

/** Everything that the search may know of the papers that readers may find. */
export const toPayload = (papers: readonly Paper[]): Required<SearchPayload> => {
  const listed = papers.filter(({ withdrawn }) => withdrawn === undefined);
  return {
    papers: listed.map(toSearchPaper),
    texts: listed.map(({ abstract }) => paragraphsOf(abstract)),
  };
};
