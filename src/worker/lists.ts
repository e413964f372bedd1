import { listAddress, listOf, readList, type OfflineFile } from '../domain/offline-files.ts';
import { Failure } from './failure.ts';
import { openRoom, SITE, urlOf } from './site.ts';

/** The lists of the files of this version, which say what belongs to it by the hash of each. */

type List = ReadonlyMap<string, OfflineFile>;

const toList = (value: unknown): List =>
  new Map(readList(value).map((file) => [file.path, file] as const));

const fetchList = async (address: string): Promise<Response> => {
  const response = await fetch(address).catch((error: unknown) => {
    throw new Failure('network', error);
  });
  // only its own version of the site has the list
  if (!response.ok) throw new Failure(response.status < 500 ? 'renewed' : 'network');
  return response;
};

const readKeptList = async (list: number): Promise<List> => {
  const address = urlOf(listAddress(SITE.version, list));
  const shell = await openRoom('shell');
  const kept = await shell.match(address);
  if (kept !== undefined) return toList(await kept.json());
  const response = await fetchList(address);
  const copy = response.clone();
  const read = toList(await response.json());
  // where there is no room it is read again next time
  await shell.put(address, copy).catch(() => undefined);
  return read;
};

const loaded = new Map<number, Promise<List>>();

const loadList = (list: number): Promise<List> => {
  const known = loaded.get(list);
  if (known !== undefined) return known;
  const loading = readKeptList(list);
  loading.catch(() => loaded.delete(list));
  loaded.set(list, loading);
  return loading;
};

/** What this version has under a path; throws when its list does not come. */
export const findFile = async (path: string): Promise<OfflineFile | undefined> =>
  (await loadList(listOf(path, SITE.lists))).get(path);

/** Scripts and styles. */
export const codeFiles = async (): Promise<readonly OfflineFile[]> => [
  ...(await loadList(0)).values(),
];

/** All files of this version. */
export const allFiles = async (): Promise<readonly OfflineFile[]> => {
  const lists = await Promise.all(Array.from({ length: SITE.lists }, (_, list) => loadList(list)));
  return lists.flatMap((list) => [...list.values()]);
};
