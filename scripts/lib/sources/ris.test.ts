import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ris } from './ris.ts';

const FIXTURE = join(import.meta.dirname, '../../../tests/fixtures/sources/references.ris');
const read = (text: string) => ris.read(text, 'a.ris');
const record = (...lines: readonly string[]) =>
  read(['TY  - JOUR', 'TI  - T', ...lines, 'ER  - '].join('\r\n')).records[0];

describe('a file of old and new records', () => {
  const { records, problems } = read(readFileSync(FIXTURE, 'utf8'));

  test('gives its papers, each with its line', () => {
    expect(records).toMatchInlineSnapshot(`
      [
        {
          "abstract": "The dominant models  - so far - are complex. They are slow as well.

      A second paragraph.",
          "authors": [
            {
              "name": "Ashish Vaswani",
            },
            {
              "name": "Martin Luther King Jr.",
            },
            {
              "name": "Aäron van den Oord",
            },
            {
              "name": "The Light Collaboration",
            },
          ],
          "container": {
            "name": "Advances in Neural Information Processing Systems 30",
            "pages": "5998-6008",
            "publisher": "Curran Associates",
            "type": "conference",
            "volume": "30",
          },
          "date": "2017-12-04",
          "doi": "https://doi.org/10.5555/3295222",
          "line": 1,
          "links": [
            {
              "kind": "other",
              "url": "https://proceedings.neurips.cc/paper/2017/hash/3f5ee243-Abstract.html",
            },
          ],
          "pdf": "https://proceedings.neurips.cc/paper/2017/file/3f5ee243-Paper.pdf",
          "title": "Attention Is All You Need: E. coli & H2O",
        },
        {
          "abstract": "Old readers called this the abstract.",
          "authors": [
            {
              "name": "Ada Lovelace",
            },
          ],
          "container": {
            "issue": "2",
            "name": "Journal of Engines",
            "pages": "11-19",
            "type": "journal",
          },
          "date": "1998-03",
          "doi": "doi: 10.1000/182",
          "line": 26,
          "title": "An Old Record",
        },
        {
          "abstract": "",
          "arxiv": "1906.01234",
          "date": "2019",
          "line": 36,
          "title": "No End Before This One",
        },
        {
          "abstract": "",
          "authors": [
            {
              "name": "Ada Lovelace",
            },
          ],
          "container": {
            "name": "University of London",
            "type": "thesis",
          },
          "date": "2024",
          "line": 42,
          "title": "A Thesis",
        },
        {
          "abstract": "",
          "arxiv": "2403.10020",
          "date": "2024-05-05",
          "line": 53,
          "title": "The Last",
        },
      ]
    `);
  });

  test('gives a problem for what belongs to no record and for a record without title', () => {
    expect(problems.map(({ severity, line, found }) => [severity, line, found])).toEqual([
      ['error', 51, 'a field outside of any record, "TI  - A Field Too Late"'],
      ['error', 48, 'a record without title'],
    ]);
  });
});

test('lines may end in any way, begin after a byte order mark, and the last record need not end', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = `\ufeffTY  - JOUR${end}TI  - A${end}ER  -${end}${end}TY  - JOUR${end}TI  - B`;
    expect(ris.recognizes(text)).toBe(true);
    expect(read(text).records.map(({ title, line }) => [title, line])).toEqual([
      ['A', 1],
      ['B', 5],
    ]);
  }
});

describe('dates', () => {
  test.each([
    [['PY  - 2019'], '2019'],
    [['PY  - 2019///'], '2019'],
    [['PY  - 2019/05/31/'], '2019-05-31'],
    [['PY  - 98'], '1998'],
    [['PY  - 07'], '2007'],
    [['Y1  - 07/11//'], '2007-11'],
    [['PY  - 2019', 'DA  - 2019/05/31/'], '2019-05-31'],
    [['PY  - 2019', 'DA  - 2024/01/01/'], '2019'],
    [['PY  - 2019', 'DA  - 2019/05//'], '2019-05'],
    [['PY  - 2019', 'DA  - May 31'], '2019-05-31'],
    [['PY  - 2019', 'DA  - May'], '2019-05'],
    [['PY  - 2019', 'DA  - whenever'], '2019'],
    [['DA  - 2019/05/31/'], '2019-05-31'],
    [['DA  - 31 May 2019'], '2019-05-31'],
    [['PY  - in press'], 'in press'],
  ])('%j are %j', (lines, date) => {
    expect(record(...lines)?.date).toBe(date);
  });
});

