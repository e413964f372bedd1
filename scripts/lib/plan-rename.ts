import type { PaperId } from '../../src/domain/fields.ts';
import type { KnownAuthor } from '../../src/domain/authors-file.ts';
import type { Paper, PaperFields } from '../../src/domain/paper.ts';
import { quote, type Problem } from '../../src/domain/problem.ts';
import { IMPORTED_FIELDS } from '../../src/entries/ledger.ts';
import { hashesOf } from './merge-fields.ts';
import { toItem, toVersion } from './versions.ts';

export type RenameOrder = {
  readonly from: string;
  readonly to: PaperId;
  /** whether `to` is another entry of the same paper, of which one is to be left */
  readonly isJoin: boolean;
  /** how problems call the folder of entries */
  readonly folder: string;
};

export type RenameState = {
  readonly entries: readonly Paper[];
  readonly ledgerIds: readonly string[];
  readonly people: readonly KnownAuthor[];
};

export type RenamePlan = {
  readonly problems: readonly Problem[];
  /** what changes in the entry that stays; undefined when nothing may be done */
  readonly changes?: Readonly<Partial<PaperFields>> & { readonly abstract?: string };
  /** the persons of authors.md, when it names the former id */
  readonly people?: readonly KnownAuthor[];
};

const refuse = (file: string, found: string, wanted: string, hint: string): RenamePlan => ({
  problems: [{ severity: 'error', file, found, wanted, hint: `${hint} Nothing was written.` }],
});

/** What stands in the way of an id that is to be new. */
const claimOf = ({ entries, ledgerIds }: RenameState, { from, to }: RenameOrder) => {
  const holder = entries.find(({ id, aliases = [] }) => id !== from && aliases.includes(to));
  if (holder !== undefined) return `a former id of ${holder.id}`;
  const isOwn = entries.some(({ id, aliases = [] }) => id === from && aliases.includes(to));
  return !isOwn && ledgerIds.includes(to) ? 'the id of a paper that was removed' : undefined;
};

/** The aliases of what stays: all ids by which either was ever known. */
const aliasesOf = (before: Paper, after: Paper | undefined, to: PaperId): readonly PaperId[] =>
  [...new Set([...(after?.aliases ?? []), before.id, ...(before.aliases ?? [])])].filter(
    (alias) => alias !== to,
  );

const FILLED = [...IMPORTED_FIELDS, 'topics', 'kind', 'lang', 'license', 'awards'] as const;

/** What an entry takes over from another one of the same paper: what it does not say, and the other as a version. */
const takeOver = (from: Paper, into: Paper): NonNullable<RenamePlan['changes']> => {
  const isSaid = (value: unknown): boolean => value !== undefined && value !== '';
  const missing = FILLED.filter((field) => field !== 'also')
    .filter((field) => !isSaid(into[field]) && isSaid(from[field]))
    .map((field) => [field, from[field]] as const);
  const joined: Paper = { ...into, ...Object.fromEntries(missing) };
  const item = toItem(toVersion(from), { hashes: hashesOf(joined), title: into.title });
  const versions = [
    ...(into.also ?? []),
    ...(from.also ?? []),
    ...(item === undefined ? [] : [item]),
  ];
  const also = [...new Map(versions.map((one) => [JSON.stringify(one), one])).values()];
  return { ...Object.fromEntries(missing), ...(also.length > 0 && { also }) };
};

const renamePeople = (
  people: readonly KnownAuthor[],
  { from, to }: RenameOrder,
): readonly KnownAuthor[] | undefined => {
  if (!people.some(({ papers = [] }) => papers.some((id) => id === from))) return undefined;
  return people.map((person) =>
    person.papers === undefined
      ? person
      : { ...person, papers: [...new Set(person.papers.map((id) => (id === from ? to : id)))] },
  );
};

/** Decides how an entry gets another id, so that every address at which it was ever found leads to it. */
export const planRename = (state: RenameState, order: RenameOrder): RenamePlan => {
  const { from, to, isJoin, folder } = order;
  const before = state.entries.find(({ id }) => id === from);
  const after = state.entries.find(({ id }) => id === to);
  const file = `${folder}/${from}.md`;
  if (before === undefined)
    return refuse(
      file,
      'no entry',
      'the entry to be renamed',
      'Its id is the name of its file, without .md.',
    );
  if (before === after) return refuse(file, 'its own id', 'another id', 'There is nothing to do.');
  if (isJoin && after === undefined)
    return refuse(
      `${folder}/${to}.md`,
      'no entry',
      'the entry to join',
      'Leave --join out to rename.',
    );
  const isUnfinished = after?.aliases?.includes(before.id) === true;
  if (after !== undefined && !isJoin && !isUnfinished)
    return refuse(
      `${folder}/${to}.md`,
      `an entry of that id, ${quote(after.title)}`,
      'an id that nobody has',
      'If both are one paper, say so with --join.',
    );
  const claim = after === undefined ? claimOf(state, order) : undefined;
  if (claim !== undefined)
    return refuse(`${folder}/${to}.md`, claim, 'an id that nobody had', 'Choose another one.');
  const people = renamePeople(state.people, order);
  return {
    problems: [],
    changes: {
      ...(after !== undefined && isJoin && takeOver(before, after)),
      aliases: [...aliasesOf(before, after, to)],
    },
    ...(people !== undefined && { people }),
  };
};
