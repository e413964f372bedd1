import { placeKey, readClaims, type Claims } from './author-claims.ts';
import type { KnownAuthor } from './authors-file.ts';
import { byText } from './by-text.ts';
import { sortKey } from './sort-key.ts';
import type { PaperId } from './fields.ts';
import { nameKey } from './name-key.ts';
import { nameToSlug } from './name-slug.ts';
import type { Author, Paper } from './paper.ts';
import { sortName } from './sort-name.ts';

/** One who wrote papers of the collection. */
export type Person = {
  readonly id: string;
  /** as `authors.md` has it, else as most papers have it */
  readonly name: string;
  /** for the index, the family name first */
  readonly sortName: string;
  /** the names as papers write them, the most frequent first */
  readonly forms: readonly string[];
  readonly orcid?: string | undefined;
  /** a page about the person elsewhere */
  readonly page?: string | undefined;
  /** the newest first, those without a date last */
  readonly papers: readonly Paper[];
};

export type People = {
  /** as an index has them */
  readonly people: readonly Person[];
  /** the authors of each paper in its order */
  readonly authorsOf: ReadonlyMap<PaperId, readonly Person[]>;
};

/** A name on a paper. */
type Mention = Author & { readonly paper: Paper; readonly key: string };

/** Whom a mention means: one whom the curators know, or what no other has, an ORCID or a name. */
type Owner = KnownAuthor | `orcid ${string}` | `name ${string}`;

const readMentions = (papers: readonly Paper[]): readonly Mention[] => {
  const keys = new Map<string, string>();
  const keyOf = (name: string): string => {
    const key = keys.get(name) ?? nameKey(name);
    keys.set(name, key);
    return key;
  };
  return papers.flatMap((paper) =>
    (paper.authors ?? []).map((author) => ({ ...author, paper, key: keyOf(author.name) })),
  );
};

/** Groups values of pairs. */
const collect = <K, V>(pairs: Iterable<readonly [K, V]>): ReadonlyMap<K, ReadonlySet<V>> => {
  const groups = new Map<K, Set<V>>();
  for (const [key, value] of pairs) groups.set(key, (groups.get(key) ?? new Set()).add(value));
  return groups;
};

/**
 * The known persons to whom an ORCID belongs that `authors.md` does not name: it stands beside their name, they
 * have no other, and no second ORCID stands there.
 */
const adoptOrcids = (
  orcidsByName: ReadonlyMap<string, ReadonlySet<string>>,
  { byName, byOrcid }: Claims,
): ReadonlyMap<string, KnownAuthor> => {
  const candidates = collect(
    [...orcidsByName].flatMap(([key, orcids]) => {
      const author = byName.get(key);
      if (author === undefined || author.orcid !== undefined) return [];
      return [...orcids].flatMap((orcid) => (byOrcid.has(orcid) ? [] : [[author, orcid] as const]));
    }),
  );
  const adopted = [...candidates].flatMap(([author, [orcid, ...others]]) =>
    orcid === undefined || others.length > 0 ? [] : [[orcid, author] as const],
  );
  const takers = collect(adopted);
  return new Map(adopted.filter(([orcid]) => takers.get(orcid)?.size === 1));
};

/**
 * Says whom each mention means. `authors.md` comes first, then the ORCID; a name without one means the only
 * person who has that name, and when ORCIDs tell several apart, none of them.
 */
const judgeOwners = (
  mentions: readonly Mention[],
  claims: Claims,
): ((mention: Mention) => Owner) => {
  const placed = ({ paper, key }: Mention) => claims.byPlace.get(placeKey(paper.id, key));
  const orcidsByName = collect(
    mentions.flatMap((mention) =>
      mention.orcid === undefined || placed(mention) ? [] : [[mention.key, mention.orcid] as const],
    ),
  );
  const adopted = adoptOrcids(orcidsByName, claims);
  const ownerOfOrcid = (orcid: string): Owner =>
    claims.byOrcid.get(orcid) ?? adopted.get(orcid) ?? `orcid ${orcid}`;
  const ownerOfName = (key: string): Owner => {
    const [owner, ...others] = new Set([...(orcidsByName.get(key) ?? [])].map(ownerOfOrcid));
    return owner === undefined || others.length > 0 ? `name ${key}` : owner;
  };
  return (mention) => {
    const { key, orcid } = mention;
    const known = placed(mention);
    if (known !== undefined) return known;
    return orcid === undefined ? (claims.byName.get(key) ?? ownerOfName(key)) : ownerOfOrcid(orcid);
  };
};

/** Texts that differ, the most frequent first. */
export const byFrequency = (texts: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, countA], [b, countB]) => countB - countA || byText(a, b))
    .map(([text]) => text);
};

/** The newest first, those without a date last; of one date in the order given. */
export const newestFirst = (papers: readonly Paper[]): readonly Paper[] =>
  papers.toSorted((a, b) => byText(b.date ?? '', a.date ?? ''));

const idOf = (owner: Owner): string => {
  if (typeof owner !== 'string') return owner.id;
  const [kind = '', ...words] = owner.split(' ');
  return kind === 'orcid' ? words.join(' ').toLowerCase() : nameToSlug(words.join(' '));
};

const toPerson = (owner: Owner, mentions: readonly Mention[]): Person => {
  const known = typeof owner === 'string' ? undefined : owner;
  const forms = byFrequency(mentions.map(({ name }) => name));
  const name = known?.name ?? forms[0] ?? '';
  return {
    id: idOf(owner),
    name,
    sortName: sortName(name),
    forms,
    orcid: known?.orcid ?? mentions.find(({ orcid }) => orcid !== undefined)?.orcid,
    page: known?.page,
    papers: newestFirst([...new Set(mentions.map(({ paper }) => paper))]),
  };
};

/** Orders what an index lists. */
export const inIndexOrder = <T extends { readonly id: string; readonly sortName: string }>(
  entries: readonly T[],
): readonly T[] =>
  entries
    .map((entry) => ({ entry, key: sortKey(entry.sortName) }))
    .toSorted((a, b) => byText(a.key, b.key) || byText(a.entry.id, b.entry.id))
    .map(({ entry }) => entry);

/** The people who wrote papers. Names are merged by `authors.md` and by ORCID alone, never by guess. */
export const collectPeople = (
  papers: readonly Paper[],
  known: readonly KnownAuthor[] = [],
): People => {
  const mentions = readMentions(papers);
  const ownerOf = judgeOwners(mentions, readClaims(known));
  const owned = [...Map.groupBy(mentions, ownerOf)].map(([owner, own]) => ({
    person: toPerson(owner, own),
    own,
  }));
  const personOf = new Map(owned.flatMap(({ person, own }) => own.map((one) => [one, person])));
  const byPaper = Map.groupBy(mentions, ({ paper }) => paper.id);
  return {
    people: inIndexOrder(owned.map(({ person }) => person)),
    authorsOf: new Map(
      [...byPaper].map(([id, own]) => [id, own.flatMap((one) => personOf.get(one) ?? [])]),
    ),
  };
};
