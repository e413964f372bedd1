import { buildEngine, type Engine } from './engine.ts';
import { allowedEdits, type Plan } from './expand.ts';
import { filterPapers } from './facets.ts';
import { nearWords } from './lexicon.ts';
import { findMatches, toMarks } from './marks.ts';
import type { SearchPaper, SearchPayload } from './payload.ts';
import { PAGE_SIZE, type Hit, type Passage, type SearchReply } from './protocol.ts';
import { readQuery } from './query.ts';
import { rank, type Ranked } from './rank.ts';
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
      const rarity = Math.log(1 + postings.size / (1 + (postings.of(term)?.size ?? 0)));
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
    ({ form }) => !form.isStop && postings.of(form.term) === undefined,
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

export const createSession = (payload: SearchPayload): SearchSession => {
  const engine = engineOf(payload);
  const placeOf = new Map(engine.ids.map((id, doc) => [id, doc]));
  const paperAt = (doc: number): SearchPaper => payload.papers[doc] ?? { id: '', title: '' };
  const toEntry = (ranked: Ranked): Entry => ({
    ...ranked,
    paper: paperAt(ranked.doc),
    title: engine.titles[ranked.doc] ?? '',
  });

  const query = (state: SearchState): Results => {
    const words = readQuery(state.q);
    const hasWords = state.q.trim() !== '';
    const { ranked, isLoosened, plan } = rank(engine, words);
    const candidates = hasWords ? ranked : everything(engine);
    const { passing, counts } = filterPapers(candidates, ({ doc }) => paperAt(doc), state);
    const shown = sortEntries(passing.map(toEntry), state.sort, hasWords).slice(
      0,
      state.page * PAGE_SIZE,
    );
    const wanted = wantedOf(plan, engine);
    return {
      total: passing.length,
      hits: shown.map((entry) => toHit(entry, wanted, engine)),
      facets: counts,
      loosened: hasWords && passing.length > 0 && isLoosened,
      spellings: hasWords && passing.length === 0 ? spellingsOf(state.q, engine) : [],
    };
  };

  const passages = (q: string, ids: readonly string[]): readonly Passage[] => {
    const wanted = wantedOf(rank(engine, readQuery(q)).plan, engine);
    return ids.flatMap((id) => {
      const text = payload.texts?.[placeOf.get(id) ?? -1];
      const snippet = text && findSnippet(text, wanted, engine.splits);
      return snippet === undefined ? [] : [{ id, ...snippet }];
    });
  };

  return { papers: payload.papers.length, query, passages };
};
