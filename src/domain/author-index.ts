import type { KnownAuthor } from './authors-file.ts';
import { collectPeople, type People, type Person } from './authors.ts';
import { byText } from './by-text.ts';
import { countOf } from './labels.ts';
import { nameKey } from './name-key.ts';
import { pathsOfNames, splitNames } from './named-index.ts';
import { findOldAddresses, type OldAddress } from './old-addresses.ts';
import type { Paper } from './paper.ts';
import { splitByYear, type Part } from './partition.ts';
import { spanOfYears } from './years.ts';

export const AUTHORS_PATH = '/authors/';

export type AuthorIndex = People & {
  /** all people, in parts by the first letters of their family names */
  readonly whole: Part<Person>;
  /** page of each person, or place in the index, by id */
  readonly paths: ReadonlyMap<string, string>;
  readonly oldAddresses: readonly OldAddress[];
  /** keys of the names that several people have */
  readonly sharedNames: ReadonlySet<string>;
};

const findSharedNames = (people: readonly Person[]): ReadonlySet<string> =>
  new Set(
    [...Map.groupBy(people, ({ name }) => nameKey(name))].flatMap(([key, { length }]) =>
      length > 1 ? [key] : [],
    ),
  );

/** The name, and where others have the same, what tells them apart. */
export const titleOfPerson = (
  { id, name, orcid }: Person,
  { sharedNames }: Pick<AuthorIndex, 'sharedNames'>,
): string =>
  sharedNames.has(nameKey(name))
    ? `${name} (${orcid === undefined ? id : `ORCID ${orcid}`})`
    : name;

/** Indexes the people of listed papers. */
export const indexAuthors = (
  papers: readonly Paper[],
  known: readonly KnownAuthor[] = [],
): AuthorIndex => {
  const people = collectPeople(papers, known);
  const whole = splitNames(people.people);
  return {
    ...people,
    whole,
    paths: pathsOfNames(whole, AUTHORS_PATH),
    oldAddresses: findOldAddresses(people, papers, known),
    sharedNames: findSharedNames(people.people),
  };
};

/** Another author of the same papers. */
export type Coauthor = { readonly person: Person; readonly count: number };

/** With whom a person wrote papers, and how many; those with the most first, then as an index has them. */
export const coauthorsOf = (person: Person, { authorsOf }: People): readonly Coauthor[] => {
  const counts = new Map<Person, number>();
  for (const { id } of person.papers)
    for (const other of new Set(authorsOf.get(id)))
      if (other !== person) counts.set(other, (counts.get(other) ?? 0) + 1);
  return [...counts]
    .map(([other, count]) => ({ person: other, count }))
    .toSorted(
      (a, b) =>
        b.count - a.count ||
        byText(a.person.sortName, b.person.sortName) ||
        byText(a.person.id, b.person.id),
    );
};

/** The other names under which a person stands on papers. */
export const otherNames = ({ name, forms }: Person): readonly string[] =>
  forms.filter((form, at) => {
    const key = nameKey(form);
    const isFirst = forms.findIndex((one) => nameKey(one) === key) === at;
    return isFirst && key !== nameKey(name);
  });

/** @example describeWork(person) // '12 papers, 2019–2024' */
export const describeWork = ({ papers }: Pick<Person, 'papers'>): string =>
  [countOf(papers.length, 'paper'), spanOfYears(papers)].filter((text) => text !== '').join(', ');

/** The papers of a person, split when they are too many for a page. */
export const splitAuthorPapers = ({ papers }: Person): Part<Paper> => splitByYear(papers);
