import { checkAuthors } from './check-authors.ts';
import { checkAliases, checkConceptNames, checkDuplicates } from './check-claims.ts';
import {
  checkConceptReferences,
  checkLedger,
  checkPaperTopics,
  checkSelfReferences,
} from './check-references.ts';
import { reporter, type CheckedCollection, type Ids, type Judge } from './collection-judge.ts';
import { quote, type Problem } from './problem.ts';
import { RESERVED_TOPIC_IDS } from './topic.ts';

/** What stands around a collection and is needed to judge it. */
export type Surroundings = {
  /** how problems call the content folder */
  readonly shownAs: string;
  /** ids that were ever published */
  readonly ledgerIds?: Iterable<string>;
  /** ids of entries that are there but could not be read: they may be named */
  readonly broken?: { readonly papers: Ids; readonly topics: Ids; readonly concepts: Ids };
};

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

/** Papers without topics, in a collection that has any. */
const checkHomeless = (judge: Judge): readonly Problem[] => {
  // a collection without topics is a choice
  if (judge.idsOf.topics.size === 0) return [];
  return judge.collection.papers
    .filter(() => judge.idsOf.topics.size > 0)
    .filter(({ topics = [], withdrawn }) => topics.length === 0 && withdrawn === undefined)
    .map(({ id }) =>
      reporter('warning', judge)('papers', id, {
        field: 'topics',
        found: 'no topic',
        wanted: 'one to four topic ids',
        hint: 'It is listed under “No topic yet” until it has one.',
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
          hint: 'Without it a site has no feeds, no digest by mail, no sitemap, no preview pictures, no Croissant description of its data and no search from the address bar (opensearch.xml), and its canonical links and data files name paths alone; SITE_URL overrides it.',
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
  checkAuthors,
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
