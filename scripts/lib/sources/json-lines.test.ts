import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonLines, readAuthors } from './json-lines.ts';

const read = (...lines: readonly string[]) => jsonLines.read(lines.join('\n'), 'a.jsonl');
const record = (value: object) => read(JSON.stringify(value)).records[0];
const warnings = (value: object) =>
  read(JSON.stringify(value)).problems.map(({ severity, field }) => [severity, field]);

const PAPER = {
  id: '81403',
  title: 'Learning to Walk',
  abstract: 'Deep RL holds promise.',
  authors: 'Tuomas Haarnoja; Sehoon Ha',
  venue: 'rss',
  year: 2019,
  pdf: 'https://www.roboticsproceedings.org/rss15/p11.pdf',
};

test('takes every field that entries have', () => {
  expect(read(JSON.stringify(PAPER))).toEqual({
    records: [
      {
        title: 'Learning to Walk',
        abstract: 'Deep RL holds promise.',
        line: 1,
        authors: [{ name: 'Tuomas Haarnoja' }, { name: 'Sehoon Ha' }],
        container: { name: 'rss' },
        date: '2019',
        pdf: PAPER.pdf,
      },
    ],
    problems: [],
  });
});

test.each([undefined, null, '', '  '])(
  'takes a paper of which all but the title is %j',
  (nothing) => {
    const { title } = PAPER;
    const empty = {
      title,
      abstract: nothing,
      authors: nothing,
      venue: nothing,
      year: nothing,
      pdf: nothing,
    };
    expect(record(empty)).toEqual({ title, abstract: '', line: 1 });
    expect(warnings(empty)).toEqual([]);
  },
);

test.each([
  ['pdf', 'ftp://example.org/a.pdf'],
  ['pdf', 'paper.pdf'],
  ['pdf', 'javascript:alert(1)'],
  ['year', 'n.d.'],
  ['year', 20_245],
  ['year', '2024-13'],
  ['venue', { name: 'ICML' }],
  ['abstract', ['a', 'b']],
])('takes a paper without its %s when that is %j, and warns', (field, value) => {
  const paper = { title: 'A', [field]: value };
  expect(record(paper)).toEqual({ title: 'A', abstract: '', line: 1 });
  expect(warnings(paper)).toEqual([['warning', field]]);
});

test.each([[2019], ['2019'], ['2019-05'], ['2019-05-31']])('takes the year %j', (year) => {
  expect(record({ title: 'A', year })?.date).toBe(String(year));
});

describe('authors', () => {
  test.each<[unknown, readonly string[]]>([
    ['Ada Lovelace; Alan  Turing;', ['Ada Lovelace', 'Alan Turing']],
    ['A;B', ['A', 'B']],
    ['Tom\u00a0Erez;  Yuval Tassa', ['Tom Erez', 'Yuval Tassa']],
    [
      ['A', { name: 'B' }, 3, null, ''],
      ['A', 'B', '3'],
    ],
    ['Satoru Sakai;Satoru Sakai', ['Satoru Sakai']],
    ['A;B;C;A;B;C', ['A', 'B', 'C']],
    // two people of one name, not a list that is repeated
    ['Jie Zhou; Le Tian; Hui Su; Jie Zhou', ['Jie Zhou', 'Le Tian', 'Hui Su', 'Jie Zhou']],
    ['A;B;B;A', ['A', 'B', 'B', 'A']],
    [';;', []],
    [undefined, []],
  ])('%j are %j', (value, names) => {
    expect(readAuthors(value)).toEqual(names);
  });

  test('of a list that is repeated are those of the list', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]+$/), { minLength: 1 });
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 4 }), (list, times) => {
        const repeated = Array.from({ length: times }, () => list).flat();
        expect(readAuthors(repeated.join(';'))).toEqual(list);
      }),
    );
  });
});

describe('lines', () => {
  test.each([
    ['{"title": "A"', 'not JSON'],
    ['["A"]', 'A'],
    ['null', 'null'],
    ['{"abstract": "A"}', 'without title'],
    ['{"title": " "}', 'without title'],
    ['{"title": {"en": "A"}}', 'without title'],
  ])('that say %s are errors, and the others are taken', (bad, found) => {
    const { records, problems } = read('{"title":"A"}', bad, '', '{"title":"B"}');
    expect(records.map(({ title, line }) => [title, line])).toEqual([
      ['A', 1],
      ['B', 4],
    ]);
    expect(problems).toMatchObject([{ severity: 'error', file: 'a.jsonl', line: 2 }]);
    expect(problems[0]?.found).toContain(found);
  });

  test('may end with CRLF, begin with a byte order mark, and the last need not end', () => {
    const { records, problems } = jsonLines.read('\ufeff{"title":"A"}\r\n\r\n{"title":"B"}', 'a');
    expect(records.map(({ title, line }) => [title, line])).toEqual([
      ['A', 1],
      ['B', 3],
    ]);
    expect(problems).toEqual([]);
  });

  test('of any kind are read without failing, each at most once', () => {
    const line = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc
        .record({ title: fc.anything(), authors: fc.anything(), year: fc.anything() })
        .map((value) =>
          JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? null : one)),
        ),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { records } = read(...lines);
        expect(records.length).toBeLessThanOrEqual(lines.join('\n').split(/[\r\n]/).length);
        for (const { title } of records) expect(title.trim()).not.toBe('');
      }),
    );
  });
});
