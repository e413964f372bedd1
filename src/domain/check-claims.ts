import { sortKey } from './sort-key.ts';
import { reporter, type Ids, type Judge } from './collection-judge.ts';
import type { Concept } from './concept.ts';
import type { Paper } from './paper.ts';
import { quote, type Problem } from './problem.ts';

/** Things that claim the same key, in order; keys that only one claims are left out. */
const claimedTwice = <T>(
  things: readonly T[],
  keysOf: (thing: T) => readonly (string | undefined)[],
): readonly (readonly [key: string, first: T, others: readonly T[]])[] => {
  const claims = new Map<string, T[]>();
  for (const thing of things)
    for (const key of new Set(keysOf(thing)))
      if (key !== undefined && key !== '') claims.set(key, [...(claims.get(key) ?? []), thing]);
  return [...claims].flatMap(([key, [first, ...others]]) =>
    first === undefined || others.length === 0 ? [] : [[key, first, others] as const],
  );
};

/** A former id leads to one paper and is the id of none. */
export const checkAliases = (judge: Judge): readonly Problem[] => {
  const report = reporter('error', judge);
  const { papers } = judge.collection;
  const taken = papers.flatMap(({ id, aliases = [] }) =>
    aliases.flatMap((alias, index) =>
      judge.idsOf.papers.has(alias)
        ? [
            report('papers', id, {
              field: `aliases.${index}`,
              found: `the id of another entry, ${quote(alias)}`,
              wanted: 'former ids, which no entry has now',
              hint: `Remove the alias, or the entry papers/${alias}.md.`,
            }),
          ]
        : [],
    ),
  );
  const shared = claimedTwice(papers, ({ aliases = [] }) => aliases).flatMap(
    ([alias, first, others]) =>
      others.map(({ id }) =>
        report('papers', id, {
          field: 'aliases',
          found: `${quote(alias)}, which papers/${first.id}.md claims as well`,
          wanted: 'every former id once',
          hint: 'An address leads to one paper: leave the alias where it belongs.',
        }),
      ),
  );
  return [...taken, ...shared];
};

type Mark = readonly [field: string, keyOf: (paper: Paper) => string | undefined];

/** What two entries for the same paper have in common. */
const MARKS: readonly Mark[] = [
  ['doi', ({ doi }) => doi?.toLowerCase()],
  ['arxiv', ({ arxiv }) => arxiv],
  ['title', ({ title }) => sortKey(title)],
];

/** No paper has two entries, as far as DOI, arXiv id and title tell. */
export const checkDuplicates = (judge: Judge): readonly Problem[] =>
  MARKS.flatMap(([field, keyOf]) =>
    claimedTwice(judge.collection.papers, (paper) => [keyOf(paper)]).flatMap(
      ([key, first, others]) =>
        others.map(({ id }) =>
          reporter('warning', judge)('papers', id, {
            field,
            found: `${quote(key)}, as in papers/${first.id}.md`,
            wanted: 'every paper once',
            hint: 'If they are one paper, remove one entry and add its id to the aliases of the other.',
          }),
        ),
    ),
  );

/** A name as search reads it: `KV-Cache`, `kv cache` and `kvcache` are one. Signs stay, for C++ is not C. */
const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Z}\p{Pd}_/.,'’]+/gu, '');

const namesOf = ({ name, aliases = [] }: Concept): Ids => [name, ...aliases].map(foldName);

/** A word names one concept. */
export const checkConceptNames = (judge: Judge): readonly Problem[] =>
  claimedTwice(judge.collection.concepts, namesOf).flatMap(([name, first, others]) =>
    others.map((other) =>
      reporter('error', judge)('concepts', other.id, {
        field: foldName(other.name) === name ? 'name' : 'aliases',
        found: `${quote(name)}, which concepts/${first.id}.md claims as well`,
        wanted: 'every name and alias once',
        hint: 'A word leads to one concept: leave it where it belongs.',
      }),
    ),
  );
