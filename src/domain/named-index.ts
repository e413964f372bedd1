import type { Paper } from './paper.ts';
import { pagesOf, prefixToLabel, splitList, titleSteps, type Part } from './partition.ts';

/** What an index lists by name: an author, a venue. */
export type Named = {
  readonly id: string;
  readonly name: string;
  /** by which it stands in the index */
  readonly sortName: string;
  readonly papers: readonly Paper[];
};

/** Those with fewer papers have no page: the index shows their papers beside the name. */
export const MIN_PAPERS = 3;

export const hasPage = ({ papers }: Pick<Named, 'papers'>): boolean => papers.length >= MIN_PAPERS;

/** How much of an index one page shows, in names without papers. */
const MAX_NAMES = 1400;
/** A paper beside a name, its title linked, counts for several names. */
const PAPER_AS_NAMES = 2;

const weigh = (entry: Named): number =>
  hasPage(entry) ? 1 : 1 + PAPER_AS_NAMES * entry.papers.length;

/** An index in parts by the first letters, each light enough for a page. */
export const splitNames = <T extends Named>(entries: readonly T[]): Part<T> =>
  splitList(entries, {
    stepsOf: ({ id, sortName }) => titleSteps({ id, title: sortName }),
    labelOf: prefixToLabel,
    most: MAX_NAMES,
    weigh,
  });

/** The id of a name on the page of the index. */
export const anchorOf = ({ id }: Pick<Named, 'id'>): string => `a-${id}`;

/**
 * Where each name leads, by id: its page, or its place in the index.
 * @param root path of the index, `/authors/`
 */
export const pathsOfNames = <T extends Named>(
  whole: Part<T>,
  root: string,
): ReadonlyMap<string, string> =>
  new Map(
    pagesOf(whole).flatMap(({ name, items }) => {
      const page = name === '' ? root : `${root}by/${name}/`;
      return items.map((entry) => [
        entry.id,
        hasPage(entry) ? `${root}${entry.id}/` : `${page}#${anchorOf(entry)}`,
      ]);
    }),
  );
