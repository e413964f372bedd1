import { isObject } from '../domain/is-object.ts';
import { withBase } from '../domain/urls.ts';
import type { Names } from './names.ts';

/**
 * The one search file whose name never changes. It names the hashed files of the present build, so a page of
 * an earlier build finds its way, and no page changes when a paper does.
 */
export type Entrance = {
  /** as in `SearchFiles` */
  readonly index: string;
  /** file of the names of topics and concepts */
  readonly names: string;
};

export const ENTRANCE_NAME = 'index.json';

/** Address of a search file. */
export const searchFilePath = (base: string, name: string): string =>
  withBase(base, `/search-data/${name}`);

/** Reads the entrance; throws when it is none. */
export const readEntrance = (value: unknown): Entrance => {
  const { index, names } = isObject(value) ? value : {};
  if (typeof index !== 'string' || typeof names !== 'string')
    throw new Error('The search file names no files.');
  return { index, names };
};

/** Reads a file of names; throws when it is none. */
export const readNames = (value: unknown): Names => {
  const { topics, concepts, acronyms } = isObject(value) ? value : {};
  const areNames = Array.isArray(topics) && Array.isArray(concepts);
  if (!areNames || !(acronyms === undefined || Array.isArray(acronyms)))
    throw new Error('The search file holds no names.');
  return { topics, concepts, acronyms };
};
