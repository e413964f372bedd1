import type { Engine } from './engine.ts';
import { frequenciesOf } from './postings.ts';
import type { Finding } from './query-find.ts';
import { idfOf } from './score.ts';
import type { Wanted } from './snippet.ts';

/** What finding each term in a passage is worth: rare words more, expansions and other names less. */
export const wantedOf = ({ ranking, widened }: Finding, { postings }: Engine): Wanted => {
  const wanted = new Map<string, number>();
  const want = (term: string, worth: number): void => {
    wanted.set(term, Math.max(wanted.get(term) ?? 0, worth));
  };
  const rarityOf = (count: number): number => idfOf(postings.size, count);
  for (const { weight, terms } of ranking.plan.units)
    for (const [term, share] of terms)
      want(term, weight * share * rarityOf(frequenciesOf(postings, term).docs.length));
  for (const { weight, terms, frequencies } of widened.widenings)
    for (const [term, share] of terms)
      want(term, weight * share * rarityOf(frequencies.docs.length));
  return wanted;
};
