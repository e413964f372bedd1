import { claimsOf, keysOf, type Claims } from './author-claims.ts';
import { AUTHORS_FILE, type KnownAuthor } from './authors-file.ts';
import { collectPeople } from './authors.ts';
import type { Finding, Judge } from './collection-judge.ts';
import { nameKey } from './name-key.ts';
import { nearestWord } from './nearest-word.ts';
import type { Paper } from './paper.ts';
import { quote, type Problem } from './problem.ts';

const reportOn =
  (severity: Problem['severity'], { shownAs }: Pick<Judge, 'shownAs'>) =>
  (finding: Finding): Problem => ({ severity, file: `${shownAs}/${AUTHORS_FILE}`, ...finding });

const knownOf = ({ collection }: Judge): readonly KnownAuthor[] => collection.knownAuthors ?? [];

type Claim = {
  readonly field: string;
  /** what only one person may have */
  readonly value: string;
  readonly shown: string;
};

const WORDS: Readonly<Record<keyof Claims, string>> = {
  byOrcid: 'ORCID',
  byName: 'name',
  byPlace: 'name in a paper',
};
const FIELDS: Readonly<Record<keyof Claims, string>> = {
  byOrcid: 'orcid',
  byName: 'variants',
  byPlace: 'papers',
};

/** All that a person claims for themself alone. */
const listClaims = (author: KnownAuthor, at: number): readonly Claim[] => {
  const claims = claimsOf(author);
  const others = (Object.keys(claims) as (keyof Claims)[]).flatMap((kind) =>
    claims[kind].map((value) => ({
      field: `people.${at}.${kind === 'byName' && value === nameKey(author.name) ? 'name' : FIELDS[kind]}`,
      value: `${kind} ${value}`,
      shown: `the ${WORDS[kind]} ${quote(value)}`,
    })),
  );
  return [
    { field: `people.${at}.id`, value: `id ${author.id}`, shown: `the id ${quote(author.id)}` },
    ...others,
  ];
};

/** An id, an ORCID, a name belongs to one person; a name to several when papers tell them apart. */
const findSharedClaims = (known: readonly KnownAuthor[]): readonly Finding[] => {
  const first = new Map<string, KnownAuthor>();
  return known.flatMap((author, at) =>
    listClaims(author, at).flatMap(({ field, value, shown }) => {
      const other = first.get(value);
      if (other === undefined) first.set(value, author);
      return other === undefined || other === author
        ? []
        : [
            {
              field,
              found: `${shown}, which ${quote(other.id)} claims as well`,
              wanted: 'what belongs to one person',
              hint: 'Leave it where it belongs; persons of one name are told apart by `papers`.',
            },
          ];
    }),
  );
};

/** Names on papers, folded, each with how one paper writes it. */
const namesOn = (papers: readonly Paper[]): ReadonlyMap<string, string> =>
  new Map(papers.flatMap(({ authors = [] }) => authors.map(({ name }) => [nameKey(name), name])));

const orcidsOn = (papers: readonly Paper[]): ReadonlySet<string> =>
  new Set(papers.flatMap(({ authors = [] }) => authors.flatMap(({ orcid }) => orcid ?? [])));

const unmatched = (field: string, name: string, names: ReadonlyMap<string, string>): Finding => {
  const meant = names.get(nearestWord(nameKey(name), [...names.keys()]) ?? '');
  return {
    field,
    found: `${quote(name)}, which stands on no paper`,
    wanted: 'a name as papers have it',
    hint: meant === undefined ? 'Correct it or remove it.' : `Did you mean ${quote(meant)}?`,
  };
};

/** Variants that match nobody, and persons who do. */
const findUnmatched = (
  author: KnownAuthor,
  at: number,
  { names, orcids }: { names: ReadonlyMap<string, string>; orcids: ReadonlySet<string> },
): readonly Finding[] => {
  const { name, variants = [], orcid } = author;
  const isKnown =
    keysOf(author).some((key) => names.has(key)) || (orcid !== undefined && orcids.has(orcid));
  return [
    ...(isKnown ? [] : [unmatched(`people.${at}.name`, name, names)]),
    ...variants.flatMap((variant, number) =>
      names.has(nameKey(variant))
        ? []
        : [unmatched(`people.${at}.variants.${number}`, variant, names)],
    ),
  ];
};

/** Papers that there are not, and papers on which none of the names stands. */
const checkPapers = (
  author: KnownAuthor,
  at: number,
  byId: ReadonlyMap<string, Paper>,
  judge: Judge,
): readonly Problem[] => {
  const keys = new Set(keysOf(author));
  return (author.papers ?? []).flatMap((id, number) => {
    const field = `people.${at}.papers.${number}`;
    const paper = byId.get(id);
    if (!judge.idsOf.papers.has(id))
      return [
        reportOn(
          'error',
          judge,
        )({
          field,
          found: `the unknown id ${quote(id)}`,
          wanted: 'an id of papers',
          hint: 'Correct it or remove it.',
        }),
      ];
    const isThere = paper?.authors?.some(({ name }) => keys.has(nameKey(name))) ?? true;
    return isThere
      ? []
      : [
          reportOn(
            'warning',
            judge,
          )({
            field,
            found: `${quote(id)}, a paper without the name ${quote(author.name)}`,
            wanted: 'papers on which the person stands',
            hint: 'Add the name that stands there to `variants`, or remove the paper.',
          }),
        ];
  });
};

/** Two persons with one address. What names and ORCIDs make differs; what people choose may not. */
const findSharedAddresses = (judge: Judge): readonly Finding[] => {
  const known = knownOf(judge);
  const { people } = collectPeople(judge.collection.papers, known);
  const numbers = new Map(known.map(({ id }, at) => [id as string, at]));
  return [...Map.groupBy(people, ({ id }) => id)].flatMap(([id, own]) => {
    const at = numbers.get(id);
    return own.length < 2
      ? []
      : [
          {
            ...(at !== undefined && { field: `people.${at}.id` }),
            found: `the id ${quote(id)}, which is the address of ${own.length} authors: ${own
              .map(({ name }) => quote(name))
              .join(', ')}`,
            wanted: 'an id of its own',
            hint: 'Choose another id: the site gives this one to a name of that spelling.',
          },
        ];
  });
};

/** Everything that `authors.md` and the papers get wrong together. */
export const checkAuthors = (judge: Judge): readonly Problem[] => {
  const known = knownOf(judge);
  const { papers } = judge.collection;
  const on = known.length > 0 ? { names: namesOn(papers), orcids: orcidsOn(papers) } : undefined;
  const byId = new Map<string, Paper>(papers.map((paper) => [paper.id, paper]));
  const claims = findSharedClaims(known);
  return [
    ...claims.map(reportOn('error', judge)),
    ...(claims.length > 0 ? [] : findSharedAddresses(judge).map(reportOn('error', judge))),
    ...known.flatMap((author, at) => checkPapers(author, at, byId, judge)),
    ...known.flatMap((author, at) =>
      on === undefined ? [] : findUnmatched(author, at, on).map(reportOn('warning', judge)),
    ),
  ];
};
