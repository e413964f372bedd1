import { findMeanings, type FoundMeaning } from './concepts-find.ts';
import { keyOf, type Knowledge, type Label } from './concepts.ts';
import type { DocWords } from './doc-words.ts';
import type { Frequencies } from './postings.ts';
import type { Query } from './query.ts';

/** Something that is looked for besides the words typed: counts for less than one of them. */
export type Widening = {
  readonly weight: number;
  readonly frequencies: Frequencies;
  /** what to mark, with how good it is: terms, several in a row joined by spaces */
  readonly terms: ReadonlyMap<string, number>;
};

/** What else is searched for, as readers are told. */
export type AlsoSearching = { readonly label: string; readonly conceptId?: string };

export type Widened = {
  readonly widenings: readonly Widening[];
  readonly alsoSearching: readonly AlsoSearching[];
  readonly found: readonly FoundMeaning[];
};

/** Another name counts half of a word typed; a kind of the thing a third of another name. */
const WEIGHT = 0.5;
const NARROWER_SHARE = 0.35;
/** Names that readers are told: of one thing, of its kinds, and of all. */
const MAX_TOLD = 6;
const MAX_OWN_TOLD = 2;
const MAX_NARROWER_TOLD = 3;

type Found = { readonly label: Label; readonly share: number; readonly frequencies: Frequencies };

/** One unit of all names: each paper has it as often as it has any of them. */
const addUp = (found: readonly Found[]): Frequencies => {
  const sums = new Map<number, number>();
  for (const { share, frequencies } of found)
    frequencies.docs.forEach((doc, at) =>
      sums.set(doc, (sums.get(doc) ?? 0) + share * (frequencies.counts[at] ?? 0)),
    );
  return { docs: Uint32Array.from(sums.keys()), counts: Float64Array.from(sums.values()) };
};

const lookUp = (labels: readonly Label[], share: number, words: DocWords): readonly Found[] =>
  labels
    .map((label) => ({ label, share, frequencies: words.frequencies(label.pieces) }))
    .filter(({ frequencies }) => frequencies.docs.length > 0);

const toTold = ({ label: { text, conceptId } }: Found): AlsoSearching => ({
  label: text,
  ...(conceptId !== undefined && { conceptId }),
});

const widenBy = ({ meaning, label: typed, certainty }: FoundMeaning, words: DocWords) => {
  const typedKey = keyOf(typed.pieces);
  const own = lookUp(meaning.labels, 1, words);
  const narrower = lookUp(meaning.narrower, NARROWER_SHARE, words);
  const others = own.filter(({ label }) => keyOf(label.pieces) !== typedKey);
  const widening: Widening = {
    weight: WEIGHT * certainty,
    frequencies: addUp([...own, ...narrower]),
    terms: new Map([...others, ...narrower].map((one) => [keyOf(one.label.pieces), one.share])),
  };
  // the usual name says enough; whoever typed it is told others
  const [name] = meaning.labels;
  const told = others.filter(({ label }) => label === name).slice(0, 1);
  const mostOwn = told.length > 0 ? told : others.slice(0, MAX_OWN_TOLD);
  return { widening, told: [...mostOwn, ...narrower.slice(0, MAX_NARROWER_TOLD)].map(toTold) };
};

/** What the names in a query widen it by. */
export const widenQuery = (plain: Query, knowledge: Knowledge, words: DocWords): Widened => {
  const found = findMeanings(plain.words, knowledge);
  const widened = found.map((one) => widenBy(one, words)).filter(({ told }) => told.length > 0);
  const told = new Map(widened.flatMap((one) => one.told.map((also) => [also.label, also])));
  return {
    widenings: widened.map(({ widening }) => widening),
    alsoSearching: [...told.values()].slice(0, MAX_TOLD),
    found,
  };
};
