import type { PaperId } from './fields.ts';
import type { Paper } from './paper.ts';
import { labelOf, plainWords } from './term-labels.ts';
import { findTerms, type Term } from './terms.ts';

/** A text as a point: the terms that it has, ascending, and their weights. Its length is 1, or 0 when empty. */
export type Vector = { readonly terms: Uint32Array; readonly weights: Float32Array };

/** What of a paper its vector is made of. */
export type VectorPaper = Pick<Paper, 'id' | 'title' | 'abstract'>;

/** The papers of a collection as vectors over the terms that at least two of them have. */
export type VectorSpace = {
  /** in code unit order */
  readonly ids: readonly PaperId[];
  /** one for each id */
  readonly vectors: readonly Vector[];
  /** by term: its key, see `findTerms`; in code unit order */
  readonly keys: readonly string[];
  /** by term: as the papers mostly write it */
  readonly labels: readonly string[];
  /** by term: how many papers have it */
  readonly counts: Uint32Array;
  /** by term: what a mention is worth */
  readonly idf: Float32Array;
};

/** A term in the title counts as often as this many in the abstract. */
const TITLE_WEIGHT = 3;
/** A term that only one paper has likens it to none. */
const MIN_PAPERS = 2;

export const EMPTY_VECTOR: Vector = { terms: new Uint32Array(), weights: new Float32Array() };

type Counted = ReadonlyMap<string, number>;

const countTerms = (title: readonly Term[], abstract: readonly Term[]): Counted => {
  const counts = new Map<string, number>();
  for (const { key } of title) counts.set(key, (counts.get(key) ?? 0) + TITLE_WEIGHT);
  for (const { key } of abstract) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** By term, in how many papers it stands. */
const countPapers = (papers: readonly Counted[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const paper of papers)
    for (const key of paper.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

const lengthOf = (weights: Float32Array): number =>
  Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));

/** A vector of length 1 from the weights of terms, whatever their order. */
export const toVector = (weightOf: ReadonlyMap<number, number>): Vector => {
  const terms = Uint32Array.from(weightOf.keys()).sort();
  const raw = Float32Array.from(terms, (term) => weightOf.get(term) ?? 0);
  const length = lengthOf(raw);
  return length === 0 ? EMPTY_VECTOR : { terms, weights: raw.map((weight) => weight / length) };
};

const weighTerms = (
  counts: Counted,
  numberOf: ReadonlyMap<string, number>,
  idf: Float32Array,
): Vector => {
  const weights = new Map<number, number>();
  for (const [key, count] of counts) {
    const term = numberOf.get(key);
    if (term !== undefined) weights.set(term, (1 + Math.log(count)) * (idf[term] ?? 0));
  }
  return toVector(weights);
};

/**
 * Makes vectors of papers: what a term weighs grows with the logarithm of its mentions, the title's counting
 * threefold, and shrinks with the share of papers that have it. The order of the papers makes no difference.
 */
export const buildVectors = (unordered: readonly VectorPaper[]): VectorSpace => {
  const papers = unordered.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const found = papers.map(
    ({ title, abstract }) => [findTerms(title), findTerms(abstract)] as const,
  );
  const counted = found.map(([title, abstract]) => countTerms(title, abstract));
  const papersWith = countPapers(counted);
  const keys = [...papersWith.keys()].filter((key) => (papersWith.get(key) ?? 0) >= MIN_PAPERS);
  keys.sort();
  const counts = Uint32Array.from(keys, (key) => papersWith.get(key) ?? 0);
  const idf = Float32Array.from(counts, (count) => Math.log(1 + papers.length / count));
  const numberOf = new Map(keys.map((key, term) => [key, term]));
  return {
    ids: papers.map(({ id }) => id),
    vectors: counted.map((one) => weighTerms(one, numberOf, idf)),
    keys,
    labels: labelTerms(found.flat(), numberOf),
    counts,
    idf,
  };
};

/** By term, the form in which it mostly stands. */
const labelTerms = (
  texts: readonly (readonly Term[])[],
  numberOf: ReadonlyMap<string, number>,
): readonly string[] => {
  const surfaces = Array.from({ length: numberOf.size }, () => new Map<string, number>());
  for (const text of texts)
    for (const { key, surface } of text) {
      const counts = surfaces[numberOf.get(key) ?? -1];
      counts?.set(surface, (counts.get(surface) ?? 0) + 1);
    }
  const plain = plainWords(surfaces);
  return surfaces.map((one) => labelOf(one, plain));
};

/** Tells of each term that two vectors have, ascending, and the product of its weights. */
export const forCommonTerms = (
  a: Vector,
  b: Vector,
  tell: (term: number, weight: number) => void,
): void => {
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length;) {
    const [left = 0, right = 0] = [a.terms[i], b.terms[j]];
    if (left === right) tell(left, (a.weights[i] ?? 0) * (b.weights[j] ?? 0));
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
};

/** How alike two vectors are, from 0 to 1: the cosine of the angle between them. */
export const cosine = (a: Vector, b: Vector): number => {
  let sum = 0;
  forCommonTerms(a, b, (_, weight) => {
    sum += weight;
  });
  return Math.min(1, sum);
};

/** The centre of vectors, as a vector of length 1. */
export const centreOf = (vectors: readonly Vector[]): Vector => {
  const sums = new Map<number, number>();
  for (const { terms, weights } of vectors)
    for (const [at, term] of terms.entries())
      sums.set(term, (sums.get(term) ?? 0) + (weights[at] ?? 0));
  return toVector(sums);
};
