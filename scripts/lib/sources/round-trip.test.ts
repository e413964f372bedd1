import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBibtex } from '../../../src/domain/citation-bibtex.ts';
import { toCslItem } from '../../../src/domain/citation-record.ts';
import { toRis } from '../../../src/domain/citation-ris.ts';
import { CSV_HEADER, CSV_OPTIONS, toCsvCells } from '../../../src/domain/export-csv.ts';
import { toExportRecord, toJsonArray, toJsonLines } from '../../../src/domain/export-record.ts';
import { LINK_KINDS, type Container, type Paper } from '../../../src/domain/paper.ts';
import { normalizeText } from '../../../src/domain/text.ts';
import { readIncoming } from '../incoming.ts';
import { formatNamed, formatOf } from './formats.ts';

/** Papers that hold everything that a source can tell. */

const some = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const drop = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const omit = (fields: object, names: readonly string[]) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

const word = fc.constantFrom(
  ...[
    'Deep',
    'graph',
    'BERT',
    'k-means',
    'Über',
    'naïve',
    '3D',
    'C++',
    'and',
    'façade',
    'Ωmega',
    '中文',
  ],
  ...[
    'R&D',
    '50%',
    '#1',
    'a_b',
    '$O(n^{2})$',
    '$\\alpha$',
    'x<y',
    '{set}',
    '~5',
    'C:\\x',
    '^up',
    "it's",
    '“so”',
  ],
  ...[
    '--',
    '=1+1',
    '@home',
    '(see',
    'below)',
    'A,',
    'B;',
    'why?',
    'end.',
    'α-β',
    '"cited"',
    '`tick`',
    '—',
  ],
);
const sentence = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .map((words) => `${words.join(' ')} paper`);
const name = fc
  .tuple(
    fc.constantFrom('Ada', 'J. R.', 'Jean-Luc', 'Özgür', 'María José', '伟'),
    fc.constantFrom(
      'Lovelace',
      'van den Oord',
      "O'Brien",
      'Müller-Lüdenscheidt',
      'King Jr.',
      'Ma',
      '王',
      'Łukasz',
    ),
  )
  .map((parts) => parts.join(' '));
const date = fc.constantFrom('2024', '1999', '2024-05', '2024-12-31');
const doi = fc.constantFrom('10.1000/182', '10.1145/3292500.3330701', '10.1000/a_b(c)%d&e');
const arxiv = fc.constantFrom('2403.10020', 'cs/0112017', 'math.GT/0309136');
const url = fc.constantFrom(
  'https://example.org/a_b?c=d&e=%20f#g',
  'https://github.com/a/b',
  'https://example.org/x/paper.pdf',
);
const numbers = {
  volume: some(fc.constantFrom('3', '12B')),
  issue: some(fc.constantFrom('4', '2-3')),
  pages: some(fc.constantFrom('10-20', '103', 'e12')),
  publisher: some(fc.constantFrom('ACM & Sons', 'Light Press')),
};
const { issue, ...others } = numbers;
const container = fc.oneof(
  fc.record({ type: fc.constantFrom('journal', 'conference'), name: sentence, ...numbers }),
  fc.record({
    type: fc.constant('workshop'),
    name: sentence.map((one) => `Workshop on ${one}`),
    ...numbers,
  }),
  fc.record({ type: fc.constant('book'), name: sentence, ...others }),
  fc.record({ type: fc.constant('thesis'), name: sentence }),
  fc.record({ type: fc.constant('report'), name: sentence, issue }),
);
const paper = fc
  .record({
    title: sentence,
    abstract: fc.array(sentence, { maxLength: 3 }).map((paragraphs) => paragraphs.join('\n\n')),
    authors: some(
      fc.uniqueArray(fc.record({ name }), {
        minLength: 1,
        maxLength: 4,
        selector: (one) => one.name,
      }),
    ),
    date: some(date),
    container: some(container.map((one) => drop(one) as Container)),
    doi: some(doi),
    arxiv: some(arxiv),
    pdf: some(url),
  })
  .map((fields) => drop(fields) as Omit<Paper, 'id'>);
