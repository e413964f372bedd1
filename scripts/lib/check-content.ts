import { relative } from 'node:path';
import type { Collection } from '../../src/domain/catalog.ts';
import { checkCollection } from '../../src/domain/check-collection.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { loadCollection, type LoadedEntries } from '../../src/entries/entry-files.ts';
import { callerDir } from './cli.ts';

/** A content folder and everything that is wrong with it. */
export type CheckedContent = {
  readonly problems: readonly Problem[];
  /** what could be read; undefined when there are no settings */
  readonly collection: Collection | undefined;
  readonly counts: { readonly papers: number; readonly topics: number };
};

/** A path as the caller would type it: relative when it is below the caller's folder. */
export const shownPath = (path: string): string => {
  const way = relative(callerDir(), path);
  return way === '' ? '.' : way.startsWith('..') ? path : way;
};

const entriesOf = <T>({ entries }: LoadedEntries<T>): readonly T[] =>
  entries.map(({ entry }) => entry);

/** Reads and judges a content folder: each entry by itself, then all of them together. */
export const checkContent = async (contentDir: string): Promise<CheckedContent> => {
  const shownAs = shownPath(contentDir);
  const loaded = await loadCollection(contentDir, shownAs);
  const { collection, papers, topics, concepts, problems } = loaded;
  const parts = {
    site: collection?.site,
    papers: entriesOf(papers),
    topics: entriesOf(topics),
    concepts: entriesOf(concepts),
  };
  const broken = { papers: papers.broken, topics: topics.broken, concepts: concepts.broken };
  return {
    problems: [...problems, ...checkCollection(parts, { shownAs, broken })],
    collection,
    counts: { papers: parts.papers.length, topics: parts.topics.length },
  };
};
