import { sortKey, type Collection } from './catalog.ts';
import type { Concept } from './concept.ts';
import { nearestWord } from './nearest-word.ts';
import type { Paper } from './paper.ts';
import { quote, type Problem } from './problem.ts';
import type { SiteSettings } from './site-settings.ts';
import { RESERVED_TOPIC_IDS } from './topic.ts';

type Ids = readonly string[];

/** What stands around a collection and is needed to judge it. */
export type Surroundings = {
  /** how problems call the content folder */
  readonly shownAs: string;
  /** ids that were ever published */
  readonly ledgerIds?: Iterable<string>;
  /** ids of entries that are there but could not be read: they may be named */
  readonly broken?: { readonly papers: Ids; readonly topics: Ids; readonly concepts: Ids };
};

/** A collection whose settings may be missing. */
export type CheckedCollection = Omit<Collection, 'site'> & {
  readonly site?: SiteSettings | undefined;
};

type Folder = 'papers' | 'topics' | 'concepts';

type Judge = {
  readonly collection: CheckedCollection;
  readonly idsOf: Readonly<Record<Folder, ReadonlySet<string>>>;
  readonly ledgerIds: Iterable<string>;
  readonly shownAs: string;
};

type Finding = Pick<Problem, 'field' | 'found' | 'wanted' | 'hint'>;
type Report = (folder: Folder, id: string, finding: Finding) => Problem;

const reporter =
  (severity: Problem['severity'], { shownAs }: Pick<Judge, 'shownAs'>): Report =>
  (folder, id, finding) => ({ severity, file: `${shownAs}/${folder}/${id}.md`, ...finding });

const unknownId = (field: string, id: string, folder: Folder, known: Iterable<string>): Finding => {
  const meant = nearestWord(id, [...known]);
  const file = `${folder}/${id}.md`;
  return {
    field,
    found: `the unknown id ${quote(id)}`,
    wanted: `an id of ${folder}`,
    hint: meant === undefined ? `Correct it or write ${file}.` : `Did you mean \`${meant}\`?`,
  };
};

/** Ids in a list field that name no entry. */
const unknownIn = (list: Ids | undefined, field: string, folder: Folder, judge: Judge) =>
  (list ?? []).flatMap((id, index) =>
    judge.idsOf[folder].has(id)
      ? []
      : [unknownId(`${field}.${index}`, id, folder, judge.idsOf[folder])],
  );

const checkPaperTopics = (judge: Judge): readonly Problem[] =>
  judge.collection.papers.flatMap(({ id, topics }) =>
    unknownIn(topics, 'topics', 'topics', judge).map((finding) =>
      reporter('error', judge)('papers', id, finding),
    ),
  );

const checkConceptReferences = (judge: Judge): readonly Problem[] =>
  judge.collection.concepts.flatMap(({ id, topics, broader, related }) =>
    [
      ...unknownIn(topics, 'topics', 'topics', judge),
      ...unknownIn(broader, 'broader', 'concepts', judge),
      ...unknownIn(related, 'related', 'concepts', judge),
    ].map((finding) => reporter('error', judge)('concepts', id, finding)),
  );

const checkSelfReferences = (judge: Judge): readonly Problem[] =>
  judge.collection.concepts.flatMap(({ id, broader = [], related = [] }) =>
    (['broader', 'related'] as const)
      .filter((field) => (field === 'broader' ? broader : related).some((other) => other === id))
      .map((field) =>
        reporter('error', judge)('concepts', id, {
          field,
          found: 'the concept itself',
          wanted: 'other concepts',
          hint: `Remove ${quote(id)} from the list.`,
        }),
      ),
  );

const checkTopicIds = (judge: Judge): readonly Problem[] =>
  judge.collection.topics
    .filter(({ id }) => RESERVED_TOPIC_IDS.includes(id))
    .map(({ id }) =>
      reporter('error', judge)('topics', id, {
        found: `the reserved id ${quote(id)}`,
        wanted: 'an id of its own',
        hint: 'Rename the file: the site has a page of that name.',
      }),
    );

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

const checkAliases = (judge: Judge): readonly Problem[] => {
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

const checkDuplicates = (judge: Judge): readonly Problem[] =>
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

const foldName = (name: string): string => name.normalize('NFKC').toLowerCase().trim();

const namesOf = ({ name, aliases = [] }: Concept): Ids => [name, ...aliases].map(foldName);

const checkConceptNames = (judge: Judge): readonly Problem[] =>
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

const checkHomeless = (judge: Judge): readonly Problem[] =>
  judge.collection.papers
    .filter(({ topics = [], withdrawn }) => topics.length === 0 && withdrawn === undefined)
    .map(({ id }) =>
      reporter('warning', judge)('papers', id, {
        field: 'topics',
        found: 'no topic',
        wanted: 'one to four topic ids',
        hint: 'It is listed under “No topic yet” until it has one.',
      }),
    );

const checkLedger = (judge: Judge): readonly Problem[] => {
  const aliases = new Set<string>(judge.collection.papers.flatMap(({ aliases = [] }) => aliases));
  return [...new Set(judge.ledgerIds)]
    .filter((id) => !judge.idsOf.papers.has(id) && !aliases.has(id))
    .map((id) =>
      reporter('error', judge)('papers', id, {
        found: 'no entry',
        wanted: 'something at every address that was ever published',
        hint: `Add ${quote(id)} to the aliases of another entry, or write the entry as a notice with \`withdrawn\`.`,
      }),
    );
};

const checkAddress = ({ collection: { site }, shownAs }: Judge): readonly Problem[] =>
  site === undefined || site.address !== undefined
    ? []
    : [
        {
          severity: 'warning',
          file: `${shownAs}/site.md`,
          field: 'address',
          found: 'nothing',
          wanted: 'the address where the site will stand',
          hint: 'Canonical links and everything else that leaves the site need it; SITE_URL overrides it.',
        },
      ];

const CHECKS = [
  checkAddress,
  checkTopicIds,
  checkPaperTopics,
  checkConceptReferences,
  checkSelfReferences,
  checkConceptNames,
  checkAliases,
  checkDuplicates,
  checkHomeless,
  checkLedger,
] as const;

const idSet = (entries: readonly { readonly id: string }[], broken: Ids = []) =>
  new Set<string>([...entries.map(({ id }) => id), ...broken]);

/** Everything that entries, each sound by itself, get wrong together. */
export const checkCollection = (
  collection: CheckedCollection,
  { shownAs, ledgerIds = [], broken }: Surroundings,
): readonly Problem[] => {
  const idsOf = {
    papers: idSet(collection.papers, broken?.papers),
    topics: idSet(collection.topics, broken?.topics),
    concepts: idSet(collection.concepts, broken?.concepts),
  };
  return CHECKS.flatMap((check) => check({ collection, idsOf, ledgerIds, shownAs }));
};
