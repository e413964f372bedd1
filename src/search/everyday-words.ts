import { termOf } from './analyze.ts';

/**
 * Plain words that people use for one another. Names in everyday words are recognised by any of them; papers
 * are still ranked by the words typed.
 */
const ALIKE: readonly (readonly string[])[] = [
  ['model', 'network', 'net'],
  ['picture', 'image', 'photo', 'photograph'],
  ['phone', 'smartphone', 'mobile', 'cellphone'],
  ['computer', 'machine', 'pc', 'laptop', 'desktop'],
  ['chip', 'processor'],
  ['big', 'large', 'huge', 'giant', 'enormous'],
  ['small', 'little', 'tiny'],
  ['fast', 'quick', 'rapid', 'faster', 'quicker'],
  ['cheap', 'inexpensive', 'affordable', 'cheaper'],
  ['many', 'lots', 'several', 'multiple'],
  ['train', 'learn', 'teach'],
  ['shrink', 'squeeze', 'slim'],
  ['car', 'vehicle'],
  ['doctor', 'physician', 'clinician'],
  ['mistake', 'error', 'bug', 'fault'],
  ['wrong', 'incorrect', 'faulty'],
  ['talk', 'speak', 'chat'],
  ['house', 'home', 'household'],
];

const firstOf = new Map(
  ALIKE.flatMap(([first = '', ...others]) =>
    others.map((word) => [termOf(word), termOf(first)] as const),
  ),
);

/** The index term that stands for all that are used alike; for most, the term itself. */
export const toEveryday = (term: string): string => firstOf.get(term) ?? term;
