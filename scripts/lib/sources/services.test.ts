import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIncoming } from '../incoming.ts';
import { aclAnthology } from './acl-anthology.ts';
import { arxivAtom } from './arxiv-atom.ts';
import { hfDailyPapers } from './hf-daily-papers.ts';
import { openAlex } from './openalex.ts';
import { openReview } from './openreview.ts';
import { pmlr } from './pmlr.ts';

const FOLDER = join(import.meta.dirname, '../../../tests/fixtures/sources');

/** A file of each format, and how the same record is written many times in one file. */
const CASES = [
  {
    format: arxivAtom,
    file: 'arxiv-atom.xml',
    begin: '  <entry>',
    end: '</entry>\n',
    tail: '</feed>',
  },
  {
    format: aclAnthology,
    file: 'acl.xml',
    begin: '    <paper id="1">',
    end: '</paper>\n',
    tail: '</volume></collection>',
  },
  {
    format: openAlex,
    file: 'openalex.json',
    begin: '    {\n      "id"',
    end: '\n    },',
    tail: '{"title":"Z"}]}',
  },
  {
    format: openReview,
    file: 'openreview.json',
    begin: '  {\n   "content"',
    end: '\n  },',
    tail: '{"content":{"title":"Z"}}]}',
  },
  {
    format: hfDailyPapers,
    file: 'hf-daily-papers.json',
    begin: '  {\n    "paper"',
    end: '\n  },',
    tail: '{"title":"Z"}]',
  },
  {
    format: pmlr,
    file: 'pmlr.md',
    begin: '---\n',
    end: 'bibliographies/\n---\n',
    tail: '---\ntitle: Z\n---\n',
  },
].map((one) => ({
  ...one,
  name: one.format.name,
  text: readFileSync(join(FOLDER, one.file), 'utf8'),
}));

const NASTY = [
  ...[
    '\u0000',
    '\ud800',
    '\u202e',
    '\ufeff',
    '\\u0000',
    '\\ud800',
    '"',
    '\\',
    '<',
    '>',
    '&',
    '&#0;',
  ],
  ...['{', '}', '[', ']', '---\n', '\n', '\r', '!!js/function', '*a', '&a', '<![CDATA[', '<!--'],
  ...['null', '1e999', '-1', '"__proto__"', '<script>alert(1)</script>', 'javascript:alert(1)'],
  ...['/../../', '=cmd()', '$', '\\begin{x}', '😀', '{"a":'.repeat(200), '<a>'.repeat(200)],
];

describe.each(CASES)('$name', ({ format, text, begin, end, tail }) => {
  test('whatever is done to a file, what it gives is sound, and all of it is told or taken', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      drop: fc.constantFrom(0, 0, 1, 40),
      put: fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary' })),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const changed = edits.reduce((before, { at, drop, put }) => {
          const offset = Math.floor(at * before.length);
          return before.slice(0, offset) + put + before.slice(offset + drop);
        }, text);
        const reading = format.read(changed, 'a');
        const { papers, problems } = readIncoming(reading, 'a', 'a');
        const lines = changed.split(/\r\n|\n|\r/).length;
        expect(papers.length + problems.length).toBeGreaterThan(0);
        for (const { line = 1 } of [...reading.records, ...reading.problems])
          expect(line >= 1 && line <= lines).toBe(true);
        for (const { fields } of papers)
          for (const url of [fields.pdf, ...(fields.links ?? []).map((link) => link.url)])
            expect(url ?? 'https:').toMatch(/^https?:/i);
      }),
    );
  });

  test('two thousand records are read in time', () => {
    const start = text.indexOf(begin);
    const record = text.slice(start, text.indexOf(end, start) + end.length);
    const readMany = (times: number) =>
      format.read(text.slice(0, start) + record.repeat(times) + tail, 'a');
    expect(readMany).toTakeTimeInProportion(2000);
    const { records } = readMany(2000);
    const lines = record.split('\n').length - 1;
    const first = records[0]?.line ?? 0;
    expect(records.slice(0, 2000).map(({ line }) => line)).toEqual(
      Array.from({ length: 2000 }, (_, at) => first + at * lines),
    );
  });
});
