import { filterPapers, keepPassing, type Filtered } from './facets.ts';
import { sortEntries, toHit, type Entry } from './hits.ts';
import { openLibrary, type Library } from './library.ts';
import type { Names } from './names.ts';
import type { SearchPayload } from './payload.ts';
import { PAGE_SIZE, type Hit, type Match, type Passage, type SearchReply } from './protocol.ts';
import { findBlame } from './query-blame.ts';
import { addTyped } from './query-fields.ts';
import { findPapers, findUnranked, type Finding } from './query-find.ts';
import { findSpellings } from './query-spellings.ts';
import type { Ranked } from './rank.ts';
import { describeReading } from './reading.ts';
import { findSnippet, type Wanted } from './snippet.ts';
import { finish, type Steps } from './steps.ts';
import type { SearchState } from './url-state.ts';
import { wantedOf } from './wanted.ts';

type Answer<T extends SearchReply['type']> = Omit<
  Extract<SearchReply, { type: T }>,
  'type' | 'request'
>;
export type Results = Answer<'results'>;

/** Answers questions on one collection: the same in the worker, in the shell and in tests. */
export type SearchSession = {
  readonly papers: number;
  readonly query: (state: SearchState) => Results;
  /** the first `most` hits of a query, without what takes longer to find out */
  readonly glimpse: (state: SearchState, most: number) => Answer<'glimpse'>;
  /** passages of the papers that exist and have an abstract, in the order of `ids` */
  readonly passages: (q: string, ids: readonly string[]) => readonly Passage[];
  /** all papers that a query counts, in its order */
  readonly matches: (state: SearchState) => readonly Match[];
};

/** Remembers the last answer: after its first results a query is asked for its passages and for the rest. */
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

  const filter = ({ candidates, fields }: Finding, state: SearchState): Filtered<Ranked> =>
    filterPapers(candidates, columns, addTyped(state, fields));

  const countOf = (state: SearchState): number => {
    const { candidates, fields } = findUnranked(state.q, library);
    return keepPassing(candidates, columns, addTyped(state, fields)).length;
  };

  /** The first entries in the order asked for; only those that are wanted are made where order allows. */
  const firstOf = (
    { question }: Finding,
    passing: readonly Ranked[],
    { sort }: SearchState,
    most: number,
  ): readonly Entry[] => {
    const hasWords = question.query.words.length > 0;
    const isSorted = sort === 'relevance' && hasWords;
    const entries = (isSorted ? passing.slice(0, most) : passing).map(toEntry);
    return sortEntries(entries, sort, hasWords).slice(0, most);
  };

  const toHits = (entries: readonly Entry[], wanted: Wanted): readonly Hit[] =>
    entries.map((entry) => toHit(entry, wanted, engine.splits));

  const isLoosened = ({ isFull }: Finding, passing: readonly Ranked[]): boolean =>
    passing.length > 0 && !passing.some(({ doc }) => isFull(doc));

  const query = (state: SearchState): Results => {
    const finding = find(state.q);
    const { passing, counts } = filter(finding, state);
    const { syntax } = finding.question;
    const isNone = passing.length === 0;
    const entries = firstOf(finding, passing, state, state.page * PAGE_SIZE);
    return {
      total: passing.length,
      hits: toHits(entries, wantedOf(finding, engine)),
      facets: counts,
      loosened: isLoosened(finding, passing),
      ...describeReading(finding, () => counts),
      blame: isNone ? findBlame(state, syntax, countOf) : [],
      spellings: isNone ? findSpellings(syntax, engine) : [],
    };
  };

  const findPassages = (ids: readonly string[], wanted: Wanted): readonly Passage[] =>
    ids.flatMap((id) => {
      const text = payload.texts?.[placeOf.get(id) ?? -1];
      const snippet = text && findSnippet(text, wanted, engine.splits);
      return snippet === undefined ? [] : [{ id, ...snippet }];
    });

  const glimpse: SearchSession['glimpse'] = (state, most) => {
    const finding = find(state.q);
    const passing = keepPassing(finding.candidates, columns, addTyped(state, finding.fields));
    const wanted = wantedOf(finding, engine);
    const hits = toHits(firstOf(finding, passing, state, most), wanted);
    return {
      total: passing.length,
      hits,
      passages: findPassages(
        hits.map(({ id }) => id),
        wanted,
      ),
      loosened: isLoosened(finding, passing),
      ...describeReading(finding, () => filter(finding, state).counts),
    };
  };

  const matches = (state: SearchState): readonly Match[] => {
    const finding = find(state.q);
    const { passing } = filter(finding, state);
    const all = firstOf(finding, passing, state, passing.length);
    return all.map(({ paper: { id, title } }) => ({ id, title }));
  };

  return {
    papers: payload.papers.length,
    query,
    glimpse,
    passages: (q, ids) => findPassages(ids, wantedOf(find(q), engine)),
    matches,
  };
};

/** Prepares a session in many short steps. */
export function* createInSteps(payload: SearchPayload, names?: Names): Steps<SearchSession> {
  return openSession(payload, yield* openLibrary(payload, names));
}

export const createSession = (payload: SearchPayload, names?: Names): SearchSession =>
  finish(createInSteps(payload, names));
