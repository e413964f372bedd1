import { foldTitle } from './paper-key.ts';
import type { Author } from './paper.ts';

/** What tells papers apart that have no identifier in common. */
export type PaperMark = {
  /** folded */
  readonly title: string;
  /** family name of the first author, folded; missing when no author is known */
  readonly family?: string | undefined;
  /** missing when no date is known */
  readonly year?: number | undefined;
};

const SUFFIX = /,?\s+(?:jr\.?|sr\.?|ii|iii|iv)$/i;

/**
 * The family name of a name that has its given name first, or last after a comma: its last word, folded, for
 * sources do not agree on what belongs to it.
 * @example foldFamily('Ludwig van Beethoven'), foldFamily('van Beethoven, Ludwig') // 'beethoven'
 */
export const foldFamily = (name: string): string => {
  const [family = ''] = name.replace(SUFFIX, '').split(',');
  const plain = family.normalize('NFKD').toLowerCase();
  const word = plain.trim().split(/\s+/).at(-1) ?? '';
  return word.replace(/[^\p{L}\p{N}]+/gu, '');
};

/** The year that a date begins with. */
const toYear = (date: string | undefined): number | undefined =>
  date === undefined ? undefined : Number(date.slice(0, 4));

export const markOf = (paper: {
  readonly title: string;
  readonly authors?: readonly Author[] | undefined;
  readonly date?: string | undefined;
}): PaperMark => {
  const family = foldFamily(paper.authors?.[0]?.name ?? '');
  return {
    title: foldTitle(paper.title),
    family: family === '' ? undefined : family,
    year: toYear(paper.date),
  };
};

/** Papers of one work appear in the same year or in years that follow each other. */
export const areYearsNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1;

const pairsOf = (text: string): readonly string[] => {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
};

/** Share of neighbouring letters that two texts have in common, from 0 to 1. */
const likeness = (a: string, b: string): number => {
  const [pairs, others] = [pairsOf(a), pairsOf(b)];
  if (pairs.length + others.length === 0) return a === b ? 1 : 0;
  const left = new Map<string, number>();
  for (const pair of pairs) left.set(pair, (left.get(pair) ?? 0) + 1);
  const shared = others.filter((pair) => {
    const count = left.get(pair) ?? 0;
    left.set(pair, count - 1);
    return count > 0;
  });
  return (2 * shared.length) / (pairs.length + others.length);
};

/** Titles of unlike papers have a third of their letter pairs in common, those of versions most of them. */
const ALIKE = 0.5;

/** Whether two folded titles may be those of one work: one was cut off or somewhat reworded. */
export const areTitlesAlike = (a: string, b: string): boolean =>
  a.includes(b) || b.includes(a) || likeness(a, b) >= ALIKE;
