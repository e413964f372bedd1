import type { Piece } from './analyze.ts';
import type { Steps } from './steps.ts';

/** Parts of a compound at most: `state-of-the-art` has four. */
const MAX_PARTS = 4;

/**
 * The words that a collection writes in parts, as a tree of their parts: `on-device`, `on device` and
 * `ondevice` are one word to the search.
 */
export type Splits = {
  readonly next: Map<string, Splits>;
  /** at the last part: the parts as one word */
  word?: string;
  /** how often the collection writes it in parts */
  count: number;
};

/** A compound that stands in several pieces: `pieces.slice(from, to)`. */
export type Run = {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly split: Splits;
};

export const noSplits = (): Splits => ({ next: new Map(), count: 0 });

export const addSplit = (splits: Splits, parts: readonly string[]): Splits => {
  let node = splits;
  for (const part of parts) {
    const next = node.next.get(part) ?? noSplits();
    node.next.set(part, next);
    node = next;
  }
  node.word = parts.join('');
  return node;
};

/** Adds whatever a text writes with hyphens, as a whole: `state-of-the-art`. */
export const addHyphenated = (splits: Splits, pieces: readonly Piece[]): void => {
  for (let from = 0; from < pieces.length; from += 1) {
    let to = from + 1;
    while (pieces[to]?.gap === 'glued') to += 1;
    if (to - from > 1 && to - from <= MAX_PARTS)
      addSplit(
        splits,
        pieces.slice(from, to).map(({ form }) => form.word),
      );
    from = to - 1;
  }
};

/** Words between two stops: a millisecond or so. */
const WORDS_PER_STEP = 200;

/** Adds the words that are two other words in a row: who writes `dataset` may mean `data set`. */
export function* addPairs(splits: Splits, words: ReadonlyMap<string, number>): Steps<void> {
  let read = 0;
  for (const word of words.keys()) {
    if (read % WORDS_PER_STEP === 0) yield;
    read += 1;
    for (let at = 2; at <= word.length - 2; at += 1) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (parts.every((part) => words.has(part))) addSplit(splits, parts);
    }
  }
}

/** The compounds of a text that stand in several pieces, with hyphens or spaces between them. */
export const findRuns = (pieces: readonly Piece[], splits: Splits): readonly Run[] => {
  const runs: Run[] = [];
  for (let from = 0; from < pieces.length; from += 1) {
    let split: Splits | undefined = splits;
    for (let to = from; to < pieces.length; to += 1) {
      const piece: Piece | undefined = pieces[to];
      if (piece === undefined || (to > from && piece.gap === 'apart')) break;
      split = split.next.get(piece.form.word);
      if (split === undefined) break;
      if (split.word !== undefined) runs.push({ word: split.word, from, to: to + 1, split });
    }
  }
  return runs;
};

/** How a word written as one is written in parts elsewhere; the first such way in the order of the parts. */
export const findSplit = (
  word: string,
  splits: Splits,
): { readonly parts: readonly string[]; readonly split: Splits } | undefined => {
  for (let at = 1; at < word.length; at += 1) {
    const part = word.slice(0, at);
    const next = splits.next.get(part);
    if (next === undefined) continue;
    const last = next.next.get(word.slice(at));
    if (last?.word !== undefined && last.count > 0)
      return { parts: [part, word.slice(at)], split: last };
    const more = findSplit(word.slice(at), next);
    if (more !== undefined) return { parts: [part, ...more.parts], split: more.split };
  }
  return undefined;
};

/** Drops the compounds that no text writes in parts. */
export const pruneSplits = (splits: Splits): void => {
  for (const [part, next] of splits.next) {
    pruneSplits(next);
    if (next.count === 0) delete next.word;
    if (next.word === undefined && next.next.size === 0) splits.next.delete(part);
  }
};

/** The compounds as a flat list, for saving. */
export const listSplits = (
  splits: Splits,
  before: readonly string[] = [],
): readonly (readonly [parts: readonly string[], count: number])[] =>
  [...splits.next].flatMap(([part, next]) => {
    const parts = [...before, part];
    const own = next.word === undefined ? [] : [[parts, next.count] as const];
    return [...own, ...listSplits(next, parts)];
  });
