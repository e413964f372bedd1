import MiniSearch, { type Options } from 'minisearch';
import { analyze, foldText, termOf, type Piece } from './analyze.ts';
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
import { readPostings, type Postings } from './postings.ts';

/** What the engine reads of a paper. */
export type EngineDoc = {
  readonly id: string;
  readonly title: string;
  /** the paragraphs of its abstract; none until the abstracts have arrived */
  readonly paragraphs: readonly string[];
};

/** A collection ready to be searched. A document's number is its place in the list it was built from. */
export type Engine = {
  readonly index: MiniSearch<IndexedDoc>;
  readonly postings: Postings;
  readonly ids: readonly string[];
  /** titles with case, spaces, hyphens and spelling folded away */
  readonly titles: readonly string[];
  readonly lexicon: Lexicon;
  readonly splits: Splits;
};

type IndexedDoc = { readonly id: number; readonly text: string };

/** A word of the title counts as this many in the abstract: several fields would dilute BM25. */
const TITLE_WEIGHT = 3;

/** For building and for loading. The terms are made before, so MiniSearch only takes them apart again. */
const OPTIONS: Options<IndexedDoc> = {
  fields: ['text'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
  autoVacuum: false,
};

const analyzeDoc = ({ title, paragraphs }: EngineDoc): readonly (readonly Piece[])[] =>
  [title, ...paragraphs].map(analyze);

const countWords = (pieces: readonly Piece[], counts: Map<string, number>): void => {
  for (const { form } of pieces)
    if (!form.isStop) counts.set(form.word, (counts.get(form.word) ?? 0) + 1);
};

/** What must be known of the whole collection before its first paper is indexed. */
const readWords = (docs: readonly EngineDoc[]) => {
  const counts = new Map<string, number>();
  const splits = noSplits();
  for (const doc of docs)
    for (const pieces of analyzeDoc(doc)) {
      countWords(pieces, counts);
      addHyphenated(splits, pieces);
    }
  addPairs(splits, counts);
  return { counts, splits };
};

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

const toIndexedDoc = (doc: EngineDoc, id: number, splits: Splits): IndexedDoc => {
  const [title = [], ...rest] = analyzeDoc(doc).map((pieces) => termsOf(pieces, splits));
  const titles = Array.from({ length: TITLE_WEIGHT }, () => title);
  return { id, text: [...titles, ...rest].flat().join(' ') };
};

export const buildEngine = (docs: readonly EngineDoc[]): Engine => {
  const { counts, splits } = readWords(docs);
  const index = new MiniSearch<IndexedDoc>(OPTIONS);
  for (const [id, doc] of docs.entries()) index.add(toIndexedDoc(doc, id, splits));
  pruneSplits(splits);
  return {
    index,
    postings: readPostings(index),
    ids: docs.map(({ id }) => id),
    titles: docs.map(({ title }) => foldText(title)),
    lexicon: buildLexicon(counts),
    splits,
  };
};

type SavedEngine = {
  readonly index: object;
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly words: readonly (readonly [word: string, count: number])[];
  readonly splits: ReturnType<typeof listSplits>;
};

export const saveEngine = ({ index, ids, titles, lexicon, splits }: Engine): string =>
  JSON.stringify({
    index: index.toJSON(),
    ids,
    titles,
    words: lexicon.words.map((word, at) => [word, lexicon.counts[at] ?? 0]),
    splits: listSplits(splits),
  } satisfies SavedEngine);

/** Reads what `saveEngine` wrote: the engine answers as the one that was saved. */
export const loadEngine = (json: string): Engine => {
  const saved = JSON.parse(json) as SavedEngine;
  const index = MiniSearch.loadJS<IndexedDoc>(
    saved.index as Parameters<typeof MiniSearch.loadJS>[0],
    OPTIONS,
  );
  const splits = noSplits();
  for (const [parts, count] of saved.splits) addSplit(splits, parts).count = count;
  return {
    index,
    postings: readPostings(index),
    ids: saved.ids,
    titles: saved.titles,
    lexicon: buildLexicon(new Map(saved.words)),
    splits,
  };
};
