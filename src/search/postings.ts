import type SearchableMap from 'minisearch/SearchableMap';
import type { Steps } from './steps.ts';

/** The documents that have a term, by number, and how often each has it. */
export type Frequencies = {
  readonly docs: Uint32Array;
  readonly counts: Uint16Array | Float64Array;
};

/** The inverted index in MiniSearch's radix tree: for each term the documents that have it, and how often. */
export type Index = SearchableMap<Map<number, number>>;

/**
 * The inverted index laid out flat: MiniSearch's own search multiplies each score by the number of matching
 * words and cannot treat several terms as one word, so ranking is done from here.
 */
export type Postings = {
  /** how many documents there are */
  readonly size: number;
  /** in code unit order */
  readonly terms: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** by the number of the term */
  readonly frequencies: readonly Frequencies[];
  /** the length of each document as a share of the average */
  readonly lengths: Float64Array;
  /** where the terms of each document begin in `termsInDocs`, by their numbers */
  readonly starts: Uint32Array;
  readonly termsInDocs: Uint32Array;
  /** how often the document has that term */
  readonly countsInDocs: Uint16Array;
};

/** Terms between two stops: a millisecond or so. */
const TERMS_PER_STEP = 200;

type Entry = readonly [term: string, frequencies: Frequencies];

/** The terms with their documents, in one order: MiniSearch has another after each loading. */
function* readTerms(index: Index): Steps<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const [term, docs] of index) {
    if (entries.length % TERMS_PER_STEP === 0) yield;
    entries.push([
      term,
      { docs: Uint32Array.from(docs.keys()), counts: Uint16Array.from(docs.values()) },
    ]);
  }
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Where the terms of each document will begin, and after the last one the number of all. */
const countTerms = (size: number, frequencies: readonly Frequencies[]): Uint32Array => {
  const starts = new Uint32Array(size + 1);
  for (const { docs } of frequencies)
    for (const doc of docs) starts[doc + 1] = (starts[doc + 1] ?? 0) + 1;
  for (let doc = 0; doc < size; doc += 1)
    starts[doc + 1] = (starts[doc + 1] ?? 0) + (starts[doc] ?? 0);
  return starts;
};

/** The same turned round: what each document has. */
function* turnRound(size: number, frequencies: readonly Frequencies[]) {
  const starts = countTerms(size, frequencies);
  const next = starts.slice();
  const termsInDocs = new Uint32Array(starts[size] ?? 0);
  const countsInDocs = new Uint16Array(termsInDocs.length);
  for (const [term, { docs, counts }] of frequencies.entries()) {
    if (term % TERMS_PER_STEP === 0) yield;
    for (let place = 0; place < docs.length; place += 1) {
      const doc = docs[place] ?? 0;
      const at = next[doc] ?? 0;
      termsInDocs[at] = term;
      countsInDocs[at] = counts[place] ?? 0;
      next[doc] = at + 1;
    }
  }
  return { starts, termsInDocs, countsInDocs };
}

const measureLengths = (starts: Uint32Array, countsInDocs: Uint16Array): Float64Array => {
  const lengths = new Float64Array(starts.length - 1);
  for (let doc = 0; doc < lengths.length; doc += 1)
    for (let at = starts[doc] ?? 0; at < (starts[doc + 1] ?? 0); at += 1)
      lengths[doc] = (lengths[doc] ?? 0) + (countsInDocs[at] ?? 0);
  const sum = lengths.reduce((before, length) => before + length, 0);
  return lengths.map((length) => (length * lengths.length) / (sum || 1));
};

/** Lays an index out flat, in many short steps. */
export function* readPostings(index: Index, size: number): Steps<Postings> {
  const entries = yield* readTerms(index);
  yield;
  const frequencies = entries.map(([, one]) => one);
  const inDocs = yield* turnRound(size, frequencies);
  return {
    size,
    terms: entries.map(([term]) => term),
    numberOf: new Map(entries.map(([term], at) => [term, at])),
    frequencies,
    lengths: measureLengths(inDocs.starts, inDocs.countsInDocs),
    ...inDocs,
  };
}

const NOTHING: Frequencies = { docs: new Uint32Array(), counts: new Uint16Array() };

/** The documents of a term; none of one that the index does not know. */
export const frequenciesOf = ({ numberOf, frequencies }: Postings, term: string): Frequencies =>
  frequencies[numberOf.get(term) ?? -1] ?? NOTHING;
