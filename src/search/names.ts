import { sortKey } from '../domain/sort-key.ts';
import { stemWord } from '../domain/stem-word.ts';
import type { SearchAcronym, SearchConcept } from './concepts.ts';

type Named = { readonly name: string; readonly aliases?: readonly string[] | undefined };

/** What readers may look for by name, besides papers. */
export type Names = {
  readonly topics: readonly (Named & { readonly id: string })[];
  readonly concepts: readonly SearchConcept[];
  /** those that papers define, besides the concepts' */
  readonly acronyms?: readonly SearchAcronym[] | undefined;
};

/** A text as it is compared: words without case, accents and punctuation. */
type Words = {
  readonly key: string;
  readonly glued: string;
  readonly words: readonly string[];
  readonly stems: readonly string[];
};

/** Entries with their labels, taken apart once: the names are looked through at every key. */
export type NameIndex<T extends Named> = readonly {
  readonly entry: T;
  readonly labels: readonly Words[];
}[];

/** An entry that matches; `alias` is the label that matches, unless it is the name. */
export type NameMatch<T extends Named> = { readonly entry: T; readonly alias?: string };

const toWords = (text: string): Words => {
  const key = sortKey(text);
  const words = key.split(' ');
  return { key, glued: words.join(''), words, stems: words.map(stemWord) };
};

const labelsOf = ({ name, aliases = [] }: Named): readonly string[] => [name, ...aliases];

export const indexNames = <T extends Named>(entries: readonly T[]): NameIndex<T> =>
  entries.map((entry) => ({ entry, labels: labelsOf(entry).map(toWords) }));

const SAME = 4;
const BEGINS = 3;
const HAS_WORDS = 2;
/** what was typed says the label and more */
const IS_SAID = 1;

const hasWord = ({ words, stems }: Words, word: string, stem: string): boolean =>
  stems.includes(stem) || words.some((one) => one.startsWith(word));

const hasWords = (label: Words, { words, stems }: Words): boolean =>
  words.every((word, at) => hasWord(label, word, stems[at] ?? ''));

/** How well a label answers what was typed, or 0. */
const scoreOf = (label: Words, typed: Words): number => {
  if (label.glued === typed.glued) return SAME;
  if (label.glued.startsWith(typed.glued)) return BEGINS;
  if (hasWords(label, typed)) return HAS_WORDS;
  return ` ${typed.key} `.includes(` ${label.key} `) ? IS_SAID : 0;
};

type Scored<T extends Named> = NameMatch<T> & { readonly score: number };

/** The first of the labels that answer best: the name comes before the aliases. */
const scoreEntry = <T extends Named>(
  { entry, labels }: NameIndex<T>[number],
  typed: Words,
): Scored<T> => {
  const scores = labels.map((label) => scoreOf(label, typed));
  const score = Math.max(...scores);
  const at = scores.indexOf(score);
  return { entry, score, ...(at > 0 && { alias: labelsOf(entry)[at] }) };
};

const byScore = (a: Scored<Named>, b: Scored<Named>): number =>
  b.score - a.score ||
  Number('alias' in a) - Number('alias' in b) ||
  a.entry.name.length - b.entry.name.length ||
  (a.entry.name < b.entry.name ? -1 : 1);

/**
 * The entries of which a label is typed, begins as typed, has all words typed, or stands among them; the best
 * first. Inflection, case, accents, hyphens and spaces make no difference.
 */
export const matchNames = <T extends Named>(
  text: string,
  index: NameIndex<T>,
  most: number,
): readonly NameMatch<T>[] => {
  const typed = toWords(text);
  if (typed.key === '') return [];
  return index
    .map((entry) => scoreEntry(entry, typed))
    .filter(({ score }) => score > 0)
    .toSorted(byScore)
    .slice(0, most)
    .map(({ entry, alias }) => (alias === undefined ? { entry } : { entry, alias }));
};
