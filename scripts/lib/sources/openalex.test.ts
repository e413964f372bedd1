import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readIncoming } from '../incoming.ts';
import { openAlex } from './openalex.ts';

const FIXTURE = readFileSync(
  join(import.meta.dirname, '../../../tests/fixtures/sources/openalex.json'),
  'utf8',
);
const read = (text: string) => openAlex.read(text, 'works.json');
const record = (work: object) => read(JSON.stringify([{ display_name: 'A', ...work }])).records[0];
const containing = (part: string): unknown => expect.stringContaining(part);

describe('an answer of the API', () => {
  const { records, problems } = read(FIXTURE);

  test('gives a work with all that it tells', () => {
    expect(records[0]).toEqual({
      title: 'The state of the shelf: a large-scale analysis of E. coli & H2O in libraries',
      abstract:
        'Despite growing interest in shelves, we know little. We count the books, the dust and the ' +
        'readers of 1,204 libraries; the dust wins. In 2018 9 of 10 books were read.',
      line: 10,
      authors: [
        { name: 'Odalys Brennwick', orcid: 'https://orcid.org/0000-0002-1825-0097' },
        { name: 'Perrin van der Quill' },
      ],
      date: '2018-02-13',
      container: {
        type: 'journal',
        name: 'Journal of Quiet Rooms',
        volume: '6',
        issue: '2',
        pages: 'e4375',
        publisher: 'Shelf Press',
      },
      doi: 'https://doi.org/10.5555/qr.2018.4375',
      arxiv: '1802.01234',
      pdf: 'https://quiet-rooms.example/articles/4375.pdf',
      sourceId: 'openalex:W2741809807',
    });
  });

  test('gives a preprint by its arXiv id alone', () => {
    expect(records[1]).toMatchObject({ arxiv: '2403.10020', abstract: '' });
    expect(records[1]).not.toHaveProperty('doi');
    expect(records[1]).not.toHaveProperty('container');
  });

  test('gives a paper of proceedings that came as a book', () => {
    expect(records[2]).toMatchObject({
      authors: [{ name: 'Mirabel Ashquist' }],
      container: { type: 'conference', name: 'Lecture Notes in Warm Clay', pages: '85-99' },
      abstract: 'Clay keeps. Paper burns.',
    });
  });

  test('reports the work that has no title', () => {
    expect(problems).toMatchObject([
      { severity: 'error', line: 380, found: containing('without title') },
    ]);
  });

  test('gives papers that the schema takes, none of them retracted or a cover', () => {
    const { papers, problems: flaws } = readIncoming({ records, problems: [] }, 'a', 'a');
    expect(
      papers.map(({ fields: { doi, arxiv, authors } }) => [doi, arxiv, authors?.[0]?.orcid]),
    ).toEqual([
      ['10.5555/qr.2018.4375', '1802.01234', '0000-0002-1825-0097'],
      [undefined, '2403.10020', '0000-0002-1825-0097'],
      ['10.5555/978-3-030-00001-4_7', undefined, undefined],
    ]);
    expect(flaws).toMatchObject([
      { severity: 'warning', found: '2 records that the source calls paratext (1), retracted (1)' },
    ]);
  });
});

test('reads the same from a list, from one a line and from several answers', () => {
  const { results } = JSON.parse(FIXTURE) as { results: object[] };
  const titles = (text: string) => read(text).records.map(({ title }) => title);
  const expected = titles(FIXTURE);
  expect(expected).toHaveLength(5);
  for (const text of [
    JSON.stringify(results),
    results.map((work) => JSON.stringify(work)).join('\n'),
    results.map((work) => JSON.stringify({ meta: { count: 6 }, results: [work] })).join('\n'),
  ]) {
    expect(openAlex.recognizes(text)).toBe(true);
    expect(titles(text)).toEqual(expected);
  }
});

test.each([
  [{ first_page: '1', last_page: '9' }, '1-9'],
  [{ first_page: 'e1', last_page: 'e1' }, 'e1'],
  [{ first_page: '5', last_page: null }, '5'],
  [{ first_page: null, last_page: '9' }, '9'],
  [{}, undefined],
  [null, undefined],
])('pages %j are %j', (biblio, pages) => {
  const primary_location = { source: { display_name: 'B' } };
  expect(record({ primary_location, biblio })?.container?.pages).toBe(pages);
});

test.each([
  ['dissertation', 'repository', 'thesis'],
  ['report', 'repository', 'report'],
  ['article', 'repository', 'preprint'],
  ['article', 'conference', 'conference'],
  ['book-chapter', 'ebook platform', 'book'],
  ['article', 'metadata', undefined],
])('%s in a %s is in a %s', (type, source, container) => {
  const primary_location = { source: { display_name: 'B', type: source } };
  expect(record({ type, primary_location })?.container?.type).toBe(container);
});

test('names an author by the paper when the author is not known otherwise', () => {
  const authorships = [
    { author: null, raw_author_name: 'A' },
    { author: { display_name: 'B' } },
    { author: {} },
    null,
    'C',
  ];
  expect(record({ authorships })?.authors).toEqual([{ name: 'A' }, { name: 'B' }]);
});

test.each(['constructor', 'toString', '__proto__'])('a type called %s is none', (type) => {
  const source = { display_name: 'Letters', type };
  const { container } = record({ type, primary_location: { source } }) ?? {};
  expect(container).toEqual({ name: 'Letters' });
});

test('bears any value in any field', () => {
  const fields = Object.keys((JSON.parse(FIXTURE) as { results: object[] }).results[0]!);
  for (const field of fields)
    for (const value of [null, 0, true, 'x', [], [null], {}, { source: 1 }, [[]]])
      expect(() => record({ [field]: value })).not.toThrow();
});
