import { arxivOfDoi, foldTitle } from '../../src/domain/paper-key.ts';
import type { PaperFields, Version } from '../../src/domain/paper.ts';
import { hashField } from '../../src/entries/ledger.ts';
import type { Hashes } from './merge-fields.ts';

/** What tells one version of a work from another. */
export type Described = Pick<PaperFields, 'date' | 'container' | 'doi' | 'arxiv' | 'pdf'> & {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
};

const PREPRINT_SERVER = /\b(?:arxiv|corr|(?:bio|med|chem|psy|soc)a?rxiv|ssrn|research square)\b/i;

/** Whether it appeared nowhere but on a server for preprints. */
export const isPreprint = ({ container, doi, arxiv }: Described): boolean => {
  if (container?.type !== undefined) return container.type === 'preprint';
  if (container !== undefined) return PREPRINT_SERVER.test(container.name);
  return doi === undefined ? arxiv !== undefined : arxivOfDoi(doi) !== undefined;
};

const arxivOf = ({ arxiv, doi }: Described): string | undefined => arxiv ?? arxivOfDoi(doi);

const differ = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.toLowerCase() !== b.toLowerCase();

const yearOf = ({ date }: Described): string | undefined => date?.slice(0, 4);

/**
 * Whether two records of one work tell of the same version. A name of a journal or conference is written in too
 * many ways to tell two apart unless one file has both or the years differ.
 */
export const areSameVersion = (a: Described, b: Described, isOneFile: boolean): boolean => {
  if (isPreprint(a) !== isPreprint(b)) return false;
  if (isPreprint(a)) return !differ(arxivOf(a), arxivOf(b));
  if (a.doi !== undefined && b.doi !== undefined) return !differ(a.doi, b.doi);
  if (a.container === undefined || b.container === undefined) return true;
  if (foldTitle(a.container.name) === foldTitle(b.container.name)) return true;
  return !isOneFile && !differ(yearOf(a), yearOf(b));
};

const isSaid = (field: 'date' | 'container' | 'doi' | 'arxiv', one: Described, main: Hashes) =>
  one[field] !== undefined && hashField(one[field]) !== main[field];

/** Where a version is found: where else than the main one, or else where it is. */
const addressOf = (one: Described, main: Hashes): Version => {
  const { doi, arxiv } = one;
  const url =
    one.url ?? (one.pdf !== undefined && hashField(one.pdf) !== main.pdf ? one.pdf : undefined);
  const hasOwn = isSaid('doi', one, main) || isSaid('arxiv', one, main);
  return {
    ...(doi !== undefined && (!hasOwn || isSaid('doi', one, main)) && { doi }),
    ...(arxiv !== undefined && (!hasOwn || isSaid('arxiv', one, main)) && { arxiv }),
    ...(doi === undefined && arxiv === undefined && url !== undefined && { url }),
  };
};

/** What an item of `also` says of a version: where it is found, and all in which it differs from the main one. */
export const toVersion = (one: Described, main: Hashes, mainTitle: string): Version => ({
  ...(one.title !== undefined &&
    foldTitle(one.title) !== foldTitle(mainTitle) && { title: one.title }),
  ...(one.date !== undefined && isSaid('date', one, main) && { date: one.date }),
  ...(one.container !== undefined &&
    isSaid('container', one, main) && { container: one.container }),
  ...addressOf(one, main),
});
