import { readClaims } from './author-claims.ts';
import type { KnownAuthor } from './authors-file.ts';
import type { People, Person } from './authors.ts';
import { byText } from './by-text.ts';
import { nameKey } from './name-key.ts';
import { nameToSlug } from './name-slug.ts';
import { hasPage, MIN_PAPERS } from './named-index.ts';
import type { Author, Paper } from './paper.ts';

/** An address that leads to one person or several, for what it stands for has a page, or had one, elsewhere. */
export type OldAddress = {
  readonly id: string;
  readonly name: string;
  readonly people: readonly Person[];
};

const addTo = <K, V>(groups: Map<K, Set<V>>, key: K, value: V): void => {
  groups.set(key, (groups.get(key) ?? new Set()).add(value));
};

/** A function of texts that is worked out once for each. */
const remember = <T>(make: (text: string) => T): ((text: string) => T) => {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    made.set(text, value);
    return value;
  };
};

/** Every address at which the paper of an author may have stood, however little was known at the time. */
const readAddresses = (
  papers: readonly Paper[],
  known: readonly KnownAuthor[],
): ((author: Author) => readonly string[]) => {
  const { byName, byOrcid } = readClaims(known);
  const keyOf = remember(nameKey);
  const orcidsOf = new Map<string, Set<string>>();
  const namesOf = new Map<string, Set<string>>();
  for (const { authors = [] } of papers)
    for (const { name, orcid } of authors)
      if (orcid !== undefined) {
        addTo(orcidsOf, keyOf(name), orcid);
        addTo(namesOf, orcid, keyOf(name));
      }
  const ofOrcid = remember((orcid) => [
    orcid.toLowerCase(),
    byOrcid.get(orcid)?.id,
    ...[...(namesOf.get(orcid) ?? [])].map((key) => byName.get(key)?.id),
  ]);
  const ofName = remember((name) => [nameToSlug(name), byName.get(keyOf(name))?.id]);
  return ({ name, orcid }) => {
    const orcids = orcid === undefined ? (orcidsOf.get(keyOf(name)) ?? []) : [orcid];
    const ids = [...ofName(name), ...[...orcids].flatMap(ofOrcid)];
    return ids.filter((id) => id !== undefined);
  };
};

type Standing = {
  readonly name: string;
  readonly people: Set<Person>;
  readonly papers: Set<Paper>;
};

/**
 * Addresses that would be pages if less were known, and perhaps were before ORCIDs came or `authors.md` was
 * written: they lead on, so that no address that was ever given is lost when people are joined or told apart.
 */
export const findOldAddresses = (
  { people, authorsOf }: People,
  papers: readonly Paper[],
  known: readonly KnownAuthor[],
): readonly OldAddress[] => {
  const addressesOf = readAddresses(papers, known);
  const standing = new Map<string, Standing>();
  for (const paper of papers)
    for (const [at, author] of (paper.authors ?? []).entries()) {
      const person = authorsOf.get(paper.id)?.[at];
      if (person === undefined) continue;
      for (const id of addressesOf(author)) {
        const own = standing.get(id) ?? { name: author.name, people: new Set(), papers: new Set() };
        standing.set(id, own);
        own.people.add(person);
        own.papers.add(paper);
      }
    }
  const taken = new Set(people.filter(hasPage).map(({ id }) => id));
  return [...standing]
    .filter(([id, own]) => !taken.has(id) && own.papers.size >= MIN_PAPERS)
    .map(([id, own]) => ({
      id,
      name: own.name,
      people: [...own.people].toSorted((a, b) => byText(a.id, b.id)),
    }))
    .toSorted((a, b) => byText(a.id, b.id));
};
