import { isObject } from '../../../src/domain/is-object.ts';
import type { Container, ContainerType, Link, LinkKind } from '../../../src/domain/paper.ts';
import { readAuthors } from './author-names.ts';
import { given } from './given.ts';
import { jsonFormat } from './json-format.ts';
import { textIn, type JsonObject } from './json-values.ts';
import { sortAddress } from './sort-address.ts';
import { withdrawalOf } from './named-fields.ts';
import { forumUrl } from './openreview-forum.ts';
import type { SourceRecord } from './source-record.ts';

const SITE = 'https://openreview.net';

/** A field of a note: `content.title.value` in the second version of the API, `content.title` in the first. */
const valueIn = (note: JsonObject, name: string): unknown => {
  const content = isObject(note['content']) ? note['content'] : {};
  const field = content[name];
  return isObject(field) ? field['value'] : field;
};

const textOf = (note: JsonObject, name: string): string => textIn(valueIn(note, name));

/** Reviews, comments and decisions stand among the papers that they are about. */
const isReply = (note: JsonObject): boolean => {
  const replyTo = textIn(note['replyto']);
  return replyTo !== '' && replyTo !== textIn(note['id']);
};

const UNDECIDED: readonly (readonly [pattern: RegExp, state: string])[] = [
  [/under.?review/i, 'under review'],
  // who is not accepted keeps this name for good
  [/^submitted to\b|\bsubmitted$|\bsubmission$/i, 'submitted'],
];

/** Why a note is no paper that appeared; undefined when it did, or when nothing is said of it. */
const whyGone = (note: JsonObject): string | undefined => {
  const venue = textOf(note, 'venue');
  const venueId = textOf(note, 'venueid');
  const isWithdrawn = /^confirmed$/i.test(textOf(note, 'withdrawal'));
  // in the first version only the form says it, in the second forms may have been taken back
  const said = [venue, venueId, textOf(note, 'decision'), textIn(note['invitation'])];
  return (
    said.map(withdrawalOf).find((state) => state !== undefined) ??
    (isWithdrawn ? 'withdrawn' : undefined) ??
    UNDECIDED.find(([pattern]) => pattern.test(venue) || pattern.test(venueId))?.[1]
  );
};

const RANK =
  /[\s,-]*\(?(?:oral|poster|spotlight|talk|notable(?: |-)top(?: |-)\d+%|top(?: |-)\d+%|accept(?:ed)?)\)?$/i;

/** @example venueName('ICLR 2024 poster'), venueName('Accepted by TMLR') // 'ICLR 2024', 'TMLR' */
const venueName = (venue: string): string =>
  venue
    .replace(/^(?:accepted|published) (?:by|at|in|to)\s+/i, '')
    .replace(RANK, '')
    .trim();

const TYPES: readonly (readonly [pattern: RegExp, type: ContainerType])[] = [
  [/workshop/i, 'workshop'],
  [/dblp\.org\/journals\/corr\b/i, 'preprint'],
  [/dblp\.org\/journals\/|^TMLR\b/i, 'journal'],
  [/dblp\.org\/conf\/|\/Conference\b|\/Track\b/i, 'conference'],
];

const toContainer = (note: JsonObject): Container | undefined => {
  const name = venueName(textOf(note, 'venue'));
  if (name === '') return undefined;
  const places = [name, textOf(note, 'venueid')];
  const type = TYPES.find(([pattern]) => places.some((place) => pattern.test(place)))?.[1];
  return { name, ...(type !== undefined && { type }) };
};

/** @example toDay(1697213872000) // '2023-10-13' */
const toDay = (milliseconds: unknown): string => {
  if (typeof milliseconds !== 'number') return '';
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
};

/** When it was published, else when it was sent in. */
const dateOf = (note: JsonObject): string =>
  ['pdate', 'odate', 'cdate', 'tcdate'].map((name) => toDay(note[name])).find(Boolean) ?? '';

const absolute = (path: string): string => (path.startsWith('/') ? SITE + path : path);

const LINK_FIELDS: Readonly<Record<string, LinkKind>> = {
  code: 'code',
  code_link: 'code',
  code_url: 'code',
  project_page: 'project',
  dataset_url: 'data',
  video: 'video',
  slides: 'slides',
  poster: 'poster',
};

const toLinks = (note: JsonObject, forum: string): readonly Link[] => [
  ...(forum === '' ? [] : [{ kind: 'other' as const, url: forumUrl(forum) }]),
  ...Object.entries(LINK_FIELDS).flatMap(([name, kind]) => {
    const url = absolute(textOf(note, name));
    return /^https?:\/\//i.test(url) ? [{ kind, url }] : [];
  }),
];

/** Where a record that OpenReview took from DBLP leads. */
const elsewhere = (note: JsonObject) => {
  const { doi, arxiv } = sortAddress(textOf(note, 'html'));
  return { doi: doi ?? textOf(note, 'doi'), arxiv };
};

const toRecord = (note: JsonObject, line: number): SourceRecord | undefined => {
  if (isReply(note)) return undefined;
  const forum = textIn(note['forum']) || textIn(note['id']);
  return {
    title: textOf(note, 'title').replace(/\s+/g, ' '),
    abstract: textOf(note, 'abstract'),
    line,
    ...given<SourceRecord>({
      authors: readAuthors(valueIn(note, 'authors')).filter(
        ({ name }) => !/^anonymous/i.test(name),
      ),
      date: dateOf(note),
      container: toContainer(note),
      ...elsewhere(note),
      pdf: absolute(textOf(note, 'pdf')),
      links: toLinks(note, forum),
      sourceId: forum === '' ? undefined : `openreview:${forum}`,
      withdrawn: whyGone(note),
    }),
  };
};

/**
 * Notes of OpenReview, of both versions of its API: `{notes: […]}`, a list, or one a line. Submissions that were
 * withdrawn, rejected or not (yet) accepted are not taken; reviews and comments are passed over. The abstract is
 * the abstract, never the summary in a sentence (`TLDR`).
 */
export const openReview = jsonFormat({
  name: 'openreview',
  label: 'notes of OpenReview',
  isRecord: (value) =>
    isObject(value['content']) &&
    ['invitation', 'invitations', 'forum'].some((name) => Object.hasOwn(value, name)),
  toRecord,
});
