import { isObject } from './is-object.ts';
import type { Catalog } from './catalog.ts';
import { isId } from './ids.ts';
import { withBase } from './urls.ts';

/**
 * What a reading list needs besides the titles that the search has: what became of papers that it may still
 * name, and where the terms are from which more papers are suggested. Its address never changes.
 */
export type ListEntrance = {
  /** site path of the file of terms, base included */
  readonly terms: string;
  /** former id to the id of today */
  readonly moved: Readonly<Record<string, string>>;
  /** id of a withdrawn paper to the reason */
  readonly withdrawn: Readonly<Record<string, string>>;
};

export const LIST_ENTRANCE_NAME = 'index.json';

/** Address of a file for reading lists. */
export const listFilePath = (base: string, name: string): string =>
  withBase(base, `/list-data/${name}`);

export const toListEntrance = (
  { redirects, withdrawn }: Pick<Catalog, 'redirects' | 'withdrawn'>,
  terms: string,
): ListEntrance => ({
  terms,
  moved: Object.fromEntries(redirects),
  withdrawn: Object.fromEntries(withdrawn.map((paper) => [paper.id, paper.withdrawn ?? ''])),
});

/** The members that are texts under an id. */
const readTexts = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).filter(
      (entry): entry is [string, string] => isId(entry[0]) && typeof entry[1] === 'string',
    ),
  );

/** Reads the entrance; throws when it is none. */
export const readListEntrance = (value: unknown): ListEntrance => {
  const { terms, moved, withdrawn } = isObject(value) ? value : {};
  if (typeof terms !== 'string') throw new Error('The file for reading lists names no terms.');
  return { terms, moved: readTexts(moved), withdrawn: readTexts(withdrawn) };
};
