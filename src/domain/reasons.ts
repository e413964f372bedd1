import type { Concept } from './concept.ts';
import { isWithin, keyOfPhrase } from './terms.ts';
import { forCommonTerms, type Vector, type VectorSpace } from './vectors.ts';

/** Something that two papers share: what readers call it, and the keys of all its names. */
export type Shared = {
  readonly label: string;
  readonly keys: readonly string[];
  readonly weight: number;
};

/** A phrase tells more than a word that weighs as much. */
const PHRASE_WEIGHT = 1.5;

export const byWeight = (a: Shared, b: Shared): number =>
  b.weight - a.weight || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);

/** A term as something shared that weighs so much. */
export const toShared = ({ keys, labels }: VectorSpace, term: number, weight: number): Shared => {
  const key = keys[term] ?? '';
  return {
    label: labels[term] ?? '',
    keys: [key],
    weight: key.includes(' ') ? weight * PHRASE_WEIGHT : weight,
  };
};

/** The terms that two vectors have in common, those first that make them most alike. */
export const sharedTerms = (
  space: VectorSpace,
  isFragment: readonly boolean[],
  a: Vector,
  b: Vector,
): readonly Shared[] => {
  const whole: Shared[] = [];
  const fragments: Shared[] = [];
  forCommonTerms(a, b, (term, weight) => {
    // what lies beyond the keys is no term: concepts are named by themselves
    if (term < space.keys.length)
      (isFragment[term] === true ? fragments : whole).push(toShared(space, term, weight));
  });
  return (whole.length > 0 ? whole : fragments).toSorted(byWeight);
};

/** A name as it stands within a sentence, its first letter as the papers mostly write it. */
const toInline = (name: string, written: string | undefined): string => {
  const lower = name.charAt(0).toLowerCase();
  return written?.startsWith(lower) === true ? lower + name.slice(1) : name;
};

/** A concept as something shared; `labelOf` tells how papers write a term. */
export const toSharedConcept = (
  { name, aliases = [] }: Concept,
  weight: number,
  labelOf: ReadonlyMap<string, string>,
): Shared => {
  const keys = [name, ...aliases].map(keyOfPhrase);
  return { label: toInline(name, labelOf.get(keys[0] ?? '')), keys, weight };
};

/** Next to what tells most, what tells less than this part of it is noise. */
const MIN_PART = 0.15;

/** @example isAcronymOf('^MoE', 'Mixture-of-experts') // true */
const isAcronymOf = (key: string, label: string): boolean => {
  if (!key.startsWith('^')) return false;
  const initials = [...label.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word[0]).join('');
  return key.slice(1).toLowerCase() === initials.toLowerCase();
};

/** Words that begin alike are mostly of one family: parallel, parallelism. */
const FAMILY = 6;
const isFamily = (a: string, b: string): boolean =>
  !/[ ^]/.test(a + b) && a.length >= FAMILY && a.slice(0, FAMILY) === b.slice(0, FAMILY);

const saysTheSame = (one: Shared, other: Shared): boolean =>
  one.keys.some((a) =>
    other.keys.some(
      (b) =>
        isWithin(a, b) ||
        isWithin(b, a) ||
        isFamily(a, b) ||
        isAcronymOf(a, other.label) ||
        isAcronymOf(b, one.label),
    ),
  );

/** The first few that say different things, as far as they tell something next to the first term. */
export const chooseReasons = (
  concepts: readonly Shared[],
  terms: readonly Shared[],
  most: number,
  commonplaces: readonly Shared[] = [],
): readonly string[] => {
  const least = MIN_PART * (terms[0]?.weight ?? 0);
  const telling = terms.filter(({ weight }) => weight >= least);
  const chosen: Shared[] = [];
  for (const one of [...concepts, ...telling, ...commonplaces]) {
    if (chosen.length === most) break;
    if (!chosen.some((other) => saysTheSame(one, other))) chosen.push(one);
  }
  return chosen.map(({ label }) => label);
};
