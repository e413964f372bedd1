import type { Kind } from '../domain/kinds.ts';
import type { Facet, SearchState } from './url-state.ts';

/**
 * Messages between a page and the search worker. They hide whether the worker loads a saved index or indexes
 * the texts on arrival. Every request carries a number of its own, and its reply repeats it.
 */

export const PAGE_SIZE = 20;

/**
 * The hashed file with which the search begins: a site path with the base, as the server-made page names it.
 * It holds titles and filters and names the file of the texts.
 */
export type SearchFiles = { readonly index: string };

export type SearchRequest =
  /** `early` is the index file, where it came before there was anybody to read it */
  | {
      readonly type: 'load';
      readonly request: number;
      readonly files: SearchFiles;
      readonly early?: ArrayBuffer;
    }
  /** asks to be told when abstracts are searched, too; after a failure it tries again */
  | { readonly type: 'complete'; readonly request: number }
  | { readonly type: 'query'; readonly request: number; readonly state: SearchState }
  /** asks for the first `most` hits alone, with their passages: what is to be seen at every key */
  | {
      readonly type: 'glimpse';
      readonly request: number;
      readonly state: SearchState;
      readonly most: number;
    }
  | {
      readonly type: 'passages';
      readonly request: number;
      readonly q: string;
      readonly ids: readonly string[];
    }
  /** asks for all papers of a search by name, once abstracts are searched */
  | { readonly type: 'matches'; readonly request: number; readonly state: SearchState }
  /** asks for a sign of life */
  | { readonly type: 'ping'; readonly request: number };

/** Half-open range of a text to be marked: `text.slice(start, end)`. */
export type Mark = readonly [start: number, end: number];

export type Hit = {
  readonly id: string;
  readonly title: string;
  readonly titleMarks: readonly Mark[];
  readonly topics: readonly string[];
  readonly kind?: Kind;
  readonly hasCode: boolean;
  /** authors, venue and year in a line, as far as known */
  readonly byline?: string;
  readonly score: number;
};

/** A paper that a search finds, by name. */
export type Match = Pick<Hit, 'id' | 'title'>;

/** How many papers each value would give if it were ticked, the facet's own ticks left aside. */
export type FacetCounts = Readonly<
  Record<'author' | 'has' | 'kind' | 'topic' | 'venue' | 'year', Readonly<Record<string, number>>>
>;

/** The best passage of an abstract for the words typed; `anchor` is its first sentence on the paper's page. */
export type Passage = {
  readonly id: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly anchor?: string;
};

/** One ticked value of one facet. */
export type Filter = { readonly facet: Facet; readonly value: string };

/** A filter that stands in the words: `topic:npu`. */
export type TypedFilter = {
  readonly facet: Facet;
  /** what was typed for its value, any of which will do */
  readonly typed: readonly string[];
  /** values that it means, which count as ticked: all, or of very many those that most papers have */
  readonly values: readonly string[];
  /** how many it means; none when the collection has no such value */
  readonly meant: number;
  /** how it is printed among the words */
  readonly clause: string;
};

/** Something else that is searched for because of what was typed. */
export type AlsoSearching = { readonly label: string; readonly conceptId?: string };

/** A word of the collection that looks like one that was typed, and the words with it instead. */
export type Spelling = { readonly typed: string; readonly instead: string; readonly q: string };

/** Something without which `count` papers would be found. */
export type Blame = {
  readonly kind: 'word' | 'phrase' | 'exclusion' | 'filter' | 'operator';
  /** as it was typed; empty for all filters together, or for all but plain words */
  readonly label: string;
  /** for a tick of the page */
  readonly filter?: Filter;
  /** the search without it */
  readonly without: SearchState;
  readonly count: number;
};

/** How many papers were found, and how the words were read. */
type Reading = {
  readonly total: number;
  /** only titles were searched: abstracts are still to come, and so are passages */
  readonly titlesOnly?: boolean;
  /** whether the words had to be loosened (near spellings, some words left out) to find anything */
  readonly loosened: boolean;
  /** filters among the words typed */
  readonly typed: readonly TypedFilter[];
  /** what was typed like a field, `colour:red`, though there is none: it is searched as text */
  readonly unknownFields: readonly string[];
  /** other names for what was typed that are searched for as well */
  readonly alsoSearching: readonly AlsoSearching[];
  /** when something is searched as well: the words that search for what was typed alone */
  readonly exact?: string;
};

export type SearchReply =
  /** to `load`: titles may be searched; to `complete`: abstracts, too */
  | { readonly type: 'ready'; readonly request: number; readonly papers: number }
  | (Reading & {
      readonly type: 'results';
      readonly request: number;
      /** the first `state.page` pages of hits */
      readonly hits: readonly Hit[];
      readonly facets: FacetCounts;
      /** when nothing matches: what is to blame */
      readonly blame: readonly Blame[];
      /** when nothing matches: near spellings of the words typed, the nearest first */
      readonly spellings: readonly Spelling[];
    })
  | (Reading & {
      readonly type: 'glimpse';
      readonly request: number;
      readonly hits: readonly Hit[];
      /** of those hits that have an abstract by now */
      readonly passages: readonly Passage[];
    })
  | { readonly type: 'passages'; readonly request: number; readonly passages: readonly Passage[] }
  | { readonly type: 'matches'; readonly request: number; readonly papers: readonly Match[] }
  | { readonly type: 'alive'; readonly request: number }
  | {
      readonly type: 'failed';
      readonly request: number;
      readonly reason: string;
      /** the page lacks code that the site no longer has: only a new page helps */
      readonly isStale?: boolean;
    };
