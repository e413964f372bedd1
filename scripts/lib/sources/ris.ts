import type { Container, ContainerType } from '../../../src/domain/paper.ts';
import { toName } from './author-names.ts';
import { given } from './given.ts';
import { htmlToLine, htmlToText } from './html-text.ts';
import { arxivIn } from './identifiers.ts';
import { readTags, type Tags } from './ris-tags.ts';
import { sortAddress } from './sort-address.ts';
import { toDate } from './source-dates.ts';
import {
  withoutTitle,
  type Reading,
  type SourceFormat,
  type SourceRecord,
} from './source-record.ts';

const TYPES: Readonly<Record<string, ContainerType>> = {
  JOUR: 'journal',
  JFULL: 'journal',
  EJOUR: 'journal',
  MGZN: 'journal',
  CONF: 'conference',
  CPAPER: 'conference',
  CHAP: 'book',
  ECHAP: 'book',
  BOOK: 'book',
  EBOOK: 'book',
  THES: 'thesis',
  RPRT: 'report',
};

const valuesOf = ({ values }: Tags, ...tags: readonly string[]): readonly string[] =>
  tags.flatMap((tag) => values.get(tag) ?? []).filter((value) => value !== '');

const lineOf = (tags: Tags, ...names: readonly string[]): string =>
  htmlToLine(valuesOf(tags, ...names)[0] ?? '');

const isBook = (tags: Tags): boolean => /^E?BOOK$/.test(valuesOf(tags, 'TY')[0] ?? '');

/** The title of a book may stand where others name the book that they are in. */
const titleOf = (tags: Tags): string =>
  lineOf(tags, 'TI', 'T1', ...(isBook(tags) ? ['BT'] : []), 'CT');

const placeOf = (tags: Tags): Pick<Container, 'name' | 'type'> | undefined => {
  const type = TYPES[valuesOf(tags, 'TY')[0]?.toUpperCase() ?? ''];
  const inside = ['T2', 'JF', 'JO', 'C3', ...(isBook(tags) ? [] : ['BT']), 'JA', 'J2', 'J1', 'T3'];
  const isOwn = type === 'thesis' || type === 'report';
  const name = isOwn
    ? lineOf(tags, 'PB', ...inside)
    : lineOf(tags, ...inside, ...(type === 'book' ? ['PB'] : []));
  if (name === '' || /^arxiv\b/i.test(name)) return undefined;
  const isWorkshop = type === 'conference' && /workshop/i.test(name);
  return { name, ...given<Container>({ type: isWorkshop ? 'workshop' : type }) };
};

/** First and last page in fields of their own, or both in the first; or the number of an article. */
const pagesOf = (tags: Tags): string => {
  const [first, last] = [lineOf(tags, 'SP', 'C7', 'SE'), lineOf(tags, 'EP')];
  return last === '' || last === first || /\d\s*[-–]/.test(first) ? first : `${first}-${last}`;
};

const toContainer = (tags: Tags): Container | undefined => {
  const place = placeOf(tags);
  if (place === undefined) return undefined;
  const publisher = lineOf(tags, 'PB');
  const number = lineOf(tags, 'IS', 'CP', 'M1', ...(place.type === 'report' ? ['SN'] : []));
  return {
    ...place,
    ...given<Container>({
      volume: lineOf(tags, 'VL'),
      issue: arxivIn(number) === undefined ? number : '',
      pages: pagesOf(tags),
      publisher: publisher === place.name ? '' : publisher,
    }),
  };
};

/** Two digits are a year of the last hundred or so. */
const toYear = (year: string): string =>
  /^\d{2}$/.test(year) ? `${Number(year) < 50 ? 20 : 19}${year}` : year;

const YEAR_FIRST = /^(\d{2}|\d{4})(?:\/(.*))?$/;

