import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from './csv.ts';

const read = (text: string) => csv.read(text, 'a.csv');
const titles = (text: string) => read(text).records.map(({ title, line }) => [title, line]);

test('takes what spreadsheets and indexes of literature call by other names', () => {
  const text = [
    '"Author full names","Title","Year","Source title","Volume","Issue","Page start","Page end","DOI","Link","Abstract","Document Type","Publisher"',
    '"Lovelace, Ada (1); Turing, Alan (2)","Notes, on ""Engines""","1843","Scientific Memoirs","3","","666","731","10.1000/1","https://www.scopus.com/record?eid=2","We ""note"".","Article","Taylor"',
  ].join('\r\n');
  expect(read(text)).toEqual({
    records: [
      {
        title: 'Notes, on "Engines"',
        abstract: 'We "note".',
        line: 2,
        authors: [{ name: 'Ada Lovelace' }, { name: 'Alan Turing' }],
        container: {
          name: 'Scientific Memoirs',
          type: 'journal',
          volume: '3',
          pages: '666-731',
          publisher: 'Taylor',
        },
        date: '1843',
        doi: '10.1000/1',
        links: [{ kind: 'other', url: 'https://www.scopus.com/record?eid=2' }],
      },
    ],
    problems: [],
  });
});

describe('delimiters', () => {
  test.each([',', ';', '\t', '|'])('%j is found from the header', (delimiter) => {
    const text = stringify(
      [
        ['Title', 'Abstract'],
        ['A, b; c\td|e', 'x'],
      ],
      { delimiter },
    );
    expect(csv.recognizes(text)).toBe(true);
    expect(titles(text)).toEqual([['A, b; c\td|e', 2]]);
  });

  test('may be named in a line before the header', () => {
    expect(titles('sep=;\r\ntitle;year\r\nA;2024\r\n')).toEqual([['A', 3]]);
  });
});

describe('rows', () => {
  test('have the line on which they begin', () => {
    const text = '\ufefftitle,abstract\r\nA,"x\r\ny"\r\n\r\n"B\r\nC",z\r\nD,\r\n';
    expect(titles(text)).toEqual([
      ['A', 2],
      ['B\nC', 5],
      ['D', 7],
    ]);
  });

  test('may be shorter than the header, and longer by empty cells', () => {
    expect(titles('title,year,doi\nA\nB,2024,,,\n')).toEqual([
      ['A', 2],
      ['B', 3],
    ]);
  });

  test.each([
    [
      'cells without name',
      'title,year\nA,2024\nB, or not,2024\nC,2024\n',
      3,
      '3 cells under 2 names',
      ['A', 'C'],
    ],
    ['no title', 'title,year\nA,2024\n ,2024\nC,2024\n', 3, 'without title', ['A', 'C']],
    [
      'a quotation mark that stays open',
      'title,year\nA,2024\n"B,2024\nC,2024\n',
      3,
      'not closed',
      ['A'],
    ],
    ['a giant cell', `title,year\nA,2024\n${'B'.repeat(2_000_000)},2024\n`, 3, 'more than', ['A']],
  ])('with %s are a problem', (_, text, line, found, taken) => {
    expect(titles(text).map(([title]) => title)).toEqual(taken);
    const { problems } = read(text);
    expect(problems).toMatchObject([{ severity: 'error', file: 'a.csv', line }]);
    expect(problems[0]?.found).toContain(found);
  });

  test('without header are a problem', () => {
    expect(read('A,2024\nB,2024\n').problems).toMatchObject([{ severity: 'error', line: 1 }]);
  });
});

test('undoes what keeps cells from being formulas', () => {
  const text = stringify(
    [
      ['title', 'year'],
      ['=1+1 is -2', '2024'],
      ["'Tis", '2024'],
    ],
    {
      escape_formulas: true,
    },
  );
  expect(text).toContain("'=1+1");
  expect(titles(text).map(([title]) => title)).toEqual(['=1+1 is -2', "'Tis"]);
});

test('reads what a writer of CSV writes', () => {
  const cell = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `t ${text} t`);
  const row = fc.tuple(cell, cell);
  const delimiter = fc.constantFrom(',', ';', '\t', '|');
  fc.assert(
    fc.property(fc.array(row), delimiter, (rows, between) => {
      const text = stringify([['title', 'abstract'], ...rows], { delimiter: between, bom: true });
      const normal = rows.map((cells) => cells.map((one) => one.replace(/\r\n?/g, '\n')));
      expect(read(text).records.map(({ title, abstract }) => [title, abstract])).toEqual(normal);
    }),
  );
});

test('reads whatever it gets without failing', () => {
  const piece = fc.constantFrom('"', ',', '\n', '\r', 'title', 'a', ';', '\u0000', '\ud800');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(() => read(`title,year\n${pieces.join('')}`)).not.toThrow();
      expect(() => csv.recognizes(pieces.join(''))).not.toThrow();
    }),
  );
});

test.each([
  ['one line', 'a'.repeat(10_000_000)],
  ['quotation marks', `title,year\n${'"'.repeat(5_000_000)}`],
  ['delimiters', `title,year\n${','.repeat(5_000_000)}`],
  ['rows', `title,year\n${'A,2024\n'.repeat(100_000)}`],
])('reads megabytes of %s in time', (_, text) => {
  const readPart = (size: number) => [
    csv.recognizes(text.slice(0, size)),
    read(text.slice(0, size)),
  ];
  expect(readPart).toTakeTimeInProportion(text.length);
});

test('millions of empty lines are passed in time', () => {
  const readAfter = (lines: number) => csv.read(`title,authors\n${'\n'.repeat(lines)}A,Eve\n`, 'a');
  expect(readAfter).toTakeTimeInProportion(2_000_000);
  const { records } = readAfter(2_000_000);
  expect(records.map(({ title, line }) => [title, line])).toEqual([['A', 2_000_002]]);
});
