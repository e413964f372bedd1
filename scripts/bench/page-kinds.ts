import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A page of a built site that stands for its kind. */
export type Page = {
  readonly kind: string;
  /** below the site's root, without a slash in front; with a query where the kind is a state */
  readonly path: string;
  /** search engines are asked to leave it out */
  readonly isUnlisted: boolean;
};

/** Folders whose pages are of one kind, and what the kind is called. */
const FOLDERS = {
  topics: 'topic',
  papers: 'paper',
  concepts: 'concept',
  authors: 'author',
  venues: 'venue',
  years: 'year',
  digest: 'digest of a day',
} as const;

const PLAIN = [
  ['home', ''],
  ...Object.keys(FOLDERS).map((folder) => [folder, `${folder}/`] as const),
  ['search', 'search/'],
  ['search with results', 'search/?q=model'],
  ['map', 'map/'],
  ['reading list', 'list/'],
  ['comparison', 'compare/'],
  ['data', 'data/'],
  ['feeds', 'feeds/'],
  ['changes', 'changes/'],
  ['subscribe', 'digest/subscribe/'],
  ['offline', 'offline/'],
  ['about', 'about/'],
  ['not found', '404.html'],
] as const;

const fileOf = (dir: string, path: string): string => {
  const [plain = ''] = path.split('?');
  return join(dir, plain === '' || plain.endsWith('/') ? join(plain, 'index.html') : plain);
};

/** The largest page directly below a folder: what is hard on a kind is hard on that one. */
const largestBelow = (dir: string, folder: string): string | undefined => {
  const parent = join(dir, folder);
  const names = existsSync(parent) ? readdirSync(parent).toSorted() : [];
  const sizes = names
    .filter((name) => name !== 'by' && existsSync(join(parent, name, 'index.html')))
    .map((name) => ({ name, size: statSync(join(parent, name, 'index.html')).size }));
  const [largest] = sizes.toSorted((a, b) => b.size - a.size);
  return largest === undefined ? undefined : `${folder}/${largest.name}/`;
};

/** One page of each kind that a built site has. */
export const pagesOfSite = (dir: string): readonly Page[] => {
  const below = Object.entries(FOLDERS).flatMap(([folder, kind]) => {
    const path = largestBelow(dir, folder);
    return path === undefined ? [] : [[kind, path] as const];
  });
  return [...PLAIN, ...below]
    .filter(([, path]) => existsSync(fileOf(dir, path)))
    .map(([kind, path]) => ({
      kind,
      path,
      isUnlisted: /<meta name="robots" content="[^"]*noindex/.test(
        readFileSync(fileOf(dir, path), 'utf8'),
      ),
    }));
};
