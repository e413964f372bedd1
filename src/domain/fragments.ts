import type { VectorSpace } from './vectors.ts';

/** A term is a fragment when at least this share of the papers that have it have one and the same longer term. */
const MOSTLY = 0.6;

/** A phrase without its first or its last word. */
const cutsOf = (key: string): readonly string[] => {
  const words = key.split(' ');
  return words.length < 2 ? [] : [words.slice(1).join(' '), words.slice(0, -1).join(' ')];
};

/**
 * By term, whether it is but a piece of a longer one: `large language` of large language models. Fragments help
 * to compare papers, and are no names for what papers share.
 */
export const findFragments = ({
  keys,
  counts,
}: Pick<VectorSpace, 'keys' | 'counts'>): readonly boolean[] => {
  const numberOf = new Map(keys.map((key, term) => [key, term]));
  const isFragment = keys.map(() => false);
  for (const [longer, key] of keys.entries())
    for (const cut of cutsOf(key)) {
      const term = numberOf.get(cut);
      if (term !== undefined && (counts[longer] ?? 0) >= MOSTLY * (counts[term] ?? 0))
        isFragment[term] = true;
    }
  return isFragment;
};
