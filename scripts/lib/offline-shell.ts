import { posix } from 'node:path';
import { addressOfFile, OFFLINE_PAGE } from '../../src/domain/offline-files.ts';

/** A built site as the search for what a page needs sees it. */
export type BuiltFiles = {
  /** files that may be kept */
  readonly paths: readonly string[];
  /** slashes at both ends */
  readonly base: string;
  readonly read: (path: string) => string;
};

/** What announces a new version: its code is loaded on demand, when the site may have it no more. */
const ANNOUNCEMENT = /^_astro\/update-notice[.-]/;
/** Files that say by which names the data of a version go. */
const ENTRANCE = /-data\/index\.json$/;

const STATIC_IMPORT = /\b(?:from|import)\s*["'](\.[^"']+)["']/g;

const importsOf = (path: string, code: string): readonly string[] =>
  [...code.matchAll(STATIC_IMPORT)].map(([, name = '']) => posix.join(posix.dirname(path), name));

const namedBy = (page: string, { paths, base }: BuiltFiles): readonly string[] =>
  paths.filter(
    (path) => page.includes(`"${base}${addressOfFile(path)}"`) && !path.endsWith('.html'),
  );

/**
 * What the service worker keeps from the beginning: the page for readers without a network with all it loads,
 * what announces a new version, and the entrances to the data, which every page of a version must share.
 */
export const findShell = (files: BuiltFiles): readonly string[] => {
  const page = files.read(OFFLINE_PAGE);
  const found = new Set([
    OFFLINE_PAGE,
    ...namedBy(page, files),
    ...files.paths.filter((path) => ANNOUNCEMENT.test(path) || ENTRANCE.test(path)),
  ]);
  // a set hands out what is added on the way
  for (const path of found)
    if (path.endsWith('.js'))
      for (const other of importsOf(path, files.read(path))) found.add(other);
  return [...found].toSorted();
};
