import type { Piece } from './analyze.ts';
import { findMeanings, type FoundMeaning } from './concepts-find.ts';
import { guessMeanings, isInNames, type Guess } from './concepts-guess.ts';
import { keyOf, type Knowledge } from './concepts.ts';
import type { Label } from './meaning.ts';
import type { DocWords } from './doc-words.ts';
import type { Frequencies } from './postings.ts';
import type { AlsoSearching } from './protocol.ts';
import type { Query } from './query.ts';
import { addUpFrequencies } from './score.ts';

/** Something that is looked for besides the words typed: counts for less than one of them. */
export type Widening = {
  readonly weight: number;
  readonly frequencies: Frequencies;
  /** what to mark, with how good it is: terms, several in a row joined by spaces */
  readonly terms: ReadonlyMap<string, number>;
  /** the words typed that it stands for, where no paper has them in a row */
  readonly understood: ReadonlySet<string>;
};

export type Widened = {
  readonly widenings: readonly Widening[];
  readonly alsoSearching: readonly AlsoSearching[];
  /** the names that were typed and have others */
  readonly found: readonly FoundMeaning[];
  /** what the other words may mean */
  readonly guessed: readonly Guess[];
  /** whether a term is of a word in names */
  readonly isInNames: (term: string) => boolean;
};

/**
 * Another name counts half of a word typed, or of each of a few words in a name. Where no paper has what was
 * typed it stands for two words or more, and counts as two. A kind of the thing counts a third of another name.
 */
const WEIGHT = 0.5;
const MOST_WORDS = 3;
const ONLY_WEIGHT = 2;
const NARROWER_SHARE = 0.35;
/** Names that readers are told: of one thing, of its kinds, and of all. */
const MAX_TOLD = 6;
const MAX_OWN_TOLD = 2;
const MAX_NARROWER_TOLD = 3;

type Found = { readonly label: Label; readonly share: number; readonly frequencies: Frequencies };

/** One unit of all names: each paper has it as often as it has any of them. */
const addUp = (found: readonly Found[], { papers }: DocWords): Frequencies =>
  addUpFrequencies(
    papers,
    found.map(({ share, frequencies }) => [frequencies, share]),
  );

const lookUp = (labels: readonly Label[], share: number, words: DocWords): readonly Found[] =>
  labels
    .map((label) => ({ label, share, frequencies: words.frequencies(label.pieces) }))
    .filter(({ frequencies }) => frequencies.docs.length > 0);

const toTold = ({ text, conceptId }: Label): AlsoSearching => ({
  label: text,
  ...(conceptId !== undefined && { conceptId }),
});

const byFrequency = (a: Found, b: Found): number =>
  b.frequencies.docs.length - a.frequencies.docs.length;

/** What readers are told: the usual name or, if that was typed, others; then its most frequent kinds. */
const tell = (
  [name]: readonly Label[],
  others: readonly Found[],
  narrower: readonly Found[],
  typedKey: string,
): readonly AlsoSearching[] => {
  const isNameTyped = name === undefined || keyOf(name.pieces) === typedKey;
  const own = isNameTyped ? others.slice(0, MAX_OWN_TOLD).map(({ label }) => label) : [name];
  const frequent = narrower.toSorted(byFrequency).slice(0, MAX_NARROWER_TOLD);
  return [...own, ...frequent.map(({ label }) => label)].map(toTold);
};

type Meant = Pick<FoundMeaning, 'meaning' | 'label' | 'certainty'> &
  Partial<Pick<FoundMeaning, 'typed'>>;

const widenBy = <T extends Meant>(found: T, words: DocWords) => {
  const { meaning, label, certainty, typed } = found;
  const typedKey = keyOf(label.pieces);
  const own = lookUp(meaning.labels, 1, words);
  const narrower = lookUp(meaning.narrower, NARROWER_SHARE, words);
  const others = own.filter((one) => keyOf(one.label.pieces) !== typedKey);
  const isOnly = others.length === own.length && label.pieces.length > 1;
  const widening: Widening = {
    weight: certainty * (isOnly ? ONLY_WEIGHT : WEIGHT * Math.min(MOST_WORDS, typed?.length ?? 1)),
    frequencies: addUp([...own, ...narrower], words),
    terms: new Map([...others, ...narrower].map((one) => [keyOf(one.label.pieces), one.share])),
    understood: new Set(isOnly ? (typed ?? []) : []),
  };
  const isWider = others.length + narrower.length > 0;
  return { found, widening, told: isWider ? tell(meaning.labels, others, narrower, typedKey) : [] };
};

/** What the words may mean that are part of no name in a row. */
const guessBesides = (
  words: readonly Piece[],
  found: readonly FoundMeaning[],
  { bags }: Knowledge,
  docWords: DocWords,
): readonly Guess[] => {
  const inRow = found.filter(({ from, to, typed }) => to - from === typed.length);
  const meanings = new Set(found.map(({ meaning }) => meaning));
  const others = words.filter((_, at) => !inRow.some(({ from, to }) => from <= at && at < to));
  const isUnknown = (word: Piece) => docWords.frequencies([word]).docs.length === 0;
  return guessMeanings(others, bags, isUnknown).filter(({ meaning }) => !meanings.has(meaning));
};

/**
 * What the names in a query widen it by and, when no operators besides filters were typed, what the other
 * words may mean. Names are looked for in `mended`: the words with their spelling put right.
 */
export const widenQuery = (
  plain: Query,
  knowledge: Knowledge,
  words: DocWords,
  isAll = true,
  mended = plain.words,
): Widened => {
  const names = findMeanings(mended, knowledge);
  const guesses = isAll ? guessBesides(plain.words, names, knowledge, words) : [];
  const found = names.map((one) => widenBy(one, words)).filter(({ told }) => told.length > 0);
  const guessed = guesses.map((one) => widenBy(one, words)).filter(({ told }) => told.length > 0);
  const both = [...found, ...guessed];
  const told = new Map(both.flatMap((one) => one.told.map((also) => [also.label, also])));
  return {
    widenings: both.map(({ widening }) => widening),
    alsoSearching: [...told.values()].slice(0, MAX_TOLD),
    found: found.map((one) => one.found),
    guessed: guessed.map((one) => one.found),
    isInNames: (term) => isInNames(term, knowledge.bags),
  };
};
