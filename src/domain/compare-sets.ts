/** What of several papers' concepts or topics is in common, and what sets one apart. */
export type Overlap = {
  /** of every paper */
  readonly inAll: readonly string[];
  /** of several, but not of all: with the numbers of those papers, from 0 */
  readonly inSome: readonly { readonly member: string; readonly papers: readonly number[] }[];
  /** by paper: what no other one has */
  readonly only: readonly (readonly string[])[];
};

/** Compares sets. Members come in the order in which they are met; those of a single set are its own. */
export const compareSets = (sets: readonly (readonly string[])[]): Overlap => {
  const papersOf = new Map<string, number[]>();
  for (const [at, set] of sets.entries())
    for (const member of new Set(set)) papersOf.set(member, [...(papersOf.get(member) ?? []), at]);
  const members = [...papersOf].map(([member, papers]) => ({ member, papers }));
  const isShared = (count: number): boolean => sets.length > 1 && count === sets.length;
  return {
    inAll: members.filter(({ papers }) => isShared(papers.length)).map(({ member }) => member),
    inSome: members.filter(({ papers }) => papers.length > 1 && !isShared(papers.length)),
    only: sets.map((_, at) =>
      members
        .filter(({ papers }) => papers.length === 1 && papers[0] === at)
        .map(({ member }) => member),
    ),
  };
};
