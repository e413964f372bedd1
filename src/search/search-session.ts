import type { Engine } from './engine.ts';
import { filterPapers } from './facets.ts';
import { sortEntries, toHit, type Entry } from './hits.ts';
import { openLibrary, type Library } from './library.ts';
import type { Names } from './names.ts';
import type { SearchPayload } from './payload.ts';
import {
  PAGE_SIZE,
  type FacetCounts,
  type Match,
  type Passage,
  type SearchReply,
  type TypedFilter,
} from './protocol.ts';
import { frequenciesOf } from './postings.ts';
import { findBlame } from './query-blame.ts';
import { printExact } from './query-exact.ts';
import { addTyped, type ReadField } from './query-fields.ts';
import { findPapers, type Finding } from './query-find.ts';
import { findSpellings } from './query-spellings.ts';
import { printClause, unknownFields } from './query-syntax.ts';
import type { Ranked } from './rank.ts';
import { idfOf } from './score.ts';
import { findSnippet, type Wanted } from './snippet.ts';
import { finish, type Steps } from './steps.ts';
import type { SearchState } from './url-state.ts';

export type Results = Omit<Extract<SearchReply, { type: 'results' }>, 'type' | 'request'>;

/** Answers questions on one collection: the same in the worker, in the shell and in tests. */
export type SearchSession = {
  readonly papers: number;
  readonly query: (state: SearchState) => Results;
  /** passages of the papers that exist and have an abstract, in the order of `ids` */
  readonly passages: (q: string, ids: readonly string[]) => readonly Passage[];
  /** all papers that a query counts, in its order */
  readonly matches: (state: SearchState) => readonly Match[];
};

/** What finding each term in a passage is worth: rare words more, expansions and other names less. */
const wantedOf = ({ ranking, widened }: Finding, { postings }: Engine): Wanted => {
  const wanted = new Map<string, number>();
  const want = (term: string, worth: number): void => {
    wanted.set(term, Math.max(wanted.get(term) ?? 0, worth));
  };
  const rarityOf = (count: number): number => idfOf(postings.size, count);
  for (const { weight, terms } of ranking.plan.units)
    for (const [term, share] of terms)
      want(term, weight * share * rarityOf(frequenciesOf(postings, term).docs.length));
  for (const { weight, terms, frequencies } of widened.widenings)
    for (const [term, share] of terms)
      want(term, weight * share * rarityOf(frequencies.docs.length));
  return wanted;
};

/** As many values of a typed filter as a reader looks through. */
const MAX_TYPED_VALUES = 10;

const toTypedFilter = (
  { facet, typed, values, clause }: ReadField,
  counts: FacetCounts,
): TypedFilter => {
  const countOf = (value: string): number =>
    Object.hasOwn(counts[facet], value) ? (counts[facet][value] ?? 0) : 0;
  const byCount = values.toSorted((a, b) => countOf(b) - countOf(a));
  return {
    facet,
    typed,
    values: byCount.slice(0, MAX_TYPED_VALUES),
    meant: values.length,
    clause: printClause(clause),
  };
};

/** What the reader is told of how the words were read. */
const describeReading = ({ question, widened, fields }: Finding, counts: FacetCounts) => ({
  typed: fields.map((field) => toTypedFilter(field, counts)),
  unknownFields: unknownFields(question.syntax),
  alsoSearching: widened.alsoSearching,
  ...(widened.widenings.length > 0 && { exact: printExact(question.syntax, widened) }),
});

/** Remembers the last answer: the passages of a query are asked for right after its results. */
const rememberLast = <T>(answer: (q: string) => T): ((q: string) => T) => {
  let last: { readonly q: string; readonly answer: T } | undefined;
  return (q) => (last?.q === q ? last : (last = { q, answer: answer(q) })).answer;
};

const openSession = (payload: SearchPayload, library: Library): SearchSession => {
  const { engine, columns } = library;
  const placeOf = new Map(engine.ids.map((id, doc) => [id, doc]));
  const find = rememberLast((q: string) => findPapers(q, library));
  const toEntry = (ranked: Ranked): Entry => ({
    ...ranked,
    paper: payload.papers[ranked.doc] ?? { id: '', title: '' },
    title: engine.titles[ranked.doc] ?? '',
  });
  const filter = ({ candidates, fields }: Finding, state: SearchState) =>
    filterPapers(candidates, columns, addTyped(state, fields));
  const countOf = (state: SearchState): number => filter(find(state.q), state).passing.length;

  const sortPassing = (
    { question }: Finding,
    passing: readonly Ranked[],
    { sort }: SearchState,
  ): readonly Entry[] => sortEntries(passing.map(toEntry), sort, question.query.words.length > 0);

  const query = (state: SearchState): Results => {
    const finding = find(state.q);
    const { passing, counts } = filter(finding, state);
    const { syntax } = finding.question;
    const sorted = sortPassing(finding, passing, state);
    const wanted = wantedOf(finding, engine);
    const isNone = passing.length === 0;
    return {
      total: passing.length,
      hits: sorted
        .slice(0, state.page * PAGE_SIZE)
        .map((entry) => toHit(entry, wanted, engine.splits)),
      facets: counts,
      loosened: !isNone && !passing.some(({ doc }) => finding.isFull(doc)),
      ...describeReading(finding, counts),
      blame: isNone ? findBlame(state, syntax, countOf) : [],
      spellings: isNone ? findSpellings(syntax, engine) : [],
    };
  };

  const passages = (q: string, ids: readonly string[]): readonly Passage[] => {
    const wanted = wantedOf(find(q), engine);
    return ids.flatMap((id) => {
      const text = payload.texts?.[placeOf.get(id) ?? -1];
      const snippet = text && findSnippet(text, wanted, engine.splits);
      return snippet === undefined ? [] : [{ id, ...snippet }];
    });
  };

  const matches = (state: SearchState): readonly Match[] => {
    const finding = find(state.q);
    const sorted = sortPassing(finding, filter(finding, state).passing, state);
    return sorted.map(({ paper: { id, title } }) => ({ id, title }));
  };

  return { papers: payload.papers.length, query, passages, matches };
};

/** Prepares a session in many short steps. */
export function* createInSteps(payload: SearchPayload, names?: Names): Steps<SearchSession> {
  return openSession(payload, yield* openLibrary(payload, names));
}

export const createSession = (payload: SearchPayload, names?: Names): SearchSession =>
  finish(createInSteps(payload, names));
