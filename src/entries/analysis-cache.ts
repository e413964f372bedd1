import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What is kept: each is computed from one paper, and from what else its source names, such as the glossary. */
export type Analysis = 'highlights' | 'citations' | 'mentions' | 'exports' | 'twins';

/** Where results are kept from build to build, in files of this process and of others that build beside it. */
export type AnalysisCache = {
  /** What `compute` makes of `source`, which must name everything that the result depends on. */
  readonly remember: <T>(kind: Analysis, source: string, compute: () => T) => T;
  /** Writes what was asked for; what nobody asked for any more is forgotten. */
  readonly save: () => void;
};

type Results = Map<string, unknown>;
type Store = { readonly known: Results; readonly used: Results; isNew: boolean };

/** A short name for a text: equal names mean equal texts. */
export const digestOf = (source: string): string =>
  createHash('sha256').update(source).digest('base64url').slice(0, 22);

/** The results in a file; none when it is damaged, for all of them can be computed. */
const readResults = (path: string): readonly (readonly [string, unknown])[] => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as readonly (readonly [string, unknown])[];
  } catch {
    return [];
  }
};

/** A build of other code beside this one may have removed the folder: nothing is known then. */
const namesIn = (dir: string): readonly string[] => (existsSync(dir) ? readdirSync(dir) : []);

const readStore = (dir: string, kind: Analysis): Store => {
  const files = namesIn(dir).filter((name) => name.startsWith(`${kind}.`));
  const known = new Map(files.flatMap((name) => readResults(join(dir, name))));
  return { known, used: new Map(), isNew: false };
};

/**
 * Opens a folder of results, which belongs to one version of the code.
 * @param part the name of this process among those that build together
 */
export const openAnalysisCache = (dir: string, part: string): AnalysisCache => {
  mkdirSync(dir, { recursive: true });
  const stores = new Map<Analysis, Store>();
  const storeOf = (kind: Analysis): Store => {
    const store = stores.get(kind) ?? readStore(dir, kind);
    stores.set(kind, store);
    return store;
  };
  return {
    remember: <T>(kind: Analysis, source: string, compute: () => T): T => {
      const store = storeOf(kind);
      const key = digestOf(source);
      if (!store.known.has(key)) {
        store.known.set(key, compute());
        store.isNew = true;
      }
      const result = store.known.get(key) as T;
      store.used.set(key, result);
      return result;
    },
    save: () => {
      for (const [kind, { used, isNew }] of stores) {
        if (!isNew) continue;
        const path = join(dir, `${kind}.${part}.json`);
        writeFileSync(`${path}.new`, JSON.stringify([...used]));
        renameSync(`${path}.new`, path);
      }
    },
  };
};

/** What is not kept is computed next time: no reason to lose the site that was built. */
const saveIfPossible = (cache: AnalysisCache): void => {
  try {
    cache.save();
  } catch {
    // a full disk, or a folder that another build removed
  }
};

/** Does some work with the results in a folder, and keeps there what the work asked for. */
export const keepAnalyses = <T>(
  dir: string,
  part: string,
  work: (remember: AnalysisCache['remember']) => T,
): T => {
  const cache = openAnalysisCache(dir, part);
  const done = work(cache.remember);
  saveIfPossible(cache);
  return done;
};

const openFromEnvironment = (): AnalysisCache | undefined => {
  const { ANALYSIS_CACHE, PAGE_SHARE } = process.env;
  if (!ANALYSIS_CACHE) return undefined;
  const cache = openAnalysisCache(ANALYSIS_CACHE, PAGE_SHARE || 'all');
  process.once('exit', () => saveIfPossible(cache));
  return cache;
};

let opened: AnalysisCache | undefined;

/** The same, in the folder that `ANALYSIS_CACHE` names; computes each time where it names none, as in previews. */
export const remember: AnalysisCache['remember'] = (kind, source, compute) => {
  opened ??= openFromEnvironment();
  return opened === undefined ? compute() : opened.remember(kind, source, compute);
};
