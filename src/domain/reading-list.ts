import { isId } from './ids.ts';
import { isObject } from './is-object.ts';
import { isDay, isText, toLine } from './stored-values.ts';

/** A paper that a reader keeps, with what the reader made of it. */
export type ListItem = {
  readonly id: string;
  /** as it was when kept, so that the list reads on when the paper is gone; empty when nobody knows */
  readonly title: string;
  /** may have several lines */
  readonly note: string;
  /** each once */
  readonly tags: readonly string[];
  readonly isRead: boolean;
  /** the day it was kept, YYYY-MM-DD */
  readonly added?: string;
};

/** Papers in the reader's own order, each once. */
export type ReadingList = readonly ListItem[];

/** What a list is changed by. */
export type ListEdit = (list: ReadingList) => ReadingList;

/** An item of a paper of which only this is known. */
export const newItem = (id: string, title = '', added?: string): ListItem => ({
  id,
  title: toLine(title),
  note: '',
  tags: [],
  isRead: false,
  ...(isDay(added) && { added }),
});

/** Lines without control characters, none empty at either end. */
export const toNote = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .trim();

/** Tags as they are kept: each one line, without commas, once, none empty. */
export const toTags = (tags: readonly string[]): readonly string[] => [
  ...new Set(tags.flatMap((tag) => tag.split(',').map(toLine)).filter((tag) => tag !== '')),
];

/** Puts a paper at the end, unless the list has it. */
export const addItem =
  (item: ListItem): ListEdit =>
  (list) =>
    list.some(({ id }) => id === item.id) ? list : [...list, item];

export const removeItem =
  (id: string): ListEdit =>
  (list) =>
    list.filter((item) => item.id !== id);

/** Puts back what was removed, where it stood. */
export const restoreItem =
  (item: ListItem, at: number): ListEdit =>
  (list) =>
    list.some(({ id }) => id === item.id) ? list : list.toSpliced(Math.max(0, at), 0, item);

const linesOf = (note: string): readonly string[] =>
  note.split('\n').filter((line) => line.trim() !== '');

/** All lines of both: what the second adds comes below. */
const mergeNotes = (a: string, b: string): string => {
  if (a === '') return b;
  const known = new Set(linesOf(a));
  const fresh = linesOf(b).filter((line) => !known.has(line));
  return [a, ...fresh].join('\n');
};

/** Two accounts of one paper as one that loses nothing: the lines and tags of both, read if one says so. */
export const mergeItems = (a: ListItem, b: ListItem): ListItem => {
  const [added] = [a.added, b.added].filter((day) => day !== undefined).sort();
  return {
    id: a.id,
    title: a.title || b.title,
    note: mergeNotes(a.note, b.note),
    tags: toTags([...a.tags, ...b.tags]),
    isRead: a.isRead || b.isRead,
    ...(added !== undefined && { added }),
  };
};

/** A list of whatever items: those of one paper become one, in the first one's place. */
export const uniteItems = (items: readonly ListItem[]): ReadingList => {
  const byId = new Map<string, ListItem>();
  for (const item of items) {
    const known = byId.get(item.id);
    byId.set(item.id, known === undefined ? item : mergeItems(known, item));
  }
  return [...byId.values()];
};

/** The form in which lists are stored and saved to files. */
const LIST_VERSION = 1;
const LIST_NAME = 'reading list';

export const writeList = (list: ReadingList): string =>
  JSON.stringify({ paperlight: LIST_NAME, version: LIST_VERSION, items: list });

/** What a stored or imported value is. */
export type ListReading =
  | {
      readonly type: 'list';
      readonly list: ReadingList;
      /** entries that are none, or that hold what cannot be kept */
      readonly damaged: number;
    }
  /** written by a later version of the site */
  | { readonly type: 'newer' }
  | { readonly type: 'none' };

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(isText);

/** What is in a field, or something else where it is not there or not of its kind. */
const take = <T, U>(value: unknown, isKind: (value: unknown) => value is T, otherwise: U): T | U =>
  isKind(value) ? value : otherwise;

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

const FIELDS = { title: isText, note: isText, tags: isTexts, isRead: isBoolean, added: isDay };

/** Whether every field that is there is of its kind. */
const isWhole = (value: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(FIELDS).every(
    ([name, isKind]) => value[name] === undefined || isKind(value[name]),
  );

const readItem = (value: unknown): ListItem | undefined => {
  const { id, title, note, tags, isRead, added } = isObject(value) ? value : {};
  if (!isId(id)) return undefined;
  return {
    ...newItem(id, take(title, isText, ''), take(added, isDay, undefined)),
    note: toNote(take(note, isText, '')),
    tags: toTags(take(tags, isTexts, [])),
    isRead: take(isRead, isBoolean, false),
  };
};

const readItems = (values: readonly unknown[]): ListReading => {
  const items = values.map(readItem);
  const isSound = (value: unknown, at: number): boolean =>
    items[at] !== undefined && isObject(value) && isWhole(value);
  return {
    type: 'list',
    list: uniteItems(items.filter((item) => item !== undefined)),
    damaged: values.length - values.filter(isSound).length,
  };
};

/**
 * Reads what a browser stored or a reader brings, whatever it is. A bare list of objects with ids will do, such
 * as CSL-JSON, whose keys are the ids of papers.
 */
export const readList = (value: unknown): ListReading => {
  if (Array.isArray(value)) return readItems(value);
  const { paperlight, version, items } = isObject(value) ? value : {};
  if (paperlight !== LIST_NAME) return { type: 'none' };
  if (typeof version === 'number' && version > LIST_VERSION) return { type: 'newer' };
  return Array.isArray(items) ? readItems(items) : { type: 'none' };
};

/** Reads the text of a stored or imported list. */
export const readListText = (text: string): ListReading => {
  try {
    return readList(JSON.parse(text));
  } catch {
    return { type: 'none' };
  }
};
