import SearchableMap from 'minisearch/SearchableMap';
import { analyze, foldText, termOf, type Piece } from './analyze.ts';
import { capitalTerms, noteLowerCase, type LowerCase } from './capitals.ts';
import {
  addHyphenated,
  addPairs,
  addSplit,
  findRuns,
  listSplits,
  noSplits,
  pruneSplits,
  type Splits,
} from './compounds.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import { analyzeLatent, type Latent } from './latent.ts';
import { readPostings, type Index, type Postings } from './postings.ts';
import { finish, mapInSteps, type Steps } from './steps.ts';

/** What the engine reads of a paper. */
export type EngineDoc = {
  readonly id: string;
  readonly title: string;
  /** the paragraphs of its abstract; none until the abstracts have arrived */
  readonly paragraphs: readonly string[];
};

/** A collection ready to be searched. A document's number is its place in the list it was built from. */
export type Engine = {
  readonly postings: Postings;
  /** what papers are about; nothing in collections too small or too large for it */
  readonly latent: Latent | undefined;
  readonly ids: readonly string[];
  /** the place of each document in the order of ids */
  readonly idOrder: Uint32Array;
  /** titles with case, spaces, hyphens and spelling folded away */
  readonly titles: readonly string[];
  readonly lexicon: Lexicon;
  readonly splits: Splits;
};

/** One that still has what it was built from: half of its weight, and needed only to save it. */
export type SavableEngine = Engine & { readonly index: Index };

/** A word of the title counts as this many in the abstract: several fields would dilute BM25. */
const TITLE_WEIGHT = 3;

const analyzeDoc = ({ title, paragraphs }: EngineDoc): readonly (readonly Piece[])[] =>
  [title, ...paragraphs].map(analyze);

const countWords = (pieces: readonly Piece[], counts: Map<string, number>): void => {
  for (const { form } of pieces)
    if (!form.isStop) counts.set(form.word, (counts.get(form.word) ?? 0) + 1);
};

/** Papers between two stops: a millisecond or so. */
const DOCS_PER_STEP = 4;

/** Gets each paper taken apart, in order: its title, then its paragraphs. */
type TakeApart = (paragraphs: readonly (readonly Piece[])[]) => void;

/** What must be known of the whole collection before its first paper is indexed. */
function* readWords(docs: readonly EngineDoc[], onRead: TakeApart) {
  const counts = new Map<string, number>();
  const lower: LowerCase = new Set();
  const splits = noSplits();
  yield* mapInSteps(docs, DOCS_PER_STEP, (doc) => {
    const paragraphs = analyzeDoc(doc);
    for (const pieces of paragraphs) {
      countWords(pieces, counts);
      noteLowerCase(lower, pieces);
      addHyphenated(splits, pieces);
    }
    onRead(paragraphs);
  });
  yield* addPairs(splits, counts);
  return { counts, lower, splits };
}

/** The terms of one text: its words without stop words, and its compounds however they are written. */
const termsOf = (pieces: readonly Piece[], splits: Splits): readonly string[] => {
  const terms: string[] = [];
  for (const { form } of pieces) if (!form.isStop) terms.push(form.term);
  for (const { word, split } of findRuns(pieces, splits)) {
    split.count += 1;
    terms.push(termOf(word));
  }
  return terms;
};

type Known = { readonly splits: Splits; readonly lower: LowerCase };

const addDoc = (index: Index, doc: EngineDoc, id: number, { splits, lower }: Known): void => {
  for (const [at, pieces] of analyzeDoc(doc).entries()) {
    const weight = at === 0 ? TITLE_WEIGHT : 1;
    for (const term of [...termsOf(pieces, splits), ...capitalTerms(pieces, lower)]) {
      const counts = index.fetch(term, () => new Map());
      counts.set(id, (counts.get(id) ?? 0) + weight);
    }
  }
};

type Parts = {
  readonly index: Index;
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly words: ReadonlyMap<string, number>;
  readonly splits: Splits;
};

const orderIds = (ids: readonly string[]): Uint32Array => {
  const order = new Uint32Array(ids.length);
  const sorted = ids.map((id, doc) => ({ id, doc })).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [place, { doc }] of sorted.entries()) order[doc] = place;
  return order;
};

/** What is the same for an engine that was built and for one that was loaded. */
function* assemble({ index, ids, titles, words, splits }: Parts): Steps<SavableEngine> {
  const postings = yield* readPostings(index, ids.length);
  yield;
  return {
    index,
    postings,
    latent: yield* analyzeLatent(postings),
    ids,
    idOrder: orderIds(ids),
    titles,
    lexicon: buildLexicon(words),
    splits,
  };
}

/** Builds an engine in many short steps; `onRead` shares the work of taking texts apart. */
export function* buildInSteps(
  docs: readonly EngineDoc[],
  onRead: TakeApart = () => undefined,
): Steps<SavableEngine> {
  const { counts, ...known } = yield* readWords(docs, onRead);
  const index: Index = new SearchableMap();
  yield* mapInSteps(docs, DOCS_PER_STEP, (doc, id) => addDoc(index, doc, id, known));
  pruneSplits(known.splits);
  const titles = yield* mapInSteps(docs, DOCS_PER_STEP, ({ title }) => foldText(title));
  return yield* assemble({
    index,
    ids: docs.map(({ id }) => id),
    titles,
    words: counts,
    splits: known.splits,
  });
}

export const buildEngine = (docs: readonly EngineDoc[]): SavableEngine =>
  finish(buildInSteps(docs));

/** Lets go of what is needed only to save. */
export const withoutIndex = (engine: SavableEngine): Engine => {
  const { postings, latent, ids, idOrder, titles, lexicon, splits } = engine;
  return { postings, latent, ids, idOrder, titles, lexicon, splits };
};

type SavedEngine = {
  readonly index: readonly (readonly [
    term: string,
    counts: readonly (readonly [doc: number, count: number])[],
  ])[];
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly words: readonly (readonly [word: string, count: number])[];
  readonly splits: ReturnType<typeof listSplits>;
};

export const saveEngine = ({ index, ids, titles, lexicon, splits }: SavableEngine): string =>
  JSON.stringify({
    index: [...index].map(([term, counts]) => [term, [...counts]] as const),
    ids,
    titles,
    words: lexicon.words.map((word, at) => [word, lexicon.counts[at] ?? 0]),
    splits: listSplits(splits),
  } satisfies SavedEngine);

/** Reads what `saveEngine` wrote: the engine answers as the one that was saved. */
export const loadEngine = (json: string): SavableEngine => {
  const { index, ids, titles, words, splits: list } = JSON.parse(json) as SavedEngine;
  const splits = noSplits();
  for (const [parts, count] of list) addSplit(splits, parts).count = count;
  const loaded: Index = new SearchableMap();
  for (const [term, counts] of index) loaded.set(term, new Map(counts));
  return finish(assemble({ index: loaded, ids, titles, words: new Map(words), splits }));
};
