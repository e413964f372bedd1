import { editDistance } from '../domain/edit-distance.ts';

/** The words of a collection as they are written, folded, with how often: for completions and near spellings. */
export type Lexicon = {
  /** in code unit order */
  readonly words: readonly string[];
  readonly counts: readonly number[];
  /** for each word a bit for each letter in it: tells far words apart without measuring */
  readonly letters: Int32Array;
  /** the near words that were looked for last: a query asks more than once, and so does the next key */
  readonly near: Map<string, readonly Near[]>;
};

/** A word of the collection that stands for one that was typed. */
export type Near = { readonly word: string; readonly count: number; readonly distance: number };

const lettersOf = (word: string): number => {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
};

const bitCount = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

export const buildLexicon = (counts: ReadonlyMap<string, number>): Lexicon => {
  const words = [...counts.keys()].toSorted();
  return {
    words,
    counts: words.map((word) => counts.get(word) ?? 0),
    letters: Int32Array.from(words, lettersOf),
    near: new Map(),
  };
};

/** The place of the first word that is not before `word`. */
const lowerBound = (words: readonly string[], word: string): number => {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const countOf = ({ words, counts }: Lexicon, word: string): number => {
  const at = lowerBound(words, word);
  return words[at] === word ? (counts[at] ?? 0) : 0;
};

const byNearness = (a: Near, b: Near): number =>
  a.distance - b.distance || b.count - a.count || (a.word < b.word ? -1 : 1);

/** Words that begin with `prefix` and go on, the most frequent first. */
export const completionsOf = (
  { words, counts }: Lexicon,
  prefix: string,
  limit: number,
): readonly Near[] => {
  const found: Near[] = [];
  for (let at = lowerBound(words, prefix); words[at]?.startsWith(prefix); at += 1) {
    const word = words[at] ?? '';
    if (word !== prefix) found.push({ word, count: counts[at] ?? 0, distance: 0 });
  }
  return found.toSorted(byNearness).slice(0, limit);
};

/** Lookups that are remembered. */
const MAX_REMEMBERED = 50;

const lookUpNear = (
  { words, counts, letters }: Lexicon,
  word: string,
  most: number,
): readonly Near[] => {
  const bits = lettersOf(word);
  const found: Near[] = [];
  for (let at = 0; at < words.length; at += 1) {
    // an edit changes at most one letter for another: two bits
    if (bitCount((letters[at] ?? 0) ^ bits) > 2 * most) continue;
    const candidate = words[at] ?? '';
    const distance = editDistance(word, candidate, most);
    if (distance > 0 && distance <= most)
      found.push({ word: candidate, count: counts[at] ?? 0, distance });
  }
  return found.toSorted(byNearness);
};

/** Words within `most` edits, the nearest first, then the most frequent. */
export const nearWords = (
  lexicon: Lexicon,
  word: string,
  most: number,
  limit: number,
): readonly Near[] => {
  const key = `${String(most)} ${word}`;
  const known = lexicon.near.get(key);
  if (known !== undefined) return known.slice(0, limit);
  const near = lookUpNear(lexicon, word, most);
  if (lexicon.near.size >= MAX_REMEMBERED) lexicon.near.clear();
  lexicon.near.set(key, near);
  return near.slice(0, limit);
};

/** Words of which some beginning is within `most` edits of an unfinished word, and which share its first letter. */
export const nearCompletions = (
  { words, counts }: Lexicon,
  prefix: string,
  most: number,
  limit: number,
): readonly Near[] => {
  const found: Near[] = [];
  const first = prefix.slice(0, 1);
  for (let at = lowerBound(words, first); words[at]?.startsWith(first); at += 1) {
    const word = words[at] ?? '';
    if (word.length <= prefix.length) continue;
    const beginnings = [-1, 0, 1].map((more) => word.slice(0, prefix.length + more));
    const distance = Math.min(...beginnings.map((one) => editDistance(prefix, one, most)));
    if (distance <= most) found.push({ word, count: counts[at] ?? 0, distance });
  }
  return found.toSorted(byNearness).slice(0, limit);
};
