import type { XmlElement } from '@rgrove/parse-xml';
import { abstractLinks } from '../../../src/domain/abstract-links.ts';
import { quote, type Problem } from '../../../src/domain/problem.ts';
import { given } from './given.ts';
import { arxivIn } from './identifiers.ts';
import { readJournalRef } from './journal-ref.ts';
import type { Reading, SourceFormat, SourceRecord } from './source-record.ts';
import { readXml } from './xml.ts';
import { childrenNamed, rootNameOf, textOf, type Namespace } from './xml-elements.ts';

const ATOM: Namespace = ['http://www.w3.org/2005/Atom', ''];
const ARXIV: Namespace = ['http://arxiv.org/schemas/atom', 'arxiv'];

const wordsOf = (element: XmlElement, name: string, namespace = ATOM): string => {
  const [child] = childrenNamed(element, name, namespace);
  return child === undefined ? '' : textOf(child).trim();
};

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** An abstract is broken at about eighty columns; a line that is indented among others begins a paragraph. */
const unwrap = (text: string): string => {
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  const isWrapped = rest.some((line) => !/^\s/.test(line));
  return rest.reduce(
    (whole, line) => `${whole}${isWrapped && /^\s/.test(line) ? '\n\n' : ' '}${line.trim()}`,
    first.trim(),
  );
};

// the API gives links to one version; entries are about the paper
const withoutVersion = (url: string): string =>
  url
    .replace(/^http:\/\/(?=(?:\w+\.)?arxiv\.org\/)/, 'https://')
    .replace(/v\d+(?=(?:\.pdf)?$)/, '');

const pdfOf = (entry: XmlElement): string | undefined => {
  const links = childrenNamed(entry, 'link', ATOM).map(({ attributes }) => attributes);
  const pdf = links.find(({ title, type }) => title === 'pdf' || type === 'application/pdf');
  return pdf?.['href'] === undefined ? undefined : withoutVersion(pdf['href']);
};

const GONE =
  /^(?:this )?(?:paper |article |manuscript |submission |work )?(?:has been |is |was )?(?:temporarily )?withdrawn\b|\b(?:has been|is|was) withdrawn (?:by|due|because)\b/i;

/** Authors withdraw a paper by a new version that says so, in the comment or in the place of the abstract. */
const isWithdrawn = (comment: string, summary: string): boolean =>
  GONE.test(comment) ||
  /^(?:this )?(?:paper|article|manuscript) (?:has been|is|was) withdrawn\b/i.test(summary);

const toRecord = (entry: XmlElement, arxiv: string, line: number): SourceRecord => {
  const summary = unwrap(wordsOf(entry, 'summary'));
  const comment = fold(wordsOf(entry, 'comment', ARXIV));
  const journal = fold(wordsOf(entry, 'journal_ref', ARXIV));
  const authors = childrenNamed(entry, 'author', ATOM)
    .map((author) => ({ name: fold(wordsOf(author, 'name')) }))
    .filter(({ name }) => name !== '');
  // several DOIs stand in one line
  const [doi] = wordsOf(entry, 'doi', ARXIV).split(/[\s;,]+/);
  return {
    title: fold(wordsOf(entry, 'title')),
    abstract: summary,
    line,
    arxiv,
    ...given<SourceRecord>({
      authors,
      date: wordsOf(entry, 'published') || wordsOf(entry, 'updated'),
      container: journal === '' ? undefined : readJournalRef(journal),
      doi,
      pdf: pdfOf(entry),
      links: abstractLinks(comment),
      withdrawn: isWithdrawn(comment, summary) ? 'withdrawn' : undefined,
    }),
  };
};

const refused = (id: string, title: string, summary: string): Pick<Problem, 'found' | 'hint'> =>
  /\/api\/errors/.test(id)
    ? {
        found: `an answer of the API that is an error, ${quote(summary || title)}`,
        hint: 'Mend the query that fetched the file and fetch it again; other entries are taken.',
      }
    : {
        found: `an entry without ${title === '' ? 'title' : 'arXiv id'}, ${quote(title || id)}`,
        hint: 'Fetch the file again; the other entries are taken.',
      };

const readEntry = (entry: XmlElement, file: string, line: number): Reading => {
  const id = wordsOf(entry, 'id');
  const title = fold(wordsOf(entry, 'title'));
  const arxiv = arxivIn(id);
  if (arxiv !== undefined && title !== '')
    return { records: [toRecord(entry, arxiv, line)], problems: [] };
  const wanted = 'an entry with an arXiv id and a title';
  const flaw = refused(id, title, fold(wordsOf(entry, 'summary')));
  return { records: [], problems: [{ severity: 'error', file, line, wanted, ...flaw }] };
};

const readFeed = (text: string, file: string): Reading => {
  const { root, lineOf, problems } = readXml(text, 'entry', file);
  const readings = (root === undefined ? [] : childrenNamed(root, 'entry', ATOM)).map((entry) =>
    readEntry(entry, file, lineOf(entry)),
  );
  return {
    records: readings.flatMap(({ records }) => records),
    problems: [...problems, ...readings.flatMap((reading) => reading.problems)],
  };
};

/**
 * Atom as the API of arXiv answers with it: one entry a paper. The id is taken without its version, the date is
 * that of the first version (`published`), the PDF that of the newest. A journal reference becomes the container
 * as far as it can be told apart, addresses in the comment become links. Categories and affiliations have no
 * field here. An answer that is an error is a problem, and papers that were withdrawn are not taken.
 */
export const arxivAtom: SourceFormat = {
  name: 'arxiv',
  label: 'Atom of the arXiv API',
  recognizes: (text) => rootNameOf(text) === 'feed' && /arxiv\.org\//.test(text.slice(0, 100_000)),
  read: readFeed,
};
