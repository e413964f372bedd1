import type { Piece } from './analyze.ts';
import { isChatter } from './chatter.ts';
import { toEveryday } from './everyday-words.ts';
import type { Label, Meaning } from './meaning.ts';

/** All the words that a meaning's names are made of. */
export type Bag = { readonly meaning: Meaning; readonly terms: ReadonlySet<string> };

/** What is known of the words in names: how many meanings have each. */
export type Bags = { readonly all: readonly Bag[]; readonly counts: ReadonlyMap<string, number> };

/** One word alone is no hint: `memory` is in a dozen names. Unless no paper has it, and few names. */
const LEAST_WORDS = 2;
const MOST_MEANINGS = 3;
/** Share of what was typed, by rarity, that a meaning's names must have; and of what the best one has. */
const LEAST_SHARE = 0.25;
const SHARE_OF_BEST = 0.6;
const MOST_GUESSES = 3;
/** A word that is in no name counts as one that half a name had: it speaks against all of them. */
const NO_NAME = 0.5;
/** Chatter counts less than other words. */
const CHATTER_SHARE = 0.6;
/** A name of which only a part was typed is meant less surely, by this power of the part. */
const PART_POWER = 0.25;

const contentTerms = (pieces: readonly Piece[]): ReadonlySet<string> =>
  new Set(pieces.filter(({ form }) => !form.isStop).map(({ form }) => toEveryday(form.term)));

const termsOf = ({ labels }: Meaning): ReadonlySet<string> =>
  new Set(labels.flatMap(({ pieces }) => [...contentTerms(pieces)]));

/** Whether a term is of a word in names. */
export const isInNames = (term: string, { counts }: Bags): boolean => counts.has(toEveryday(term));

export const fillBags = (meanings: readonly Meaning[]): Bags => {
  const all = meanings.map((meaning) => ({ meaning, terms: termsOf(meaning) }));
  const counts = new Map<string, number>();
  for (const { terms } of all)
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { all, counts };
};

/** What may be meant, and how surely: never as much as what is named. */
export type Guess = {
  readonly meaning: Meaning;
  readonly label: Label;
  readonly certainty: number;
  /** the words that led to it, as terms of everyday */
  readonly terms: ReadonlySet<string>;
};

/** A word typed, as names have it. */
type Typed = { readonly term: string; readonly isChat: boolean; readonly isUnknown: boolean };

type Candidate = Bag & { readonly typed: ReadonlySet<string>; readonly certainty: number };

/** Each word that counts, once. */
const readTyped = (
  words: readonly Piece[],
  isUnknown: (word: Piece) => boolean,
): readonly Typed[] => {
  const typed = words
    .filter(({ form }) => !form.isStop)
    .map((word) => ({
      term: toEveryday(word.form.term),
      isChat: isChatter(word.form),
      isUnknown: isUnknown(word),
    }));
  return [...new Map(typed.map((one) => [one.term, one])).values()];
};

/** How much of what was typed, and of a name, is the same. */
class Weigher {
  readonly #bags: Bags;
  readonly #chatter: ReadonlySet<string>;
  readonly #total: number;

  constructor(bags: Bags, typed: readonly Typed[]) {
    this.#bags = bags;
    this.#chatter = new Set(typed.filter(({ isChat }) => isChat).map(({ term }) => term));
    this.#total = this.#sumUp(typed.map(({ term }) => term));
  }

  /** How surely a meaning is meant of whose names these words were typed. */
  certaintyOf({ labels }: Meaning, typed: ReadonlySet<string>): number {
    const parts = labels.map(({ pieces }) => this.#partOf(contentTerms(pieces), typed));
    return (this.#sumUp([...typed]) / this.#total) * Math.max(...parts) ** PART_POWER;
  }

  #partOf(own: ReadonlySet<string>, typed: ReadonlySet<string>): number {
    const all = this.#sumUp([...own]);
    return all === 0 ? 0 : this.#sumUp([...own].filter((term) => typed.has(term))) / all;
  }

  /** The rarer in names, the more a word says. */
  #sumUp(terms: readonly string[]): number {
    const { all, counts } = this.#bags;
    return terms.reduce((sum, term) => {
      const rarity = Math.log(1 + all.length / (counts.get(term) ?? NO_NAME));
      return sum + rarity * (this.#chatter.has(term) ? CHATTER_SHARE : 1);
    }, 0);
  }
}

/** The meanings whose names have most of what was typed, the best first. */
const rankMeanings = (typed: readonly Typed[], bags: Bags): readonly Candidate[] => {
  const weigher = new Weigher(bags, typed);
  const isEnough = ({ term, isChat, isUnknown }: Typed): boolean =>
    isUnknown && !isChat && (bags.counts.get(term) ?? 0) <= MOST_MEANINGS;
  return bags.all
    .flatMap((bag) => {
      const own = typed.filter(({ term }) => bag.terms.has(term));
      if (own.length < LEAST_WORDS && !own.some(isEnough)) return [];
      const terms = new Set(own.map(({ term }) => term));
      return [{ ...bag, typed: terms, certainty: weigher.certaintyOf(bag.meaning, terms) }];
    })
    .filter(({ certainty }) => certainty >= LEAST_SHARE)
    .toSorted((a, b) => b.certainty - a.certainty);
};

/** Of a meaning's names the one with the most words that were typed. */
const closestLabel = ({ labels }: Meaning, typed: ReadonlySet<string>): Label | undefined => {
  const overlapOf = ({ pieces }: Label): number => {
    return [...contentTerms(pieces)].filter((term) => typed.has(term)).length;
  };
  return labels.toSorted((a, b) => overlapOf(b) - overlapOf(a))[0];
};

/**
 * What everyday words may be about though no name stands among them: the meanings of which several words, in
 * whichever of their names, were typed, or one that no paper has. How sure that is is the share of what was typed
 * that they have.
 * @example 'train with half the digits' // half-precision training
 */
export const guessMeanings = (
  words: readonly Piece[],
  bags: Bags,
  isUnknown: (word: Piece) => boolean = () => false,
): readonly Guess[] => {
  const ranked = rankMeanings(readTyped(words, isUnknown), bags);
  const least = SHARE_OF_BEST * (ranked[0]?.certainty ?? 0);
  return ranked.slice(0, MOST_GUESSES).flatMap(({ meaning, typed: terms, certainty }) => {
    const label = closestLabel(meaning, terms);
    return label === undefined || certainty < least ? [] : [{ meaning, label, certainty, terms }];
  });
};
