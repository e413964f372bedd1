import type { KnownAuthor } from './authors-file.ts';
import { collectPeople, type People, type Person } from './authors.ts';
import { byText } from './by-text.ts';
import type { PaperId } from './fields.ts';
import { countOf } from './labels.ts';
import { nameKey } from './name-key.ts';
import { nameToSlug } from './name-slug.ts';
import { hasPage, MIN_PAPERS, pathsOfNames, splitNames } from './named-index.ts';
import type { Paper } from './paper.ts';
import { splitByYear, type Part } from './partition.ts';
import { spanOfYears } from './years.ts';

export const AUTHORS_PATH = '/authors/';

/** An address that a name or an ORCID has by itself, but whose papers stand elsewhere: with one person or several. */
export type OldAddress = {
  readonly id: string;
  readonly name: string;
  readonly people: readonly Person[];
};

export type AuthorIndex = People & {
  /** all people, in parts by the first letters of their family names */
  readonly whole: Part<Person>;
  /** page of each person, or place in the index, by id */
  readonly paths: ReadonlyMap<string, string>;
  readonly oldAddresses: readonly OldAddress[];
};

type Sign = {
  readonly id: string;
  readonly name: string;
  readonly person: Person;
  readonly paper: PaperId;
};

/** Every name and every ORCID under which a person stands on a paper. */
const signsOf = (people: People, papers: readonly Paper[]): readonly Sign[] => {
  const slugs = new Map<string, string>();
  const slugOf = (name: string): string => {
    const slug = slugs.get(name) ?? nameToSlug(name);
    slugs.set(name, slug);
    return slug;
  };
  return papers.flatMap(({ id: paper, authors = [] }) =>
    authors.flatMap(({ name, orcid }, at) => {
      const person = people.authorsOf.get(paper)?.[at];
      if (person === undefined) return [];
      const ids = [slugOf(name), ...(orcid === undefined ? [] : [orcid.toLowerCase()])];
      return ids.map((id) => ({ id, name, person, paper }));
    }),
  );
};

/**
 * Addresses that would be pages if a name or an ORCID stood for itself, and perhaps were before more was known
 * of it: they lead on, so that no address that was ever given is lost when people are told apart or joined.
 */
const findOldAddresses = (people: People, papers: readonly Paper[]): readonly OldAddress[] => {
  const taken = new Set(people.people.filter(hasPage).map(({ id }) => id));
  return [...Map.groupBy(signsOf(people, papers), ({ id }) => id)]
    .filter(
      ([id, signs]) =>
        !taken.has(id) && new Set(signs.map(({ paper }) => paper)).size >= MIN_PAPERS,
    )
    .map(([id, signs]) => ({
      id,
      name: signs[0]?.name ?? id,
      people: [...new Set(signs.map(({ person }) => person))].toSorted((a, b) =>
        byText(a.id, b.id),
      ),
    }))
    .toSorted((a, b) => byText(a.id, b.id));
};

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
    oldAddresses: findOldAddresses(people, papers),
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
