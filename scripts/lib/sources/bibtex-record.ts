import type { Container, ContainerType } from '../../../src/domain/paper.ts';
import { OTHERS } from './author-names.ts';
import type { BibtexEntry } from './bibtex-entries.ts';
import { given } from './given.ts';
import { arxivIn, toArxiv } from './identifiers.ts';
import { namedLinks } from './named-fields.ts';
import { sortAddress } from './sort-address.ts';
import { joinDate, toDate, toMonth } from './source-dates.ts';
import type { SourceRecord } from './source-record.ts';
import { texToNames, texToText } from './tex-text.ts';

type Fields = BibtexEntry['fields'];

/** The first of several fields that says something, as TeX. */
const firstOf = (fields: Fields, names: readonly string[]): string =>
  names.map((name) => fields.get(name)?.trim() ?? '').find((tex) => tex !== '') ?? '';

const textOf = (fields: Fields, ...names: readonly string[]): string =>
  texToText(firstOf(fields, names)).replace(/\s+/g, ' ');

/** What is no prose but an address or an identifier: its signs are meant as they stand, unless they are escaped. */
const verbatimOf = (fields: Fields, ...names: readonly string[]): string =>
  firstOf(fields, names)
    .replace(/^\\(?:url|path|doi)\s*\{(.*)\}$/s, '$1')
    .replace(/\\([%&_#~{}$])/g, '$1')
    .replace(/^\{+|\}+$/g, '')
    .trim();

/** By type of entry: what a paper appeared in, and the fields that name it. */
const CONTAINERS = new Map<string, readonly [type: ContainerType, ...fields: string[]]>(
  Object.entries({
    article: ['journal', 'journal', 'journaltitle'],
    inproceedings: ['conference', 'booktitle', 'eventtitle', 'journal'],
    conference: ['conference', 'booktitle', 'eventtitle', 'journal'],
    incollection: ['book', 'booktitle', 'publisher'],
    inbook: ['book', 'booktitle', 'series', 'publisher'],
    book: ['book', 'series', 'publisher'],
    phdthesis: ['thesis', 'school', 'institution', 'publisher'],
    mastersthesis: ['thesis', 'school', 'institution', 'publisher'],
    thesis: ['thesis', 'school', 'institution', 'publisher'],
    techreport: ['report', 'institution', 'publisher'],
    report: ['report', 'institution', 'publisher'],
  }),
);
/** Of entries of another type, the fields tell what it appeared in. */
const BY_FIELD: readonly (readonly [type: ContainerType, field: string])[] = [
  ['journal', 'journal'],
  ['journal', 'journaltitle'],
  ['conference', 'booktitle'],
  ['thesis', 'school'],
];

const placeOf = ({
  type,
  fields,
}: BibtexEntry): { type: ContainerType; name: string } | undefined => {
  const [kind, ...names] = CONTAINERS.get(type) ?? [];
  if (kind !== undefined) {
    const name = textOf(fields, ...names);
    return name === '' ? undefined : { type: kind, name };
  }
  const found = BY_FIELD.find(([, field]) => fields.has(field));
  return found && { type: found[0], name: textOf(fields, found[1]) };
};

/** Where preprints are called articles of the archive's. */
const ARXIV_NAME = /^(?:arxiv\b|corr$|computing research repository)/i;

const toContainer = (entry: BibtexEntry): Container | undefined => {
  const place = placeOf(entry);
  if (place === undefined || ARXIV_NAME.test(place.name)) return undefined;
  const { fields } = entry;
  const publisher = textOf(fields, 'publisher', 'organization');
  return {
    name: place.name,
    ...given<Container>({
      type: place.type === 'conference' && /workshop/i.test(place.name) ? 'workshop' : place.type,
      volume: textOf(fields, 'volume'),
      issue: textOf(fields, 'number', 'issue'),
      pages: textOf(fields, 'pages', 'eid', 'articleno'),
      publisher: publisher === place.name ? '' : publisher,
    }),
  };
};

/** An arXiv id stands in fields of its own, in an address, or where the name of a journal should. */
const arxivOf = (fields: Fields): string | undefined => {
  const eprint = verbatimOf(fields, 'arxiv', 'arxivid', 'eprint');
  const archive = verbatimOf(fields, 'archiveprefix', 'eprinttype');
  if (eprint !== '' && (/^arxiv$/i.test(archive) || fields.has('arxiv') || fields.has('arxivid')))
    return toArxiv(eprint);
  if (archive === '' && /^(?:arxiv:)?\d{4}\.\d{4,5}(?:v\d+)?$/i.test(eprint))
    return toArxiv(eprint);
  const journal = textOf(fields, 'journal', 'journaltitle', 'howpublished', 'publisher');
  const named = [
    journal.replace(/^arxiv preprint\s*/i, ''),
    `arxiv:${textOf(fields, 'volume').replace(/^abs\//, '')}`,
  ];
  return ARXIV_NAME.test(journal)
    ? named.map((text) => arxivIn(text)).find((id) => id !== undefined)
    : arxivIn(verbatimOf(fields, 'url'));
};

/** `05`, `May`, `May 5`, `5 May`, `May--June`: the month, and the day if one is named. */
const readMonth = (text: string): { month?: number; day?: number } => {
  const month = text
    .split(/[^\p{L}\d.]+/u)
    .map((word) => toMonth(/^\d+$/.test(word) && /\p{L}/u.test(text) ? '' : word))
    .find((one) => one !== undefined);
  if (month === undefined) return {};
  const rest = /\p{L}/u.test(text) ? text : text.replace(/^\d+/, '');
  const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(rest)?.[1];
  return { month, ...(day !== undefined && { day: Number(day) }) };
};

const dateOf = (fields: Fields): string => {
  const [date = ''] = verbatimOf(fields, 'date').split('/');
  if (/^\d{4}/.test(date)) return toDate(date);
  const year = textOf(fields, 'year');
  const [, number] = /^\D*(\d{4})\D*$/.exec(year) ?? [];
  if (number === undefined) return year;
  const { month, day = Number(textOf(fields, 'day')) || undefined } = readMonth(
    textOf(fields, 'month'),
  );
  return joinDate(number, month, day);
};

/** `howpublished` is an address or says nothing that an entry here holds. */
const addressOf = (fields: Fields): string => {
  const urls = [
    verbatimOf(fields, 'url'),
    verbatimOf(fields, 'ee'),
    verbatimOf(fields, 'howpublished'),
  ];
  return urls.find((url) => /^https?:\/\//i.test(url)) ?? '';
};

const authorsOf = (fields: Fields): readonly string[] => {
  const tex = firstOf(fields, ['author', 'authors']);
  return tex === '' ? [] : texToNames(tex);
};

const titleOf = (fields: Fields): string => {
  const title = textOf(fields, 'title');
  const subtitle = textOf(fields, 'subtitle');
  return subtitle === '' ? title : `${title}: ${subtitle}`;
};

/** What an entry of BibTeX tells; its title may be empty. */
export const bibtexToRecord = (entry: BibtexEntry): SourceRecord => {
  const { fields, line } = entry;
  const address = addressOf(fields);
  const page = address === '' ? {} : sortAddress(address);
  const named = namedLinks(
    new Map([...fields.keys()].map((name) => [name, verbatimOf(fields, name)])),
  );
  const authors = authorsOf(fields).filter((name) => name !== '' && !OTHERS.test(name));
  return {
    title: titleOf(fields),
    abstract: texToText(firstOf(fields, ['abstract', 'abstractnote'])),
    line,
    ...page,
    ...given<SourceRecord>({
      authors: authors.map((name) => ({ name })),
      container: toContainer(entry),
      date: dateOf(fields),
      doi: verbatimOf(fields, 'doi'),
      arxiv: arxivOf(fields),
      pdf: verbatimOf(fields, 'pdf'),
      links: [...named, ...(page.links ?? [])],
    }),
  };
};
