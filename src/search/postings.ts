import type MiniSearch from 'minisearch';

/** Document number to how often the term stands in it. */
export type Frequencies = ReadonlyMap<number, number>;

/**
 * The inverted index that MiniSearch made, read where it lies: its own search multiplies each score by the
 * number of matching words and cannot treat several terms as one word, so ranking is done from here.
 */
export type Postings = {
  readonly size: number;
  readonly of: (term: string) => Frequencies | undefined;
  /** the length of a document as a share of the average, in different terms */
  readonly lengths: Float64Array;
  /** the terms of a document with their frequencies */
  readonly inDoc: (doc: number) => readonly (readonly [term: string, frequency: number])[];
};

/** The number that MiniSearch gives to the only field. */
const FIELD = 0;

const readLengths = <T>(index: MiniSearch<T>): Float64Array => {
  const average = index['_avgFieldLength'][FIELD] ?? 1;
  return Float64Array.from(
    { length: index.documentCount },
    (_, doc) => (index['_fieldLength'].get(doc)?.[FIELD] ?? 0) / average,
  );
};

/** The index turned round, in flat arrays: where each document's terms begin, which they are, how often. */
const turnRound = <T>(index: MiniSearch<T>) => {
  const size = index.documentCount;
  const starts = new Uint32Array(size + 1);
  const terms: string[] = [];
  const frequencies: Frequencies[] = [];
  for (const [term, fields] of index['_index']) {
    const docs = fields.get(FIELD);
    if (docs === undefined) continue;
    terms.push(term);
    frequencies.push(docs);
    for (const doc of docs.keys()) starts[doc + 1] = (starts[doc + 1] ?? 0) + 1;
  }
  for (let doc = 0; doc < size; doc += 1)
    starts[doc + 1] = (starts[doc + 1] ?? 0) + (starts[doc] ?? 0);
  const next = starts.slice();
  const termAt = new Uint32Array(starts[size] ?? 0);
  const frequencyAt = new Uint16Array(starts[size] ?? 0);
  frequencies.forEach((docs, term) => {
    for (const [doc, frequency] of docs) {
      const at = next[doc] ?? 0;
      termAt[at] = term;
      frequencyAt[at] = Math.min(frequency, 0xffff);
      next[doc] = at + 1;
    }
  });
  return { terms, starts, termAt, frequencyAt };
};

export const readPostings = <T>(index: MiniSearch<T>): Postings => {
  const { terms, starts, termAt, frequencyAt } = turnRound(index);
  return {
    size: index.documentCount,
    of: (term) => index['_index'].get(term)?.get(FIELD),
    lengths: readLengths(index),
    inDoc: (doc) => {
      const start = starts[doc] ?? 0;
      return Array.from(termAt.subarray(start, starts[doc + 1]), (term, at) => [
        terms[term] ?? '',
        frequencyAt[start + at] ?? 0,
      ]);
    },
  };
};