const papers = fc
  .array(paper, { minLength: 1, maxLength: 6 })
  .map((list) =>
    list.map((one, at) => ({ ...one, title: `${one.title} ${at}`, id: `paper-${at}` }) as Paper),
  );

const importText = (text: string, format = formatOf(text)) => {
  const reading = format?.read(text, 'a');
  const { papers: taken, problems } = readIncoming(
    reading ?? { records: [], problems: [] },
    'a',
    'a',
  );
  return { format: format?.name, fields: taken.map(({ fields }) => fields), problems };
};

/** What the data files say of a paper as far as sources can tell it. */
const whole = (one: Paper) => omit(one, ['id']);

describe('the data files of a site, taken in again, give the papers that it has', () => {
  const link = fc.record({ kind: fc.constantFrom(...LINK_KINDS), url: fc.webUrl() });
  const orcid = fc.constant('0000-0002-1825-0097');
  const author = fc.record({ name, orcid }, { requiredKeys: ['name'] });
  const richer = fc.record({
    links: some(
      fc.uniqueArray(link, {
        minLength: 1,
        maxLength: 3,
        selector: ({ url: one }) => one.toLowerCase(),
      }),
    ),
    authors: some(
      fc.uniqueArray(author, { minLength: 1, maxLength: 3, selector: (one) => one.name }),
    ),
  });
  const rich = fc
    .tuple(papers, fc.array(richer, { minLength: 6, maxLength: 6 }))
    .map(([list, more]) => list.map((one, at) => ({ ...one, ...drop(more[at] ?? {}) })));

  test.each([
    ['json', toJsonArray],
    ['json-lines', toJsonLines],
  ])('%s', (format, write) => {
    fc.assert(
      fc.property(rich, (list) => {
        const records = list.map((one) =>
          toExportRecord(one, `https://example.org/papers/${one.id}/`),
        );
        expect(importText(write(records))).toEqual({
          format,
          fields: list.map(whole),
          problems: [],
        });
      }),
    );
  });

  test('csv', () => {
    fc.assert(
      fc.property(papers, (list) => {
        const rows = list.map((one) =>
          toCsvCells(toExportRecord(one, `https://example.org/papers/${one.id}/`)),
        );
        const text = stringify([CSV_HEADER, ...rows], CSV_OPTIONS);
        expect(importText(text)).toEqual({ format: 'csv', fields: list.map(whole), problems: [] });
      }),
    );
  });
});

/** What citations say of a paper: they have an address only where there is no DOI. */
const cited = ({
  title,
  authors,
  date: when,
  container: where,
  doi: number,
  arxiv: id,
  pdf,
}: Paper) => ({
  ...{ title, authors, date: when, container: where, doi: number },
  arxiv: where === undefined || number === undefined ? id : undefined,
  pdf: number === undefined && id === undefined && pdf?.endsWith('.pdf') === true ? pdf : undefined,
});

describe('citations, taken in again, give what they say', () => {
  test.each([
    [
      'bibtex',
      (list: readonly Paper[]) => list.map((one) => toBibtex(toCslItem(one))).join('\n\n'),
    ],
    ['ris', (list: readonly Paper[]) => list.map((one) => toRis(toCslItem(one))).join('\r\n')],
    ['csl-json', (list: readonly Paper[]) => JSON.stringify(list.map(toCslItem))],
  ])('%s', (format, write) => {
    fc.assert(
      fc.property(papers, (list) => {
        const read = importText(write(list), formatNamed(format));
        const fields = read.fields.map((one) => omit(one, ['abstract', 'links']));
        expect({ format: read.format, fields, problems: read.problems }).toEqual({
          format,
          fields: list.map((one) => drop(cited({ ...one, title: normalizeText(one.title) }))),
          problems: [],
        });
      }),
    );
  });
});
