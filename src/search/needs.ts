import { frequenciesOf, type Postings } from './postings.ts';

/** For each word typed that counts, the terms of which a paper must have one to have that word. */
export type Needs = readonly ReadonlySet<string>[];

/** Tells of a paper, by its number, whether it has something. */
export type Passes = (doc: number) => boolean;

/** Which papers have every word that was typed, or one of what stands in for it; all have nothing. */
export const fulfilNeeds = (postings: Postings, needs: Needs): Passes => {
  const matched = new Uint16Array(postings.size);
  needs.forEach((terms, before) => {
    for (const term of terms)
      for (const doc of frequenciesOf(postings, term).docs)
        if (matched[doc] === before) matched[doc] = before + 1;
  });
  return (doc) => matched[doc] === needs.length;
};
