import type { XmlElement } from '@rgrove/parse-xml';
import type { Container } from '../../../src/domain/paper.ts';
import { quote } from '../../../src/domain/problem.ts';
import {
  aclIdOf,
  markedLine,
  markedText,
  toAclAuthors,
  toAclLinks,
  toAclPdf,
} from './acl-paper.ts';
import { given } from './given.ts';
import { joinDate, toMonth } from './source-dates.ts';
import type { Reading, SourceFormat, SourceRecord } from './source-record.ts';
import { readXml } from './xml.ts';
import { childrenNamed, rootNameOf } from './xml-elements.ts';

/** What all papers of one volume share. */
type Volume = {
  readonly collection: string;
  readonly id: string;
  readonly meta: XmlElement | undefined;
  readonly isJournal: boolean;
};

const toVolume = (element: XmlElement, collection: string): Volume => ({
  collection,
  id: element.attributes['id'] ?? '',
  meta: childrenNamed(element, 'meta')[0],
  isJournal: element.attributes['type'] === 'journal',
});

const toDate = (paper: XmlElement, { meta }: Volume): string => {
  const say = (name: string) => markedLine(paper, name) || markedLine(meta, name);
  const year = say('year');
  // `February 13-25`, `July-August`: the first month is the one
  const [month = ''] = /^\p{L}+/u.exec(say('month')) ?? [];
  return year === '' ? '' : joinDate(year, toMonth(month));
};

const typeOf = ({ isJournal, meta }: Volume, name: string): Container['type'] => {
  if (isJournal) return 'journal';
  const venues = meta === undefined ? [] : childrenNamed(meta, 'venue');
  const isWorkshop =
    venues.some((venue) => venue.text.trim() === 'ws') || /\bworkshop\b/i.test(name);
  return isWorkshop ? 'workshop' : 'conference';
};

const toContainer = (paper: XmlElement, volume: Volume): Container | undefined => {
  const { meta, isJournal } = volume;
  const booktitle = markedLine(meta, 'booktitle') || markedLine(paper, 'booktitle');
  // a volume of a journal is called `Computational Linguistics, Volume 15, Number 1, March 1989`
  const journal = markedLine(meta, 'journal-title') || booktitle.replace(/, Volume .*$/, '');
  const name = isJournal ? journal : booktitle;
  if (name === '') return undefined;
  return {
    name,
    ...given<Container>({
      type: typeOf(volume, name),
      volume: markedLine(meta, 'journal-volume'),
      issue: markedLine(paper, 'issue') || markedLine(meta, 'journal-issue'),
      pages: markedLine(paper, 'pages'),
      publisher: markedLine(meta, 'publisher'),
    }),
  };
};

/** Papers that were taken back keep their element, with a note why. */
const whyGone = (paper: XmlElement): string | undefined =>
  ['retracted', 'removed'].find((name) => childrenNamed(paper, name).length > 0);

const toRecord = (paper: XmlElement, volume: Volume, line: number): SourceRecord => {
  const id = aclIdOf(paper, volume.collection, volume.id);
  return {
    title: markedLine(paper, 'title'),
    abstract: markedText(paper, 'abstract'),
    line,
    ...given<SourceRecord>({
      authors: toAclAuthors(paper),
      date: toDate(paper, volume),
      container: toContainer(paper, volume),
      doi: markedLine(paper, 'doi'),
      pdf: toAclPdf(paper, id),
      links: id === undefined ? [] : toAclLinks(paper, id),
      sourceId: id && `acl:${id}`,
      withdrawn: whyGone(paper),
    }),
  };
};

const withoutTitle = (paper: XmlElement, file: string, line: number): Reading => ({
  records: [],
  problems: [
    {
      severity: 'error',
      file,
      line,
      found: `a paper without title, id ${quote(paper.attributes['id'] ?? '')}`,
      wanted: 'a paper with a title',
      hint: 'Add its title, or take the paper out; the others are taken.',
    },
  ],
});

const readVolume = (
  element: XmlElement,
  collection: string,
  at: { readonly file: string; readonly lineOf: (element: XmlElement) => number },
): readonly Reading[] => {
  const volume = toVolume(element, collection);
  return (
    childrenNamed(element, 'paper')
      // the front matter of volumes that do not mark it as such
      .filter(({ attributes }) => attributes['id'] !== '0')
      .map((paper) => {
        const line = at.lineOf(paper);
        return markedLine(paper, 'title') === ''
          ? withoutTitle(paper, at.file, line)
          : { records: [toRecord(paper, volume, line)], problems: [] };
      })
  );
};

const readCollection = (text: string, file: string): Reading => {
  const { root, lineOf, problems } = readXml(text, 'paper', file);
  const collection = root?.attributes['id'] ?? '';
  const volumes = root === undefined ? [] : childrenNamed(root, 'volume');
  const readings = volumes.flatMap((volume) => readVolume(volume, collection, { file, lineOf }));
  return {
    records: readings.flatMap(({ records }) => records),
    problems: [...problems, ...readings.flatMap((reading) => reading.problems)],
  };
};

/**
 * XML of the ACL Anthology: a collection of volumes of papers, as its repository keeps them in `data/xml`.
 * Markup in titles and abstracts goes, formulas stay between dollar signs. Editors are no authors, front matter
 * is no paper; papers that were retracted or removed are not taken. Revisions, errata, awards, languages and
 * variants of names have no place in what sources may tell here.
 */
export const aclAnthology: SourceFormat = {
  name: 'acl',
  label: 'XML of the ACL Anthology',
  recognizes: (text) => rootNameOf(text) === 'collection' && /<(?:paper|volume)[\s>]/.test(text),
  read: readCollection,
};
