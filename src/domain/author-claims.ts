import type { KnownAuthor } from './authors-file.ts';
import { nameKey } from './name-key.ts';

/** What `authors.md` says of names, ready to be asked. Of two that claim the same the first has it. */
export type Claims = {
  readonly byOrcid: ReadonlyMap<string, KnownAuthor>;
  /** by key of a name, for those who have it in all papers */
  readonly byName: ReadonlyMap<string, KnownAuthor>;
  /** by paper and key of a name, for those who have it in some */
  readonly byPlace: ReadonlyMap<string, KnownAuthor>;
};

export const placeKey = (paper: string, key: string): string => `${paper} ${key}`;

/** All names of a person, folded. */
export const keysOf = ({ name, variants = [] }: KnownAuthor): readonly string[] => [
  ...new Set([name, ...variants].map(nameKey)),
];

/** What one person claims, by kind. */
export const claimsOf = (
  author: KnownAuthor,
): Readonly<Record<keyof Claims, readonly string[]>> => {
  const { orcid, papers } = author;
  const keys = keysOf(author);
  return {
    byOrcid: orcid === undefined ? [] : [orcid],
    byName: papers === undefined ? keys : [],
    byPlace: (papers ?? []).flatMap((paper) => keys.map((key) => placeKey(paper, key))),
  };
};

const collect = (known: readonly KnownAuthor[], kind: keyof Claims) =>
  new Map(
    known
      .flatMap((author) => claimsOf(author)[kind].map((claim) => [claim, author] as const))
      .toReversed(),
  );

export const readClaims = (known: readonly KnownAuthor[]): Claims => ({
  byOrcid: collect(known, 'byOrcid'),
  byName: collect(known, 'byName'),
  byPlace: collect(known, 'byPlace'),
});
