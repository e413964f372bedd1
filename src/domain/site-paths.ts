import { AUTHORS_PATH, splitAuthorPapers, type AuthorIndex } from './author-index.ts';
import type { Catalog } from './catalog.ts';
import { lastChange } from './changed.ts';
import { changePath, changesOf, withdrawnPath } from './changes.ts';
import { splitConceptPapers, type ConceptIndex } from './concept-index.ts';
import { indexTerms } from './concept-terms.ts';
import type { Digest } from './digest.ts';
import { indexDigests, splitRest } from './digest-days.ts';
import { DIGEST_PATH, digestPath, digestYearPath } from './digest-words.ts';
import { hasPage, type Named } from './named-index.ts';
import type { Paper } from './paper.ts';
import { partsBelow, splitByTitle, type Part } from './partition.ts';
import { waysOf } from './sections.ts';
import { splitTopicList, topicLists } from './topic-lists.ts';
import { splitVenuePapers, VENUES_PATH, type VenueIndex } from './venues.ts';
import { listYears, YEARS_PATH, type Year } from './years.ts';
import { conceptPath, paperPath } from './urls.ts';

/** A page that search engines may keep, and the day on which what it shows last changed. */
export type SitePath = { readonly path: string; readonly changed?: string | undefined };

const toPath = (path: string, papers: readonly Paper[] = []): SitePath => ({
  path,
  changed: lastChange(papers),
});

/** A list of papers with the parts it falls into when it is long. */
const listPaths = (path: string, whole: Part<Paper>, below = path): readonly SitePath[] => [
  toPath(path, whole.items),
  ...partsBelow(whole).map(({ name, items }) => toPath(`${below}${name}/`, items)),
];

const topicPaths = (catalog: Catalog): readonly SitePath[] =>
  topicLists(catalog).flatMap((list) => listPaths(`/topics/${list.id}/`, splitTopicList(list)));

const conceptPaths = ({ entries }: ConceptIndex): readonly SitePath[] => {
  if (entries.length === 0) return [];
  const indexes = partsBelow(indexTerms(entries)).map(({ name }) => `/concepts/by/${name}/`);
  return [
    ...['/concepts/', ...indexes].map((path) => toPath(path)),
    ...entries.flatMap((entry) =>
      listPaths(conceptPath(entry.concept.id), splitConceptPapers(entry)),
    ),
  ];
};

const changePaths = (catalog: Catalog): readonly SitePath[] => {
  const { whole, withdrawn } = changesOf(catalog);
  return [
    ...[whole, ...partsBelow(whole)].map(({ name, items }) => ({
      path: changePath(name),
      // the newest first
      changed: items[0]?.day,
    })),
    ...partsBelow(withdrawn).map(({ name, items }) => toPath(withdrawnPath(name), items)),
  ];
};

/** Days without new papers are not among them: what they show is elsewhere, and their pages go. */
const digestPaths = (digests: readonly Digest[]): readonly SitePath[] => [
  { path: DIGEST_PATH, changed: digests.at(-1)?.date },
  ...indexDigests(digests).years.map(({ year, digests: ofYear }) => ({
    path: digestYearPath(year),
    changed: ofYear[0]?.date,
  })),
  ...digests
    .filter(({ isNew }) => isNew)
    .flatMap((digest) => [
      toPath(digestPath(digest.date), digest.papers),
      ...partsBelow(splitRest(digest)).map(({ name, items }) =>
        toPath(`${digestPath(digest.date)}${name}/`, items),
      ),
    ]),
];

/** The parts of an index of names, and the pages of those that have one. */
const namePaths = <T extends Named>(
  root: string,
  whole: Part<T>,
  split: (entry: T) => Part<Paper>,
): readonly SitePath[] => [
  ...partsBelow(whole).map(({ name, items }) =>
    toPath(
      `${root}by/${name}/`,
      items.flatMap(({ papers }) => papers),
    ),
  ),
  ...whole.items.filter(hasPage).flatMap((entry) => listPaths(`${root}${entry.id}/`, split(entry))),
];

const yearPaths = (years: readonly Year[]): readonly SitePath[] =>
  years.flatMap(({ name, whole }) => listPaths(`${YEARS_PATH}${name}/`, whole));

/** What is found in the papers of a catalog once for all pages. */
export type Indexes = {
  readonly concepts: ConceptIndex;
  readonly digests: readonly Digest[];
  readonly people: Pick<AuthorIndex, 'whole'>;
  readonly venues: Pick<VenueIndex, 'whole'>;
};

/** All pages that search engines may keep; notices, redirects and what is for one reader are not among them. */
export const sitePaths = (
  catalog: Catalog,
  { concepts, digests, people, venues }: Indexes,
): readonly SitePath[] => {
  const { papers } = catalog;
  return [
    ...[
      '/',
      '/map/',
      '/data/',
      '/feeds/',
      ...waysOf(catalog.site.sections).map(({ path }) => path),
    ].map((path) => toPath(path, papers)),
    toPath('/about/'),
    ...topicPaths(catalog),
    ...namePaths(AUTHORS_PATH, people.whole, splitAuthorPapers),
    ...namePaths(VENUES_PATH, venues.whole, splitVenuePapers),
    ...yearPaths(listYears(papers)),
    ...listPaths('/papers/', splitByTitle(papers), '/papers/by/'),
    ...conceptPaths(concepts),
    ...changePaths(catalog),
    ...digestPaths(digests),
    ...papers.map((paper) => toPath(paperPath(paper.id), [paper])),
  ];
};
