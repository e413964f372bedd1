import { hashText } from './hash-text.ts';

/** A file of the built site that readers may keep in their browser. */
export type OfflineFile = {
  /** below the site's folder: `papers/index.html` */
  readonly path: string;
  readonly bytes: number;
  /** the first digits of its SHA-256 */
  readonly hash: string;
};

/** What the service worker is told when it is built. */
export type OfflineSite = {
  /** another one whenever a file that may be kept, or the worker, is another */
  readonly version: string;
  /** how many lists of files there are */
  readonly lists: number;
  readonly files: number;
  readonly pages: number;
  readonly bytes: number;
  /** what the worker keeps from the beginning, so that the page for readers without a network works */
  readonly shell: readonly string[];
};

/** Digits of a hash: enough for files that nobody forges. */
export const HASH_DIGITS = 16;

export const OFFLINE_PAGE = 'offline/index.html';

/** Where the worker stands: at the root of the site, for it may answer only for what lies below it. */
export const WORKER_FILE = 'service-worker.js';

const KEPT_AT_ROOT = /^(?:favicon\.svg|icon-[\w-]+\.png|colours\.css|manifest\.webmanifest)$/;
const CODE = /^_astro\//;
const DATA = /^(?!offline-)[\w-]+-data\/./;
const HASHED_DATA = /-[0-9a-f]{16}\.\w+$/;

/**
 * Whether a file of the built site may be kept: pages, and what they are drawn and searched with. What is for
 * other programs is not: exports, feeds, citations, preview images. Nor is the page of wrong addresses, which
 * hosts answer in ways of their own.
 */
export const isOfflineFile = (path: string): boolean =>
  (path.endsWith('.html') && path !== '404.html') ||
  CODE.test(path) ||
  DATA.test(path) ||
  KEPT_AT_ROOT.test(path);

/** Scripts and styles. */
const isCode = (path: string): boolean => CODE.test(path);

/** Whether the name says what is in it, so that no two versions of the site mean different things by it. */
export const isHashedFile = (path: string): boolean =>
  isCode(path) || (DATA.test(path) && HASHED_DATA.test(path));

/** @example addressOfFile('papers/index.html') // 'papers/' */
export const addressOfFile = (path: string): string =>
  encodeURI(path.replace(/(^|\/)index\.html$/, '$1'));

const decode = (address: string): string => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};

/**
 * The file that a host answers with for an address below the site, however it was typed.
 * @example fileOfAddress('papers/'), fileOfAddress('papers') // 'papers/index.html'
 */
export const fileOfAddress = (address: string): string => {
  const path = decode(address);
  if (path === '' || path.endsWith('/')) return `${path}index.html`;
  return /\.[^/]*$/.test(path) ? path : `${path}/index.html`;
};

/** Files a list: a list is read to judge one page, so it stays small however large the site. */
const FILES_A_LIST = 200;

/** How many lists so many files make: one of the code, the others of the rest. */
export const countLists = (files: number): number => 1 + Math.ceil(files / FILES_A_LIST);

/** The list that has a file: 0 is that of the code. */
export const listOf = (path: string, lists: number): number =>
  isCode(path) || lists < 2 ? 0 : 1 + (hashText(path) % (lists - 1));

/** Address of a list below the site. */
export const listAddress = (version: string, list: number): string =>
  `offline-data/${version}-${list}.json`;

type Row = readonly [path: string, bytes: number, hash: string];

/** @example writeList([{ path: 'a', bytes: 1, hash: 'f' }]) // '[["a",1,"f"]]' */
export const writeList = (files: readonly OfflineFile[]): string =>
  JSON.stringify(files.map(({ path, bytes, hash }): Row => [path, bytes, hash]));

const isRow = (value: unknown): value is Row =>
  Array.isArray(value) &&
  typeof value[0] === 'string' &&
  typeof value[1] === 'number' &&
  typeof value[2] === 'string';

/** Reads a list; throws when it is none. */
export const readList = (value: unknown): readonly OfflineFile[] => {
  if (!Array.isArray(value) || !value.every(isRow)) throw new Error('This is no list of files.');
  return value.map(([path, bytes, hash]) => ({ path, bytes, hash }));
};

/** The files in as many lists as `countLists` says, each in the order given. */
export const toLists = (files: readonly OfflineFile[]): readonly (readonly OfflineFile[])[] => {
  const lists: OfflineFile[][] = Array.from({ length: countLists(files.length) }, () => []);
  for (const file of files) lists[listOf(file.path, lists.length)]?.push(file);
  return lists;
};

const folderOf = (path: string): string => path.replace(/[^/]*$/, '');

/**
 * What a version of the site has of the files that readers kept of another one. A file whose name says what
 * is in it has another name there, so all such files of its folder count.
 */
export const filesToRenew = (
  files: readonly OfflineFile[],
  kept: ReadonlySet<string>,
): readonly OfflineFile[] => {
  const folders = new Set([...kept].filter(isHashedFile).map(folderOf));
  return files.filter(
    ({ path }) => kept.has(path) || (isHashedFile(path) && folders.has(folderOf(path))),
  );
};

/** Bytes of all files together. */
export const bytesOf = (files: readonly OfflineFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);
