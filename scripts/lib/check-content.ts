import type { Collection } from '../../src/domain/catalog.ts';
import { checkCollection } from '../../src/domain/check-collection.ts';
import { checkMapIds } from '../../src/domain/map-check.ts';
import { MAP_FILE } from '../../src/domain/map-file.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { loadCollection } from '../../src/entries/entry-files.ts';
import { loadLedger } from '../../src/entries/ledger.ts';
import { loadLinksFile } from '../../src/entries/links-file.ts';
import { loadMapFile } from '../../src/entries/map-file.ts';
import { shownPath } from './cli.ts';
import { checkGenerator } from './own-version.ts';
import { addLines } from './problem-lines.ts';

/** A content folder and everything that is wrong with it. */
export type CheckedContent = {
  readonly problems: readonly Problem[];
  /** what could be read; undefined when there are no settings */
  readonly collection: Collection | undefined;
  readonly counts: { readonly papers: number; readonly topics: number };
};

/** Reads and judges a content folder: each entry by itself, then all of them together. */
export const checkContent = async (contentDir: string): Promise<CheckedContent> => {
  const shownAs = shownPath(contentDir);
  const { collection, lists, broken, problems } = await loadCollection(contentDir, shownAs);
  const ledger = await loadLedger(contentDir, shownAs);
  const together = checkCollection(
    { ...lists, site: collection?.site },
    { shownAs, broken, ledgerIds: ledger.lines.map(({ id }) => id) },
  );
  const map = await loadMapFile({ path: contentDir, shownAs });
  const known = [...lists.papers, ...broken.papers.map((id) => ({ id }))];
  const unknown = checkMapIds(map.map, known, `${shownAs}/${MAP_FILE}`);
  const links = await loadLinksFile({ path: contentDir, shownAs });
  const generator = checkGenerator(collection?.site.generator, `${shownAs}/site.md`);
  const all = [
    ...[...problems, ...ledger.problems, ...together, ...generator],
    ...[...map.problems, ...unknown, ...links.problems],
  ];
  return {
    problems: addLines(all, { path: contentDir, shownAs }),
    collection,
    counts: { papers: lists.papers.length, topics: lists.topics.length },
  };
};