describe('fields that several tags tell', () => {
  test.each<[readonly string[], object]>([
    [['T2  - A', 'JO  - B', 'JF  - C'], { container: { type: 'journal', name: 'A' } }],
    [['JO  - B', 'JF  - C'], { container: { type: 'journal', name: 'C' } }],
    [['JA  - B'], { container: { type: 'journal', name: 'B' } }],
    [['AU  - Lovelace, Ada', 'A1  - Lovelace, Ada'], { authors: [{ name: 'Ada Lovelace' }] }],
    [['AB  - New', 'N2  - Old'], { abstract: 'New' }],
    [
      ['JF  - J', 'SP  - 1', 'EP  - 9'],
      { container: { type: 'journal', name: 'J', pages: '1-9' } },
    ],
    [
      ['JF  - J', 'SP  - 1-9', 'EP  - 9'],
      { container: { type: 'journal', name: 'J', pages: '1-9' } },
    ],
    [['JF  - J', 'SP  - 7', 'EP  - 7'], { container: { type: 'journal', name: 'J', pages: '7' } }],
    [['UR  - https://arxiv.org/abs/2403.10020'], { arxiv: '2403.10020' }],
    [['UR  - https://doi.org/10.1000/182'], { doi: '10.1000/182' }],
    [['DO  - 10.1000/182', 'UR  - https://doi.org/10.1000/other'], { doi: '10.1000/182' }],
    [['L1  - file:///home/a.pdf'], {}],
    [['L1  - https://example.org/a.pdf'], { pdf: 'https://example.org/a.pdf' }],
  ])('%j', (lines, told) => {
    expect(record(...lines)).toEqual({ title: 'T', abstract: '', line: 1, ...told });
  });
});

test('keeps all of a value, and goes on with it on the next line', () => {
  const text = 'TY  - JOUR\nTI  - A  - B\nAB  - One\n two.\n\nThree.\nER  - \n';
  expect(read(text).records).toMatchObject([{ title: 'A - B', abstract: 'One two.\n\nThree.' }]);
});

test('reads whatever it gets without failing', () => {
  const piece = fc.constantFrom(
    'TY  - JOUR',
    'ER  - ',
    'TI  - A',
    'AU  - ',
    'PY  - 99/99/99',
    'text',
    '',
    'XX  -',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(piece), fc.constantFrom('\n', '\r\n'), (pieces, end) => {
      for (const { title } of read(pieces.join(end)).records) expect(title).not.toBe('');
    }),
  );
});

test.each([
  ['one line', 'a'.repeat(10_000_000)],
  ['records', 'TY  - JOUR\nTI  - A\n'.repeat(100_000)],
  ['one record', `TY  - JOUR\nTI  - A\n${'AU  - A, B\n'.repeat(300_000)}`],
  ['one value', `TY  - JOUR\nAB  - A\n${'more\n'.repeat(500_000)}`],
  ['strays', 'TI  - A\n'.repeat(300_000)],
])('reads megabytes of %s in time', (_, text) => {
  const readPart = (size: number) => [
    ris.recognizes(text.slice(0, size)),
    read(text.slice(0, size)),
  ];
  expect(readPart).toTakeTimeInProportion(text.length);
});

test('separators of lines and paragraphs within a value are part of it', () => {
  const { title, abstract } = record('TI  - ', 'AB  - A\u2028B\u2029C') ?? {};
  expect([title, abstract]).toEqual(['T', 'A\u2028B\u2029C']);
  expect(read('TY  - JOUR\nAU  - A, B\nTI  - C\u2028D\nER  - ').records[0]).toMatchObject({
    title: 'C D',
    authors: [{ name: 'B A' }],
  });
});

test('hundreds of thousands of addresses are no more than one', () => {
  const found = record(`UR  - ${'https://a.example/b '.repeat(300_000)}`);
  expect(found?.links).toEqual([{ kind: 'other', url: 'https://a.example/b' }]);
});
