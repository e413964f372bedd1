import { addressOfFile, bytesOf, type OfflineFile } from '../domain/offline-files.ts';
import type {
  Keeping,
  KeptPage,
  OfflineAmount,
  OfflineStatus,
} from '../domain/offline-protocol.ts';
import { titleOfPage } from '../domain/page-title.ts';
import { findCopy, pathsIn } from './copies.ts';
import { readKeeping } from './keep.ts';
import { findFile } from './lists.ts';
import { readNote } from './notes.ts';
import { SITE } from './site.ts';

/** What the reader is told of what is kept. */

/** More would be a list that nobody reads. */
const LONGEST = 100;

const describePage = async (path: string): Promise<KeptPage> => {
  const html = await (await findCopy(path))?.text();
  return { address: addressOfFile(path), title: titleOfPage(html ?? '') ?? path };
};

const filesAt = async (paths: readonly string[]): Promise<readonly OfflineFile[]> =>
  (await Promise.all(paths.map(findFile))).filter((file) => file !== undefined);

const pathsOf = async (keeping: Keeping): Promise<readonly string[]> => [
  ...new Set([...(await pathsIn('visited')), ...(keeping === 'no' ? [] : await pathsIn('whole'))]),
];

const isPage = (path: string): boolean => path.endsWith('.html');

const amountOf = async (paths: readonly string[]): Promise<OfflineAmount> => ({
  files: paths.length,
  pages: paths.filter(isPage).length,
  bytes: bytesOf(await filesAt(paths)),
});

export const readStatus = async (): Promise<OfflineStatus> => {
  const { files, pages, bytes } = SITE;
  const whole = { files, pages, bytes };
  const keeping = await readKeeping();
  const isCramped = (await readNote('coming')) === undefined;
  if (keeping === 'whole') return { keeping, whole, kept: whole, pages: [], isCramped };
  const paths = await pathsOf(keeping);
  const shown = paths.filter(isPage).slice(0, LONGEST);
  return {
    keeping,
    whole,
    kept: await amountOf(paths),
    pages: await Promise.all(shown.map(describePage)),
    isCramped,
  };
};
