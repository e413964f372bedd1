import { ENTRANCE_NAME, readEntrance, readNames } from '../search/entrance.ts';
import { readIndexFile } from '../search/index-file.ts';
import {
  isPacked,
  readRest,
  readTextsFile,
  unpackRest,
  type Rest,
} from '../search/search-files.ts';
import { createInSteps, type SearchSession } from '../search/search-session.ts';
import { takeSteps } from './take-steps.ts';

export type Get = (address: URL, init?: RequestInit) => Promise<Response>;

/** A collection of which the titles are there, and the way to the rest. */
export type Loaded = {
  readonly titles: SearchSession;
  /** tries again when it failed before */
  readonly complete: () => Promise<SearchSession>;
};

/** A second attempt follows so soon: long enough for a server that was just being restarted. */
const RETRY_MS = 400;

class MissingFile extends Error {}

/** Makes something of a file that came; throws when it is not whole. */
type Parse = (response: Response) => Promise<unknown>;

const parseJson: Parse = async (response) => JSON.parse(await response.text()) as unknown;

const read = async (response: Response, parse: Parse): Promise<unknown> => {
  if (response.status === 404 || response.status === 410)
    throw new MissingFile('A file of the search is gone: the site may have been renewed.');
  if (!response.ok) throw new Error(`A file of the search did not come (${response.status}).`);
  try {
    return await parse(response);
  } catch {
    throw new Error('A file of the search arrived incomplete.');
  }
};

/** Loads a file; what did not arrive whole is fetched once more, past the caches that may hold the half. */
const fetchFile = async (get: Get, address: URL, parse = parseJson): Promise<unknown> => {
  try {
    return await read(await get(address), parse);
  } catch (error) {
    if (error instanceof MissingFile) throw error;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    return read(await get(address, { cache: 'reload' }), parse);
  }
};

/** The index that the site has now, if it is another than the one asked for. */
const findNewer = async (get: Get, address: URL): Promise<URL | undefined> => {
  const response = await get(new URL(ENTRANCE_NAME, address), { cache: 'no-cache' });
  const newer = new URL(readEntrance(await read(response, parseJson)).index, address);
  return newer.href === address.href ? undefined : newer;
};

/** Loads from an address; where files are gone, for the page is older than the site, from the present one. */
const orNewer = async <T>(
  get: Get,
  address: URL,
  load: (address: URL) => Promise<T>,
): Promise<T> => {
  try {
    return await load(address);
  } catch (error) {
    // when that fails, too, the first failure says more
    const newer = await findNewer(get, address).catch(() => undefined);
    if (newer === undefined) throw error;
    return load(newer);
  }
};

const fetchIndex = async (get: Get, address: URL) => ({
  address,
  ...readIndexFile(await fetchFile(get, address)),
});
type Index = Awaited<ReturnType<typeof fetchIndex>>;

/** Unpacks only after `titles`: what can be searched first comes first. */
const fetchPacked = (
  get: Get,
  { address, papers, texts }: Index,
  titles: Promise<unknown>,
): Promise<unknown> =>
  fetchFile(get, new URL(texts, address), async (response) => {
    const packed = new Uint8Array(await response.arrayBuffer());
    await titles;
    return takeSteps(unpackRest(packed, papers));
  });

const fetchRest = async (get: Get, index: Index, titles: Promise<unknown>): Promise<Rest> => {
  const { address, papers, texts, names } = index;
  if (isPacked(texts)) return readRest(await fetchPacked(get, index, titles), papers);
  const [textsFile, namesFile] = await Promise.all(
    [texts, names].map((name) => fetchFile(get, new URL(name, address))),
  );
  return { ...readTextsFile(textsFile, papers), names: readNames(namesFile) };
};

/** Texts and names of an index, or, where they are gone, a whole newer collection. */
const fetchWhole = (get: Get, index: Index, titles: Promise<unknown>) =>
  orNewer(get, index.address, async (address) => {
    const isSame = address.href === index.address.href;
    const { papers, ...files } = isSame ? index : await fetchIndex(get, address);
    return { papers, ...(await fetchRest(get, { papers, ...files }, titles)) };
  });

/** Loads what is needed to search titles, and begins to load the rest. */
export const loadCollection = async (get: Get, address: URL): Promise<Loaded> => {
  const index = await orNewer(get, address, (one) => fetchIndex(get, one));
  const titles = takeSteps(createInSteps({ papers: index.papers }));
  const begin = () => {
    const fetching = fetchWhole(get, index, titles);
    // whoever asks for the whole is told
    fetching.catch(() => {
      begun = undefined;
    });
    return fetching;
  };
  let begun: ReturnType<typeof begin> | undefined = begin();
  return {
    titles: await titles,
    complete: async () => {
      const { names, ...payload } = await (begun ??= begin());
      return takeSteps(createInSteps(payload, names));
    },
  };
};
