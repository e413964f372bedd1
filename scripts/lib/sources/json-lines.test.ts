import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonLines } from './json-lines.ts';

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
  ['pdf', ['https://example.org/a.pdf']],
  ['year', true],
  ['doi', {}],
  ['abstract', ['a', 'b']],
])('takes a paper without its %s when that is %j, and warns', (field, value) => {
  const paper = { title: 'A', [field]: value };
  expect(record(paper)).toEqual({ title: 'A', abstract: '', line: 1 });
  expect(warnings(paper)).toEqual([['warning', field]]);
});

test.each([[2019], ['2019'], ['2019-05'], ['2019-05-31']])('takes the year %j', (year) => {
  expect(record({ title: 'A', year })?.date).toBe(String(year));
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
