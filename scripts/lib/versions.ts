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

/** All that sets a version apart, as the ledger keeps it. */
export const toVersion = ({
  title,
  date,
  container,
  doi,
  arxiv,
  pdf,
  url = pdf,
}: Described): Version => ({
  ...(title !== undefined && { title }),
  ...(date !== undefined && { date }),
  ...(container !== undefined && { container }),
  ...(doi !== undefined && { doi }),
  ...(arxiv !== undefined && { arxiv }),
  ...(url !== undefined && { url }),
});

/** What entry and sources say of the main version; the title as readers see it. */
export type MainVersion = { readonly hashes: Hashes; readonly title: string };

/**
 * The item of `also` for a version: all in which it differs from the main one, and where it is found; undefined when
 * there is nothing to say.
 */
export const toItem = (version: Version, { hashes, title }: MainVersion): Version | undefined => {
  const isOther = (field: 'date' | 'container' | 'doi' | 'arxiv' | 'pdf', value: unknown) =>
    value !== undefined && hashField(value) !== hashes[field];
  const { date, container, doi, arxiv, url } = version;
  const names = { ...(doi !== undefined && { doi }), ...(arxiv !== undefined && { arxiv }) };
  const others = {
    ...(isOther('doi', doi) && { doi }),
    ...(isOther('arxiv', arxiv) && { arxiv }),
  };
  const item = {
    ...(version.title !== undefined &&
      foldTitle(version.title) !== foldTitle(title) && { title: version.title }),
    ...(isOther('date', date) && { date }),
    ...(isOther('container', container) && { container }),
    ...(Object.keys(others).length > 0 ? others : names),
    ...(Object.keys(names).length === 0 && isOther('pdf', url) && { url }),
  };
  return Object.keys(item).length === 0 ? undefined : item;
};
