import { hashText } from './hash-text.ts';
import { isObject } from './is-object.ts';
import { isDay, isText, toLine } from './stored-values.ts';

/** A search that a reader comes back to, with what it found at the last look. */
export type SavedSearch = {
  /** the query part of its address, by which it is known */
  readonly to: string;
  /** one line; empty when it is called by what it searches for */
  readonly name: string;
  /** marks of the papers that it found at the last look; missing until they were counted */
  readonly seen?: string;
  /** the day of the last look, YYYY-MM-DD */
  readonly looked?: string;
  /** how many are new since then, and in which index they were counted: in the same one nothing is to count */
  readonly counted?: Count;
};
export type Count = { readonly index: string; readonly fresh: number };

/** In the order in which they were saved. */
export type SavedSearches = readonly SavedSearch[];

export type SearchEdit = (searches: SavedSearches) => SavedSearches;

/** More than anybody looks through, and as much as a browser has room for. */
export const MAX_SEARCHES = 50;
export const MAX_NAME_LENGTH = 100;
const MAX_ADDRESS_LENGTH = 20_000;
const MAX_INDEX_LENGTH = 2000;

/** Characters of a mark: a hash of 32 bits, by which one new paper in a million is missed. */
const MARK_LENGTH = 7;

const toMark = (id: string): string => hashText(id).toString(36).padStart(MARK_LENGTH, '0');

/** Marks of papers, far shorter than their ids, the same for the same papers. */
export const toMarks = (ids: readonly string[]): string =>
  [...new Set(ids.map(toMark))].toSorted().join('');

const readMarks = (marks: string): ReadonlySet<string> =>
  new Set(marks.match(new RegExp(`.{${MARK_LENGTH}}`, 'gs')));

/** Those papers that were not there at the last look, in the order given; none before the first count. */
export const freshOf = <T extends { readonly id: string }>(
  papers: readonly T[],
  { seen }: Pick<SavedSearch, 'seen'>,
): readonly T[] => {
  if (seen === undefined) return [];
  const known = readMarks(seen);
  return papers.filter(({ id }) => !known.has(toMark(id)));
};

/** A name as it is kept. */
export const toName = (text: string): string => toLine(text).slice(0, MAX_NAME_LENGTH).trim();

/** Puts a search at the end, unless it is there; beyond the most nothing is added. */
export const saveSearch =
  (search: SavedSearch): SearchEdit =>
  (searches) =>
    searches.length >= MAX_SEARCHES || searches.some(({ to }) => to === search.to)
      ? searches
      : [...searches, search];

export const removeSearch =
  (to: string): SearchEdit =>
  (searches) =>
    searches.filter((one) => one.to !== to);

/** Puts back what was removed, where it stood. */
export const restoreSearch =
  (search: SavedSearch, at: number): SearchEdit =>
  (searches) =>
    searches.some(({ to }) => to === search.to)
      ? searches
      : searches.toSpliced(Math.max(0, at), 0, search);

const change =
  (to: string, changed: (search: SavedSearch) => SavedSearch): SearchEdit =>
  (searches) =>
    searches.map((one) => (one.to === to ? changed(one) : one));

export const renameSearch = (to: string, name: string): SearchEdit =>
  change(to, (search) => ({ ...search, name: toName(name) }));

/** What a search found when its reader looked. */
export type Look = { readonly marks: string; readonly day: string; readonly index: string };

/** The reader looks: nothing is new any more. */
export const lookAtSearch = (to: string, { marks, day, index }: Look): SearchEdit =>
  change(to, (search) => ({ ...search, seen: marks, looked: day, counted: { index, fresh: 0 } }));

/** Nobody looks, but it was counted. Before there is anything to compare with, that is what is kept. */
export const countSearch = (
  to: string,
  ids: readonly string[],
  { day, index }: Omit<Look, 'marks'>,
): SearchEdit =>
  change(to, (search) => {
    const { seen = toMarks(ids), looked = day } = search;
    const fresh = freshOf(
      ids.map((id) => ({ id })),
      { seen },
    ).length;
    return { ...search, seen, looked, counted: { index, fresh } };
  });

const VERSION = 1;
const KIND = 'saved searches';

export const writeSearches = (searches: SavedSearches): string =>
  JSON.stringify({ paperlight: KIND, version: VERSION, searches });

const isMarks = (value: unknown): value is string =>
  isText(value) && value.length % MARK_LENGTH === 0 && /^[0-9a-z]*$/.test(value);

const isCount = (value: unknown): value is Count =>
  isObject(value) &&
  isText(value['index']) &&
  value['index'].length <= MAX_INDEX_LENGTH &&
  Number.isSafeInteger(value['fresh']) &&
  Number(value['fresh']) >= 0;

/** Brings the query part of an address to its one form; empty when it asks for nothing. */
export type ToAddress = (query: string) => string;

const readSearch = (value: unknown, toAddress: ToAddress): SavedSearch | undefined => {
  const { to, name, seen, looked, counted } = isObject(value) ? value : {};
  const address = isText(to) && to.length <= MAX_ADDRESS_LENGTH ? toAddress(to) : '';
  if (address === '') return undefined;
  return {
    to: address,
    name: isText(name) ? toName(name) : '',
    ...(isMarks(seen) && { seen }),
    ...(isDay(looked) && { looked }),
    ...(isMarks(seen) && isCount(counted) && { counted: pickCount(counted) }),
  };
};

const pickCount = ({ index, fresh }: Count): Count => ({ index, fresh });

const readAll = (values: readonly unknown[], toAddress: ToAddress) => {
  const found = values.flatMap((value) => readSearch(value, toAddress) ?? []);
  const byAddress = new Map(found.toReversed().map((search) => [search.to, search]));
  const list = found.filter((search) => byAddress.get(search.to) === search);
  return { list: list.slice(0, MAX_SEARCHES), damaged: values.length - found.length };
};

/** Reads what a browser stored, whatever it is. */
export const readSearches = (text: string, toAddress: ToAddress) => {
  const none = { type: 'none' } as const;
  try {
    const stored: unknown = JSON.parse(text);
    const { paperlight, version, searches } = isObject(stored) ? stored : {};
    if (paperlight !== KIND) return none;
    if (typeof version === 'number' && version > VERSION) return { type: 'newer' } as const;
    if (!Array.isArray(searches)) return none;
    return { type: 'list', ...readAll(searches, toAddress) } as const;
  } catch {
    return none;
  }
};
