import type { Piece } from './analyze.ts';
import { toEveryday } from './everyday-words.ts';
import type { Label, Meaning } from './meaning.ts';

/** All the words that a meaning's names are made of. */
export type Bag = { readonly meaning: Meaning; readonly terms: ReadonlySet<string> };

/** What is known of the words in names: how many meanings have each. */
export type Bags = { readonly all: readonly Bag[]; readonly counts: ReadonlyMap<string, number> };

/** One word alone is no hint: `memory` is in a dozen names. */
const LEAST_WORDS = 2;
/** Share of what was typed, by rarity, that a meaning's names must have; and of what the best one has. */
const LEAST_SHARE = 0.3;
const SHARE_OF_BEST = 0.6;
const MOST_GUESSES = 3;
/** A word that is in no name counts as one that half a name had: it speaks against all of them. */
const NO_NAME = 0.5;

const contentTerms = (pieces: readonly Piece[]): ReadonlySet<string> =>
  new Set(pieces.filter(({ form }) => !form.isStop).map(({ form }) => toEveryday(form.term)));

const termsOf = ({ labels }: Meaning): ReadonlySet<string> =>
  new Set(labels.flatMap(({ pieces }) => [...contentTerms(pieces)]));

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

const sumUp = (terms: readonly string[], rarityOf: (term: string) => number): number =>
  terms.reduce((sum, term) => sum + rarityOf(term), 0);

type Candidate = Bag & { readonly typed: readonly string[]; readonly share: number };

/** The meanings whose names have most of what was typed, the best first. */
const rankMeanings = (terms: readonly string[], { all, counts }: Bags): readonly Candidate[] => {
  if (terms.length < LEAST_WORDS) return [];
  const rarityOf = (term: string) => Math.log(1 + all.length / (counts.get(term) ?? NO_NAME));
  const total = sumUp(terms, rarityOf);
  return all
    .map((bag) => ({ ...bag, typed: terms.filter((term) => bag.terms.has(term)) }))
    .filter(({ typed }) => typed.length >= LEAST_WORDS)
    .map((one) => ({ ...one, share: sumUp(one.typed, rarityOf) / total }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((a, b) => b.share - a.share);
};

/** Of a meaning's names the one with the most words that were typed. */
const closestLabel = ({ labels }: Meaning, typed: readonly string[]): Label | undefined => {
  const overlapOf = ({ pieces }: Label): number => {
    const own = contentTerms(pieces);
    return typed.filter((term) => own.has(term)).length;
  };
  return labels.toSorted((a, b) => overlapOf(b) - overlapOf(a))[0];
};

/**
 * What everyday words may be about though no name stands among them: the meanings of which several words, in
 * whichever of their names, were typed. How sure that is is the share of what was typed that they have.
 * @example 'train with half the digits' // half-precision training
 */
export const guessMeanings = (words: readonly Piece[], bags: Bags): readonly Guess[] => {
  const ranked = rankMeanings([...contentTerms(words)], bags);
  const least = SHARE_OF_BEST * (ranked[0]?.share ?? 0);
  return ranked.slice(0, MOST_GUESSES).flatMap(({ meaning, typed, share }) => {
    const label = closestLabel(meaning, typed);
    if (label === undefined || share < least) return [];
    return [{ meaning, label, certainty: share, terms: new Set(typed) }];
  });
};
