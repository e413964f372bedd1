import { orthonormalize, type Table } from './orthonormal.ts';
import type { Postings } from './postings.ts';
import { idfOf, type Best } from './score.ts';
import type { Steps } from './steps.ts';

/**
 * Latent semantic analysis: papers as directions in few dimensions, where words that stand in the same papers
 * weigh together. A paper that points where the best hits do is about what they are about, whatever its words.
 */
export type Latent = Table;

/** Within the 50 to 300 that the literature uses; fewer for few papers, which have not so many themes. */
const MOST_DIMENSIONS = 64;
const PAPERS_A_DIMENSION = 4;
/** Rounds of the iteration: further ones change nothing that a ranking shows. */
const ROUNDS = 3;
/** Different words of all papers together for which this takes seconds; larger collections do without. */
const MOST_POSTINGS = 2_000_000;
/** A term of one paper connects nothing. */
const LEAST_PAPERS = 2;
const ROWS_AT_ONCE = 100;

type Work = {
  readonly postings: Postings;
  /** what each term weighs in each paper, in the order of `termsInDocs` */
  readonly weights: Float32Array;
  readonly ofPapers: Table;
  readonly ofTerms: Table;
};

const toLengthOne = (row: Float32Array): void => {
  let squares = 0;
  for (const value of row) squares += value * value;
  const length = Math.sqrt(squares);
  if (length > 0) for (const [at, value] of row.entries()) row[at] = value / length;
};

/** Frequency dampened by a logarithm, times rarity; each paper as long as any other. */
function* weigh(postings: Postings): Steps<Float32Array> {
  const { size, frequencies, starts, termsInDocs, countsInDocs } = postings;
  const rarity = Float64Array.from(frequencies, ({ docs }) =>
    docs.length < LEAST_PAPERS ? 0 : idfOf(size, docs.length),
  );
  const weights = new Float32Array(termsInDocs.length);
  for (let doc = 0; doc < size; doc += 1) {
    if (doc % ROWS_AT_ONCE === 0) yield;
    const [from, to] = [starts[doc] ?? 0, starts[doc + 1] ?? 0];
    for (let at = from; at < to; at += 1)
      weights[at] = (rarity[termsInDocs[at] ?? 0] ?? 0) * (1 + Math.log(countsInDocs[at] ?? 1));
    toLengthOne(weights.subarray(from, to));
  }
  return weights;
}

/** Carries directions from the terms to the papers that have them, or back. */
function* carry({ postings, weights, ...tables }: Work, to: 'ofPapers' | 'ofTerms') {
  const toPapers = to === 'ofPapers';
  const target = tables[to].values.fill(0);
  const source = tables[toPapers ? 'ofTerms' : 'ofPapers'].values;
  const { width } = tables[to];
  for (let doc = 0; doc < postings.size; doc += 1) {
    if (doc % ROWS_AT_ONCE === 0) yield;
    const end = postings.starts[doc + 1] ?? 0;
    for (let at = postings.starts[doc] ?? 0; at < end; at += 1) {
      const weight = weights[at] ?? 0;
      if (weight === 0) continue;
      const [paper, term] = [doc * width, (postings.termsInDocs[at] ?? 0) * width];
      const [first, from] = toPapers ? [paper, term] : [term, paper];
      for (let one = 0; one < width; one += 1)
        target[first + one] = (target[first + one] ?? 0) + weight * (source[from + one] ?? 0);
    }
  }
}

const toTable = (rows: number, width: number): Table => ({
  width,
  values: new Float32Array(rows * width),
});

/**
 * Analyses a collection by orthogonal iteration, which needs no luck: it begins with some papers evenly spread,
 * so the same collection gives the same directions. Yields often, for it may take a while.
 */
export function* analyzeLatent(postings: Postings): Steps<Latent | undefined> {
  const { size, terms, termsInDocs } = postings;
  const width = Math.min(MOST_DIMENSIONS, Math.floor(size / PAPERS_A_DIMENSION));
  if (width === 0 || termsInDocs.length > MOST_POSTINGS) return undefined;
  const ofPapers = toTable(size, width);
  const ofTerms = toTable(terms.length, width);
  const work: Work = { postings, weights: yield* weigh(postings), ofPapers, ofTerms };
  for (let one = 0; one < width; one += 1)
    ofPapers.values[Math.floor((one * size) / width) * width + one] = 1;
  for (let round = 0; round <= ROUNDS; round += 1) {
    yield* carry(work, 'ofTerms');
    yield* orthonormalize(ofTerms);
    yield* carry(work, 'ofPapers');
  }
  for (let doc = 0; doc < size; doc += 1)
    toLengthOne(ofPapers.values.subarray(doc * width, (doc + 1) * width));
  return ofPapers;
}

/** Where the best documents point to, the first ones above all. */
const aimOf = ({ width, values }: Latent, best: readonly Best[]): Float64Array => {
  const aim = new Float64Array(width);
  for (const { doc, trust } of best)
    for (let at = 0; at < width; at += 1)
      aim[at] = (aim[at] ?? 0) + trust * (values[doc * width + at] ?? 0);
  return aim;
};

/** How much each document that has a score points where the best ones do. */
export const scoreLatent = (
  latent: Latent,
  scores: Float64Array,
  best: readonly Best[],
): Float64Array => {
  const { width, values } = latent;
  const aim = aimOf(latent, best);
  const products = new Float64Array(scores.length);
  for (let doc = 0; doc < scores.length; doc += 1) {
    if (!((scores[doc] ?? 0) > 0)) continue;
    const from = doc * width;
    let product = 0;
    for (let at = 0; at < width; at += 1) product += (aim[at] ?? 0) * (values[from + at] ?? 0);
    products[doc] = Math.max(0, product);
  }
  return products;
};
