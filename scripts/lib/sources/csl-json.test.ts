import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cslJson } from './csl-json.ts';

const FIXTURE = join(import.meta.dirname, '../../../tests/fixtures/sources/references.csl.json');
const read = (value: unknown) => cslJson.read(JSON.stringify(value), 'a.json');
const record = (item: object) =>
  read([{ type: 'article-journal', title: 'T', ...item }]).records[0];

describe('a file as reference managers write it', () => {
  const { records, problems } = cslJson.read(readFileSync(FIXTURE, 'utf8'), 'a.json');

  test('gives its papers, each with its line', () => {
    expect(records).toMatchInlineSnapshot(`
      [
        {
          "abstract": "The dominant models are complex.



      They are slow.",
          "authors": [
            {
              "name": "Ashish Vaswani",
              "orcid": "http://orcid.org/0000-0002-1825-0097",
            },
            {
              "name": "Aäron van den Oord",
            },
            {
              "name": "Vincent van Gogh",
            },
            {
              "name": "Martin Luther King Jr.",
            },
            {
              "name": "The Light Collaboration",
            },
          ],
          "container": {
            "name": "Advances in Neural Information Processing Systems 30",
            "pages": "5998–6008",
            "publisher": "Curran Associates",
            "type": "conference",
            "volume": "30",
          },
          "date": "2017-12-04",
          "doi": "10.5555/3295222",
          "line": 2,
          "links": [
            {
              "kind": "other",
              "url": "https://proceedings.neurips.cc/paper/2017/hash/3f5ee243-Abstract.html",
            },
          ],
          "title": "Attention for BERT, E. coli & H2O",
        },
        {
          "abstract": "",
          "container": {
            "issue": "2",
            "name": "Journal of Engines",
            "type": "journal",
          },
          "date": "2019",
          "line": 23,
          "title": "A Season in a Journal",
        },
        {
          "abstract": "",
          "arxiv": "2403.10020",
          "date": "31 May 2024",
          "line": 31,
          "title": "A Preprint",
        },
        {
          "abstract": "",
          "container": {
            "name": "University of London",
            "type": "thesis",
          },
          "line": 39,
          "title": "A Thesis",
        },
        {
          "abstract": "",
          "container": {
            "name": "Proceedings",
          },
          "date": "2020-01",
          "line": 41,
          "title": "A Range",
        },
      ]
    `);
  });

  test('gives a problem for an item without title', () => {
    expect(problems).toMatchObject([{ severity: 'error', line: 40, field: 'title' }]);
    expect(problems[0]?.found).toBe('the item "nothing" without title');
  });
});

test('may be a single item', () => {
  const item = { type: 'article', title: 'A', author: [{ literal: 'B' }] };
  expect(cslJson.recognizes(JSON.stringify(item))).toBe(true);
  expect(read(item).records).toMatchObject([{ title: 'A', authors: [{ name: 'B' }] }]);
});

describe('dates', () => {
  test.each([
    [{ 'date-parts': [[2024, 5, 31]] }, '2024-05-31'],
    [{ 'date-parts': [['2024', '5']] }, '2024-05'],
    [{ 'date-parts': [[2024]], season: '2' }, '2024'],
    [
      {
        'date-parts': [
          [2024, 5],
          [2024, 7],
        ],
      },
      '2024-05',
    ],
    [{ 'date-parts': [[null]], raw: '2024' }, '2024'],
    [{ raw: 'May 2024' }, 'May 2024'],
    [{ literal: 'Spring 2024' }, 'Spring 2024'],
    ['2024-05', '2024-05'],
    [{}, undefined],
    [{ 'date-parts': [] }, undefined],
  ])('%j is %j', (issued, date) => {
    expect(record({ issued })?.date).toBe(date);
  });
});

test.each(['constructor', 'hasOwnProperty', '__proto__'])(
  'takes a paper of the type %s for one of no known type',
  (type) => {
    const { container } = record({ type, 'container-title': 'Letters' }) ?? {};
    expect(container).toEqual({ name: 'Letters' });
  },
);

test('takes what Crossref answers with: lists for texts, types of its own, names of groups', () => {
  const item = {
    type: 'proceedings-article',
    title: ['Notes on <b>Engines</b>'],
    'container-title': ['Proc. of Engines', 'PE'],
    author: [
      { name: 'Light Group' },
      { given: 'Ada', family: 'Lovelace', ORCID: 'https://orcid.org/0000-0002-1825-0097' },
    ],
    published: { 'date-parts': [[1843, 9]] },
    DOI: '10.1000/182',
  };
  const text = JSON.stringify([item]);
  expect(cslJson.recognizes(text)).toBe(true);
  expect(cslJson.read(text, 'a').records).toEqual([
    {
      title: 'Notes on Engines',
      abstract: '',
      line: 1,
      authors: [
        { name: 'Light Group' },
        { name: 'Ada Lovelace', orcid: 'https://orcid.org/0000-0002-1825-0097' },
      ],
      container: { name: 'Proc. of Engines', type: 'conference' },
      date: '1843-09',
      doi: '10.1000/182',
    },
  ]);
});

test('reads whatever stands in its fields without failing', () => {
  const item = fc.dictionary(
    fc.constantFrom(
      'type',
      'title',
      'author',
      'issued',
      'container-title',
      'page',
      'DOI',
      'URL',
      '__proto__',
    ),
    fc.oneof(fc.jsonValue(), fc.constantFrom('article', 'T', 'thesis')),
  );
  fc.assert(
    fc.property(fc.array(item), (items) => {
      for (const { title } of read(items).records) expect(title).not.toBe('');
      expect(() => cslJson.recognizes(JSON.stringify(items))).not.toThrow();
    }),
  );
});
