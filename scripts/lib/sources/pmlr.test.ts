import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIncoming } from '../incoming.ts';
import { mendYaml } from './mend-yaml.ts';
import { pmlr } from './pmlr.ts';

const FOLDER = join(import.meta.dirname, '../../../tests/fixtures/sources');
const POST = readFileSync(join(FOLDER, 'pmlr.md'), 'utf8');
const UNQUOTED = readFileSync(join(FOLDER, 'pmlr-unquoted.md'), 'utf8');

const read = (text: string) => pmlr.read(text, 'post.md');
const post = (...fields: readonly string[]): string => `---\ntitle: A\n${fields.join('\n')}\n---\n`;
const record = (...fields: readonly string[]) => read(post(...fields)).records[0];
const containing = (part: string): unknown => expect.stringContaining(part);

test('gives a paper with all that its post tells', () => {
  expect(read(POST)).toEqual({
    records: [
      {
        title: 'TideFormer: Linear Attention for Harbours and Other Places Where Water is Late',
        abstract:
          'A promising approach to the sea is to employ position-based re-weighting functions. ' +
          "We're within $\\alpha < 0.05$ of the moon. First, we generalize; second, we replace.",
        line: 2,
        authors: [
          { name: 'Odalys Brennwick' },
          { name: 'Perrin van der Quill' },
          { name: 'Tusk Gültekin Iii' },
        ],
        date: '2024-07-08',
        container: {
          type: 'conference',
          name: 'Proceedings of the 41st International Conference on Tides and Clocks',
          volume: '235',
          pages: '452-470',
          publisher: 'PMLR',
        },
        pdf: 'https://raw.mlresearch.example/assets/brennwick24a/brennwick24a.pdf',
        links: [
          { kind: 'other', url: 'https://proceedings.mlr.press/v235/brennwick24a.html' },
          { kind: 'other', url: 'https://openreview.net/forum?id=XhH1OKLANY' },
          { kind: 'code', url: 'https://github.com/example/tideformer' },
          { kind: 'video', url: 'https://video.example/brennwick24a' },
        ],
        sourceId: 'openreview:XhH1OKLANY',
      },
    ],
    problems: [],
  });
});

