import { byText } from './by-text.ts';
import { sortKey } from './sort-key.ts';
import type { ConceptEntry } from './concept-index.ts';
import { isTerm } from './concept-labels.ts';
import { letterOf, splitByTitle, type Part } from './partition.ts';

/** A line of the index: a concept, or another name that says where to look. */
export type IndexTerm = {
  readonly id: string;
  readonly title: string;
  readonly entry: ConceptEntry;
  readonly isAlias: boolean;
};

/** The longest index that one page shows: 500 lines weigh some 10 kB, compressed. */
export const MAX_TERMS = 500;

const beginsLike = (alias: string, name: string): boolean =>
  sortKey(alias).split(' ')[0] === sortKey(name).split(' ')[0];

/** The terms of a concept; another name that would stand beside it leads nowhere. */
const termsOf = (entry: ConceptEntry): readonly IndexTerm[] => {
  const { id, name, aliases = [] } = entry.concept;
  const others = aliases.filter(
    (alias) => isTerm(alias, entry.concept) && !beginsLike(alias, name),
  );
  return [
    { id, title: name, entry, isAlias: false },
    ...others.map((title) => ({ id: `${id} ${title}`, title, entry, isAlias: true })),
  ];
};

/**
 * The lines of an index of concepts from A to Z, split by their beginnings when they are too many for a page.
 * Everyday words, which only searches know, are not among them.
 */
export const indexTerms = (entries: readonly ConceptEntry[], most = MAX_TERMS): Part<IndexTerm> => {
  const terms = entries
    .flatMap(termsOf)
    .map((term) => ({ term, key: sortKey(term.title) }))
    .toSorted((a, b) => byText(a.key, b.key) || byText(a.term.title, b.term.title))
    .map(({ term }) => term);
  return splitByTitle(terms, most);
};

/** Lines under their letters, digits and signs first. */
export const groupByLetter = (
  terms: readonly IndexTerm[],
): readonly (readonly [letter: string, terms: readonly IndexTerm[]])[] => [
  ...Map.groupBy(terms, ({ title }) => letterOf(title)),
];
