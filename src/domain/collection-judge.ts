import type { Collection } from './catalog.ts';
import type { Problem } from './problem.ts';
import type { SiteSettings } from './site-settings.ts';

export type Ids = readonly string[];

export type Folder = 'papers' | 'topics' | 'concepts';

/** A collection whose settings may be missing. */
export type CheckedCollection = Omit<Collection, 'site'> & {
  readonly site?: SiteSettings | undefined;
};

/** What every check of a collection gets. */
export type Judge = {
  readonly collection: CheckedCollection;
  readonly idsOf: Readonly<Record<Folder, ReadonlySet<string>>>;
  readonly ledgerIds: Iterable<string>;
  readonly shownAs: string;
};

export type Finding = Pick<Problem, 'field' | 'found' | 'wanted' | 'hint'>;
type Report = (folder: Folder, id: string, finding: Finding) => Problem;

/** Makes problems of findings. */
export const reporter =
  (severity: Problem['severity'], { shownAs }: Pick<Judge, 'shownAs'>): Report =>
  (folder, id, finding) => ({ severity, file: `${shownAs}/${folder}/${id}.md`, ...finding });