describe('texts that lack their quotes', () => {
  test('are read as they are meant', () => {
    const { records, problems } = read(UNQUOTED);
    expect(problems).toEqual([]);
    expect(records[0]).toMatchObject({
      title: 'Clocks: A Study of "Late" Trains',
      abstract:
        'We study "late" trains: \\ell_1 is small, and "on time" is 5\\% of all cases. It\'s @noon.',
      pdf: 'https://proceedings.mlr.press/v28/ashquist13.pdf',
      container: { type: 'workshop', volume: '28', pages: '37-45' },
      sourceId: 'pmlr:v28/ashquist13',
    });
  });

  test.each([
    ['title: Tides: a study', 'Tides: a study'],
    ['title: "Late" trains', '"Late" trains'],
    ["title: 'It's late'", "It's late"],
    ['title: @noon: a clock', '@noon: a clock'],
    ['title: `code` first', '`code` first'],
    ['title: "\\ell_1 \\"norms\\""', '\\ell_1 "norms"'],
    ['title: "On \\Phi"', 'On \\Phi'],
    ['title: "R\\u00e9sum\\u00e9s \\x26 \\"more\\""', 'Résumés & "more"'],
    ['title: *Bold* claims', '*Bold* claims'],
    ['title: [Re] A replication: again', '[Re] A replication: again'],
    ['title: {B}races: a survey', '{B}races: a survey'],
    ['title: %\n  wrapped: lines', '% wrapped: lines'],
    ['title: !!js/function "function(){}"', '!!js/function "function(){}"'],
  ])('%j is %j', (field, title) => {
    const { records, problems } = read(`---\n${field}\nfirstpage: 1\n---\n`);
    expect(problems).toEqual([]);
    expect(records[0]?.title).toBe(title);
  });

  test('of any words are read as they are written', () => {
    const words = fc.stringMatching(/^[A-Za-z@`%&*!|>?{}[\],#:'"\\é-][ -~é]{0,60}[a-z]$/);
    fc.assert(
      fc.property(words, (text) => {
        fc.pre(!/^(['"]).*\1$/.test(text));
        const mended = mendYaml(`title: ${text}\nvolume: '1'`);
        expect(mended).toBe(`title: ${JSON.stringify(text.replace(/ $/, ''))}\nvolume: '1'`);
      }),
    );
  });

  test('lose the quotes that they have', () => {
    expect(mendYaml("title: 'It''s late: a study'")).toBe('title: "It\'s late: a study"');
  });

  test('may stand beside a text that is written as a block', () => {
    const { records } = read(
      '---\ntitle: A: b\nabstract: |\n  One: two\n  three\nfirstpage: 1\n---\n',
    );
    expect(records).toMatchObject([{ title: 'A: b', abstract: 'One: two\nthree' }]);
  });

  test('are left alone where they are well written', () => {
    expect(record('abstract: >\n  One:\n  two', 'firstpage: 1')?.abstract).toBe('One: two');
    expect(record('abstract: |-\n  One:\n  two', 'firstpage: [1')).toBeUndefined();
  });
});

describe('front matter that cannot be read', () => {
  test.each([
    [['volume: [1', 'firstpage: 1'], 3],
    [['author: !!js/function "function(){}"'], 3],
    [['author: &a', '- given: A', 'editor: *a'], 5],
    [['volume: 1', 'volume: 2'], 4],
  ])('is reported with its line: %j', (fields, line) => {
    const { records, problems } = read(post(...fields));
    expect(records).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'error', file: 'post.md' }]);
    expect(problems[0]?.line).toBeGreaterThanOrEqual(line);
    expect(problems[0]?.line).toBeLessThanOrEqual(line + 1);
  });

  test.each([
    [2, '---\nfirstpage: 1\n---\n', 'without title'],
    [1, '---\ntitle: A\nabstract: It breaks', 'without end'],
  ])('is reported on line %i: %j', (line, text, found) => {
    expect(read(text)).toMatchObject({
      records: [],
      problems: [{ line, found: containing(found) }],
    });
  });
});

test('says when there is no front matter at all', () => {
  expect(read('words')).toMatchObject({ records: [], problems: [{ line: 1 }] });
});

test('reads many posts of one file, each with its line, and says which are broken', () => {
  const text = `${post('firstpage: 1')}${post('volume: [')}words below\n${post('firstpage: 2')}`;
  for (const end of ['\n', '\r\n', '\r']) {
    const { records, problems } = read(text.replaceAll('\n', end));
    expect(records.map(({ line }) => line)).toEqual([2, 11]);
    expect(problems).toMatchObject([{ line: 7 }]);
  }
});

test.each([
  [['firstpage: 1', 'lastpage: 9', 'page: 1-9'], '1-9'],
  [['firstpage: 1', 'lastpage: 9'], '1-9'],
  [['page: 1--9'], '1--9'],
  [['firstpage: 7', 'lastpage: 7'], '7'],
  [['firstpage: 7'], '7'],
  [['firstpage: 0', 'lastpage: 0', 'page: 0-0'], undefined],
  [['firstpage: ', 'page: '], undefined],
])('pages %j are %j', (fields, pages) => {
  expect(record('container-title: B', ...fields)?.container?.pages).toBe(pages);
});

test.each([
  [['date: 2024-07-08'], '2024-07-08'],
  [['issued:', '  date-parts:', '  - 2024', '  - 7', '  - 8'], '2024-07-08'],
  [['issued:', '  date-parts: [[2024, 7]]'], '2024-07'],
  [['year: 2012'], '2012'],
  [['date: ', 'volume: 1'], undefined],
])('the date of %j is %j', (fields, date) => {
  expect(record(...fields)?.date).toBe(date);
});

test('knows authors by the field for BibTeX when there is no other', () => {
  expect(record('bibtex_author: Brennwick, Odalys and van der Quill, Perrin')?.authors).toEqual([
    { name: 'Odalys Brennwick' },
    { name: 'Perrin van der Quill' },
  ]);
});

test('names authors without the control characters that stand in some names', () => {
  const text = post(
    'firstpage: 1',
    'author:',
    '- given: "R\\x1A\u00e9mi"',
    '  family: "Bar\\x1Adenet"',
  );
  const { papers } = readIncoming(read(text), 'a', 'a');
  expect(papers[0]?.fields.authors).toEqual([{ name: 'R\u00e9mi Bardenet' }]);
});

test('gives papers that the schema takes', () => {
  const { papers, problems } = readIncoming(read(POST + UNQUOTED), 'a', 'a');
  expect(problems).toEqual([]);
  expect(papers.map(({ fields }) => fields.date)).toEqual(['2024-07-08', '2013-02-13']);
});

test.each([
  ['an entry of a collection', '---\ntitle: A\ndate: "2024"\ncontainer:\n  name: B\n---\n\nText\n'],
  ['a blog', '---\nlayout: post\ntitle: A\n---\n'],
])('knows nothing of %s', (_, text) => {
  expect(pmlr.recognizes(text)).toBe(false);
});

test('reads whatever it gets without failing', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '---\n',
      'title: ',
      'author:\n- given: a\n',
      'page: ',
      '\n',
      '- ',
      '|',
      '&a',
      '*a',
    ),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      for (const { title } of read(`---\n${parts.join('')}`).records) expect(title).not.toBe('');
    }),
  );
});
