import type { Catalog } from '../domain/catalog.ts';
import { toNames } from '../search/concepts-payload.ts';
import { ENTRANCE_NAME, searchFilePath, type Entrance } from '../search/entrance.ts';
import type { Names } from '../search/names.ts';
import { toPayload, type SearchPayload } from '../search/payload.ts';
import type { SearchFiles } from '../search/protocol.ts';
import { writeSearchFiles, type HashedFile } from '../search/search-files.ts';
import { loadCatalog } from './catalog.ts';

/** What topics that hold papers, concepts and acronyms are called. */
const namesOf = ({ topics, papersByTopic, concepts }: Catalog, payload: SearchPayload): Names =>
  toNames(
    topics.filter(({ id }) => (papersByTopic.get(id) ?? []).length > 0),
    concepts,
    payload,
  );

/**
 * The browser gets the texts and indexes them on arrival; no index is shipped, for passages need the texts
 * anyway. `npm run bench:search-files` on Node 24 says (gzip; time to be ready on one core; memory held):
 *
 *     119 papers      titles and filters 5.3 kB, texts 53.9 kB:  0.1 s to index, 4 MB
 *                     saved index 56.7 kB more: 0.05 s to load, 4 MB
 *     10,000 papers   titles and filters 319 kB, texts 3.5 MB: 8.9 s to index, 82 MB
 *                     saved index 2.8 MB more: 0.9 s to load, 82 MB
 *
 * The texts of a small collection are packed, the names with them: 41.9 kB instead of 63.7 kB, and about half a
 * second to unpack, after titles can be searched.
 *
 * At 1.6 Mbit/s the index of 10,000 papers takes 14 s to arrive, longer than to make it, and its worker
 * makes it while the page stays free. Titles have a file of their own, so they can be searched meanwhile.
 */
const writeFiles = async () => {
  const catalog = await loadCatalog();
  const payload = toPayload(catalog.papers);
  // to pack takes a second, which nobody who previews wants to wait
  return writeSearchFiles(payload, namesOf(catalog, payload), { mayPack: !import.meta.env.DEV });
};

let written: ReturnType<typeof writeFiles> | undefined;

/** Once a build, and anew for each request of a preview. */
const currentFiles = () => (import.meta.env.DEV ? writeFiles() : (written ??= writeFiles()));

const pathOf = ({ name }: HashedFile): string => searchFilePath(import.meta.env.BASE_URL, name);

/** All files of the search. */
export const allSearchFiles = async (): Promise<readonly HashedFile[]> => {
  const { index, texts, names } = await currentFiles();
  const entrance: Entrance = { index: pathOf(index), names: pathOf(names) };
  return [index, texts, names, { name: ENTRANCE_NAME, body: JSON.stringify(entrance) }];
};

/** Where the search begins: the page hands it on to the element. */
export const searchFiles = async (): Promise<SearchFiles> => ({
  index: pathOf((await currentFiles()).index),
});
