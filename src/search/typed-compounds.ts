import { analyze, type Piece } from './analyze.ts';
import { findRuns, findSplit } from './compounds.ts';
import type { Engine } from './engine.ts';
import { countOf, nearWords, type Lexicon } from './lexicon.ts';

/** A compound of the query, and whether its parts are looked for as well. */
export type TypedRun = {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly keepsParts: boolean;
};

/** Shortest compound that is recognised with a wrong letter, and pairs of words that are tried. */
const LEAST_MISSPELT = 8;
const MAX_MISSPELT = 6;

/** The word of the collection that two words are in one, or in one with a wrong letter when one is unknown. */
class Closer {
  readonly #lexicon: Lexicon;
  #tried = 0;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  close(first: string, second: string): string | undefined {
    const word = first + second;
    if (countOf(this.#lexicon, word) > 0) return word;
    const isKnown = [first, second].every((part) => countOf(this.#lexicon, part) > 0);
    if (isKnown || word.length < LEAST_MISSPELT || this.#tried === MAX_MISSPELT) return undefined;
    this.#tried += 1;
    return nearWords(this.#lexicon, word, 1, 1)[0]?.word;
  }
}

const isStopWord = (word: string): boolean => analyze(word)[0]?.form.isStop === true;

/** Two words that the collection writes as one alone: `data set` where all others say `dataset`. */
const findClosed = ({ lexicon }: Engine, words: readonly Piece[]): readonly TypedRun[] => {
  const closer = new Closer(lexicon);
  return words.flatMap((second, at) => {
    const first = words[at - 1];
    if (first === undefined || second.gap === 'apart') return [];
    if (second.gap === 'space' && (first.form.isStop || second.form.isStop)) return [];
    const word = closer.close(first.form.word, second.form.word);
    return word === undefined ? [] : [{ word, from: at - 1, to: at + 1, keepsParts: false }];
  });
};

/** The compounds of a query. */
export const findTypedRuns = (engine: Engine, words: readonly Piece[]): readonly TypedRun[] => {
  const open = findRuns(words, engine.splits).map(({ word, from, to, split }) => ({
    word,
    from,
    to,
    // where all say `dataset`, every `data` and every `set` would be noise
    keepsParts: split.count >= countOf(engine.lexicon, word),
  }));
  const known = new Set(open.map(({ word }) => word));
  return [...open, ...findClosed(engine, words).filter(({ word }) => !known.has(word))];
};

/** The parts of a word that the collection mostly writes in parts: `ondevice` for its `on-device`. */
export const usualParts = ({ splits, lexicon }: Engine, word: string): readonly string[] => {
  const found = findSplit(word, splits);
  if (found === undefined || found.split.count < countOf(lexicon, word)) return [];
  return found.parts.filter((part) => !isStopWord(part));
};

/** An unknown word read as two known ones, though the collection never writes them with a hyphen. */
export const readAsTwo = ({ lexicon }: Engine, word: string): readonly string[] => {
  const has = (part: string) => countOf(lexicon, part) > 0;
  for (let at = word.length - 2; at >= 2; at -= 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (!has(tail)) continue;
    if (has(head)) return [head, tail];
    if (tail.length > 3 && isStopWord(head)) return [tail];
  }
  return [];
};
