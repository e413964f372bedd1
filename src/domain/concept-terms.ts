import { sortKey } from './catalog.ts';
import type { ConceptEntry } from './concept-index.ts';
import { isTerm } from './concept-labels.ts';
import { letterOf } from './partition.ts';

/** A line of the index: a concept, or another name that says where to look. */
export type IndexTerm = {
  readonly text: string;
  readonly entry: ConceptEntry;
  readonly isAlias: boolean;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const beginsLike = (alias: string, name: string): boolean =>
  sortKey(alias).split(' ')[0] === sortKey(name).split(' ')[0];

/** The terms of a concept; another name that would stand beside it leads nowhere. */
const termsOf = (entry: ConceptEntry): readonly IndexTerm[] => {
  const { name, aliases = [] } = entry.concept;
  const others = aliases.filter(
    (alias) => isTerm(alias, entry.concept) && !beginsLike(alias, name),
  );
  return [
    { text: name, entry, isAlias: false },
    ...others.map((text) => ({ text, entry, isAlias: true })),
  ];
};

/**
 * The lines of an index of concepts under their letters, digits and signs first. Everyday words, which only
 * searches know, are not among them.
 */
export const indexTerms = (
  entries: readonly ConceptEntry[],
): readonly (readonly [letter: string, terms: readonly IndexTerm[]])[] => {
  const terms = entries
    .flatMap(termsOf)
    .map((term) => ({ term, key: sortKey(term.text) }))
    .toSorted((a, b) => compare(a.key, b.key) || compare(a.term.text, b.term.text))
    .map(({ term }) => term);
  return [...Map.groupBy(terms, ({ text }) => letterOf(text))];
};