/** `2024/05/31/spring`: what follows the day is in words. */
const readDate = (text: string): string => {
  const [, year, rest = ''] = YEAR_FIRST.exec(text) ?? [];
  if (year === undefined) return toDate(text);
  const [month = '', day = ''] = rest.split('/').map((part) => part.trim());
  return toDate([toYear(year), month, day].filter((part) => part !== '').join('/'));
};

const isDate = (text: string): boolean => /^\d{4}(?:-|$)/.test(text);

/**
 * The year of publication, more precisely where the date is of that year: in some files it is the day on which
 * somebody looked.
 */
const dateOf = (tags: Tags): string => {
  const [year = ''] = valuesOf(tags, 'PY', 'Y1').map(readDate);
  const [raw = ''] = valuesOf(tags, 'DA');
  const dates = [readDate(raw), toDate(`${raw} ${year}`), year].filter(isDate);
  const precise = dates.find((date) => !isDate(year) || date.slice(0, 4) === year.slice(0, 4));
  return [precise, year, raw].find((date) => date !== undefined && date !== '') ?? '';
};

const authorsOf = (tags: Tags): readonly string[] => {
  const authors = valuesOf(tags, 'AU');
  return (authors.length > 0 ? authors : valuesOf(tags, 'A1')).map((name) =>
    toName(htmlToLine(name)),
  );
};

/** A DOI, in its own field or in that of remarks. */
const doiOf = (tags: Tags): string =>
  valuesOf(tags, 'DO')[0] ??
  valuesOf(tags, 'M3', 'N1').find((text) => /^(?:doi:\s*)?10\.\d{4}/i.test(text)) ??
  '';

const arxivOf = (tags: Tags): string | undefined =>
  valuesOf(tags, 'C7', 'M1', 'IS', 'AN', 'C2', 'JO', 'JF', 'T2', 'UR', 'DO')
    .map((text) => arxivIn(text.replace(/^arxiv preprint\s*/i, '')))
    .find((id) => id !== undefined);

/** Everything that addresses tell; of several pages the first. */
const pageOf = (tags: Tags): Partial<SourceRecord> => {
  const pages = valuesOf(tags, 'UR', 'L2', 'LK')
    .flatMap((value) => value.split(/[;\s]+/))
    .map(sortAddress);
  return pages.reduceRight<Partial<SourceRecord>>((all, page) => Object.assign(all, page), {});
};

const toRecord = (tags: Tags): SourceRecord => ({
  title: titleOf(tags),
  abstract: htmlToText(valuesOf(tags, 'AB', 'N2')[0] ?? ''),
  line: tags.line,
  ...pageOf(tags),
  ...given<SourceRecord>({
    authors: authorsOf(tags).flatMap((name) => (name === '' ? [] : [{ name }])),
    container: toContainer(tags),
    date: dateOf(tags),
    doi: doiOf(tags),
    arxiv: arxivOf(tags),
    pdf: valuesOf(tags, 'L1').find((url) => /^https?:/i.test(url)),
  }),
});

const readRis = (text: string, file: string): Reading => {
  const { records: found, problems } = readTags(text, file);
  const records = found.map(toRecord);
  const flaws = found.flatMap((tags, index) =>
    records[index]?.title === '' ? [withoutTitle(file, tags.line, 'a record')] : [],
  );
  return {
    records: records.filter(({ title }) => title !== ''),
    problems: [...problems, ...flaws],
  };
};

const LOOKED_AT = 100_000;
// white space of its own line only: empty lines before it would be looked through once each
const FIRST_LINE = /^\ufeff?[^\S\n\r]*TY {1,3}- *[A-Z]+[^\S\n\r]*$/m;

/**
 * RIS, of which there is an old kind and a new, and mixtures. Not read by a library: that at hand cuts a value at
 * its second hyphen between spaces, fails at a field before the first record, and keeps one address of many.
 */
export const ris: SourceFormat = {
  name: 'ris',
  label: 'RIS',
  recognizes: (text) => FIRST_LINE.test(text.slice(0, LOOKED_AT)),
  read: readRis,
};
