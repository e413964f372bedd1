import { withBase } from '../domain/urls.ts';
import { toPayload } from '../search/payload.ts';
import type { SearchFiles } from '../search/protocol.ts';
import { writeSearchFiles, type HashedFile } from '../search/search-files.ts';
import { loadCatalog } from './catalog.ts';

/**
 * The browser gets the texts and indexes them on arrival; no index is shipped. Measured by
 * `npm run bench:search-files`: FIGURES
 */
const writeFiles = async () => writeSearchFiles(toPayload((await loadCatalog()).papers));

let written: ReturnType<typeof writeFiles> | undefined;

/** Once a build, and anew for each request of a preview. */
const currentFiles = () => (import.meta.env.DEV ? writeFiles() : (written ??= writeFiles()));

/** All files of the search. */
export const allSearchFiles = async (): Promise<readonly HashedFile[]> => {
  const { index, texts } = await currentFiles();
  return [index, texts];
};

/** Where the search begins: the page hands it on to the element. */
export const searchFiles = async (): Promise<SearchFiles> => {
  const { index } = await currentFiles();
  return { index: withBase(import.meta.env.BASE_URL, `/search-data/${index.name}`) };
};
