import { buildEngine, type Engine } from './engine.ts';
import { allowedEdits, type Plan } from './expand.ts';
import { buildColumns, filterPapers } from './facets.ts';
import { nearWords } from './lexicon.ts';
import { findMatches, toMarks } from './marks.ts';
import type { SearchPaper, SearchPayload } from './payload.ts';
import { PAGE_SIZE, type Hit, type Passage, type SearchReply } from './protocol.ts';
import { frequenciesOf } from './postings.ts';
import { readQuery } from './query.ts';
import { rank, type Ranked, type Ranking } from './rank.ts';
import { idfOf } from './score.ts';
import { findSnippet, type Wanted } from './snippet.ts';
import type { SearchState, Sort } from './url-state.ts';

export type Results = Omit<Extract<SearchReply, { type: 'results' }>, 'type' | 'request'>;

/** Answers questions on one collection: the same in the worker, in the shell and in tests. */
export type SearchSession = {
  readonly papers: number;
  readonly query: (state: SearchState) => Results;
  /** passages of the papers that exist and have an abstract, in the order of `ids` */
  readonly passages: (q: string, ids: readonly string[]) => readonly Passage[];
};

const MAX_SPELLINGS = 5;
/** Letters that may differ in a word that is offered, not searched: more than in one that is searched unasked. */
const SPELLING_EDITS = 2;

/** `A. Author, B. Author and others, Venue, 2024`, as far as known. */
const bylineOf = ({ authors = [], venue, date }: SearchPaper): string | undefined => {
  const names = authors.length > 3 ? [`${authors[0] ?? ''} and others`] : authors;
  const parts = [...names, ...(venue === undefined ? [] : [venue]), ...(date ?? '').split('-', 1)];
  return parts.filter((part) => part !== '').join(', ') || undefined;
};

const byText = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

type Entry = Ranked & { readonly paper: SearchPaper; readonly title: string };
type Order = (a: Entry, b: Entry) => number;

const byTitle: Order = (a, b) => byText(a.title, b.title) || byText(a.paper.id, b.paper.id);

/** By date, then by the day added, the newest first; papers without a date come last. */
const byNewness: Order = (a, b) =>
  byText(b.paper.date, a.paper.date) || byText(b.paper.added, a.paper.added) || byTitle(a, b);

/** Results by relevance come in their order already. */
const sortEntries = (entries: readonly Entry[], sort: Sort, hasWords: boolean) => {
  if (sort === 'title') return entries.toSorted(byTitle);
  return sort === 'new' || !hasWords ? entries.toSorted(byNewness) : entries;
};

/** What finding each term in a passage is worth: rare words more, expansions less. */
const wantedOf = ({ units }: Plan, { postings }: Engine): Wanted => {
  const wanted = new Map<string, number>();
  for (const { weight, terms } of units)
    for (const [term, share] of terms) {
      const rarity = idfOf(postings.size, frequenciesOf(postings, term).docs.length);
      wanted.set(term, Math.max(wanted.get(term) ?? 0, weight * share * rarity));
    }
  return wanted;
};

const toHit = ({ paper, score }: Entry, wanted: Wanted, { splits }: Engine): Hit => ({
  id: paper.id,
  title: paper.title,
  titleMarks: toMarks(findMatches(paper.title, wanted, splits)),
  topics: paper.topics ?? [],
  kind: paper.kind,
  hasCode: paper.has?.includes('code') ?? false,
  byline: bylineOf(paper),
  score,
});

/** Words of the collection that look like those typed that it does not know, the nearest first. */
const spellingsOf = (q: string, { lexicon, postings }: Engine): readonly string[] => {
  const unknown = readQuery(q).words.filter(
    ({ form }) => !form.isStop && !postings.numberOf.has(form.term),
  );
  const near = unknown.slice(0, MAX_SPELLINGS).flatMap(({ form }) => {
    const most = form.word.length > 4 ? SPELLING_EDITS : Math.max(1, allowedEdits(form));
    return nearWords(lexicon, form.word, most, MAX_SPELLINGS);
  });
  const sorted = near.toSorted((a, b) => a.distance - b.distance || b.count - a.count);
  return [...new Set(sorted.map(({ word }) => word))].slice(0, MAX_SPELLINGS);
};

const engineOf = ({ papers, texts }: SearchPayload): Engine =>
  buildEngine(papers.map(({ id, title }, at) => ({ id, title, paragraphs: texts?.[at] ?? [] })));

/** Everything of a collection, as if each paper had been found equally well. */
const everything = (engine: Engine): readonly Ranked[] =>
  engine.ids.map((_, doc) => ({ doc, score: 0 }));

/** Remembers the last answer: the passages of a query are asked for right after its results. */
const rememberLast = <T>(answer: (q: string) => T): ((q: string) => T) => {
  let last: { readonly q: string; readonly answer: T } | undefined;
  return (q) => (last?.q === q ? last : (last = { q, answer: answer(q) })).answer;
};

export const createSession = (payload: SearchPayload): SearchSession => {
  const engine = engineOf(payload);
  const columns = buildColumns(payload.papers);
  const placeOf = new Map(engine.ids.map((id, doc) => [id, doc]));
  const find = rememberLast((q: string): Ranking => rank(engine, readQuery(q)));
  const toEntry = (ranked: Ranked): Entry => ({
    ...ranked,
    paper: payload.papers[ranked.doc] ?? { id: '', title: '' },
    title: engine.titles[ranked.doc] ?? '',
  });

  const query = (state: SearchState): Results => {
    const hasWords = state.q.trim() !== '';
    const { ranked, isLoosened, plan } = find(state.q);
    const candidates = hasWords ? ranked : everything(engine);
    const { passing, counts } = filterPapers(candidates, columns, state);
    const sorted = sortEntries(passing.map(toEntry), state.sort, hasWords);
    const wanted = wantedOf(plan, engine);
    return {
      total: passing.length,
      hits: sorted.slice(0, state.page * PAGE_SIZE).map((entry) => toHit(entry, wanted, engine)),
      facets: counts,
      loosened: passing.length > 0 && isLoosened,
      spellings: passing.length === 0 ? spellingsOf(state.q, engine) : [],
    };
  };

  const passages = (q: string, ids: readonly string[]): readonly Passage[] => {
    const wanted = wantedOf(find(q).plan, engine);
    return ids.flatMap((id) => {
      const text = payload.texts?.[placeOf.get(id) ?? -1];
      const snippet = text && findSnippet(text, wanted, engine.splits);
      return snippet === undefined ? [] : [{ id, ...snippet }];
    });
  };

  return { papers: payload.papers.length, query, passages };
};
