import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readIncoming } from '../incoming.ts';
import { aclAnthology } from './acl-anthology.ts';
import { toAclId } from './acl-paper.ts';

const FIXTURE = readFileSync(
  join(import.meta.dirname, '../../../tests/fixtures/sources/acl.xml'),
  'utf8',
);
const containing = (part: string): unknown => expect.stringContaining(part);

type Parts = { readonly meta?: string; readonly type?: string; readonly collection?: string };

const collection = (paper: string, { meta = '', type = 'proceedings', ...more }: Parts = {}) =>
  `<collection id="${more.collection ?? '2023.acl'}">\n<volume id="1" type="${type}"><meta>${meta}</meta>\n` +
  `<paper id="4"><title>A</title>${paper}</paper></volume></collection>`;
const read = (text: string) => aclAnthology.read(text, 'acl.xml');
const record = (paper: string, parts?: Parts) => read(collection(paper, parts)).records[0];

describe('a file of the Anthology', () => {
  const { records, problems } = read(FIXTURE);

  test('gives every paper, and no front matter', () => {
    expect(problems).toEqual([]);
    expect(records.map(({ title, line }) => [title, line])).toEqual([
      ['One Cat, Many Rooms: BERT-Like Models in $O(n^2)$ Whispers', 20],
      ['A Paper That Was Taken Back', 39],
      ['Reading <table> Aloud', 47],
      ['The Étude as a Corpus', 65],
    ]);
  });

  test('gives all that a paper tells', () => {
    expect(records[0]).toEqual({
      title: 'One Cat, Many Rooms: BERT-Like Models in $O(n^2)$ Whispers',
      abstract:
        'A cat hears $\\alpha < 0.05$ of all words & forgets the rest. ' +
        'Our code is at https://github.com/example/one-cat.',
      line: 20,
      authors: [
        { name: 'Odalys Brennwick', orcid: '0000-0002-1825-0097' },
        { name: 'Wen Chen' },
        { name: 'Tusk' },
      ],
      date: '2023-07',
      container: {
        type: 'conference',
        name: 'Proceedings of the 61st Annual Meeting for Quiet Rooms (Volume 1: Long Papers)',
        pages: '1–13',
        publisher: 'Association for Quiet Rooms',
      },
      doi: '10.5555/v1/2023.quiet-long.1',
      pdf: 'https://aclanthology.org/2023.quiet-long.1.pdf',
      links: [
        { kind: 'other', url: 'https://aclanthology.org/2023.quiet-long.1' },
        {
          kind: 'code',
          url: 'https://aclanthology.org/attachments/2023.quiet-long.1.software.zip',
        },
        { kind: 'video', url: 'https://aclanthology.org/2023.quiet-long.1.mp4' },
      ],
      sourceId: 'acl:2023.quiet-long.1',
    });
  });

  test('does not count editors among the authors', () => {
    expect(records[2]?.authors).toEqual([{ name: 'Maurice J. Pescatore, Jr.' }]);
  });

  test('gives the PDF where the Anthology has it, which may be elsewhere or nowhere', () => {
    expect(records.slice(2).map(({ pdf }) => pdf)).toEqual([
      'http://www.quiet-rooms.example/papers/reading-table.pdf',
      undefined,
    ]);
  });

  test('tells a journal by its name, volume and issue', () => {
    expect(records[3]).toMatchObject({
      abstract: 'Piano lessons last an hour.\n\nMost of it is silence.',
      date: '2022-05',
      container: { type: 'journal', name: 'Transactions of Quiet Rooms', volume: '7', issue: '2' },
    });
  });

  test('gives papers that the schema takes, but none that was retracted', () => {
    const { papers, problems: flaws } = readIncoming({ records, problems: [] }, 'a', 'a');
    expect(papers.map(({ fields }) => [fields.doi, fields.container?.pages])).toEqual([
      ['10.5555/v1/2023.quiet-long.1', '1-13'],
      [undefined, undefined],
      ['10.5555/tqr_a_00101', '101-120'],
    ]);
    expect(flaws).toMatchObject([{ severity: 'warning', found: containing('retracted (1)') }]);
  });
});

test.each([
  ['2023.acl', 'long', '1', '2023.acl-long.1'],
  ['2020.tacl', '1', '12', '2020.tacl-1.12'],
  ['P18', '1', '1', 'P18-1001'],
  ['J89', '4', '12', 'J89-4012'],
  ['W19', '42', '26', 'W19-4226'],
  ['W06', '1', '3', 'W06-0103'],
  ['D19', '1', '412', 'D19-1412'],
  ['D19', '50', '2', 'D19-5002'],
  ['C69', '1', '1', 'C69-0101'],
])('names paper %s, volume %s, paper %s as %s', (...[set, volume, paper, id]) => {
  expect(toAclId(set, volume, paper)).toBe(id);
});

test('keeps an id of the old style, and finds its page by it', () => {
  const paper = record('<url hash="1">P18-1004</url>', { collection: 'P18' });
  expect(paper).toMatchObject({
    sourceId: 'acl:P18-1004',
    pdf: 'https://aclanthology.org/P18-1004.pdf',
    links: [{ url: 'https://aclanthology.org/P18-1004' }],
  });
  expect(record('', { collection: 'P18' })?.sourceId).toBe('acl:P18-1004');
});

test.each([
  'P18-1004',
  'http://www.aclweb.org/anthology/P18-1004',
  'https://www.aclweb.org/anthology/P18-1004.pdf',
  'https://aclanthology.org/P18-1004/',
])('finds the PDF by the address %s', (url) => {
  expect(record(`<url>${url}</url>`)).toMatchObject({
    sourceId: 'acl:P18-1004',
    pdf: 'https://aclanthology.org/P18-1004.pdf',
  });
});

test('knows no page of a paper whose id is none', () => {
  expect(record('', { collection: '../x' })).toEqual({
    title: 'A',
    abstract: '',
    line: 3,
  });
});

test.each([
  ['<month>July</month><year>2023</year>', '2023-07'],
  ['<month>February 13-25</month><year>1991</year>', '1991-02'],
  ['<month>July-August</month><year>1998</year>', '1998-07'],
  ['<month>Summer</month><year>1998</year>', '1998'],
  ['<month>Sep</month><year>1998</year>', '1998-09'],
  ['<year>1952</year>', '1952'],
  ['<month>July</month>', undefined],
])('reads when %s is', (meta, date) => {
  expect(record('', { meta })?.date).toBe(date);
});

test.each([
  ['<booktitle>Proceedings of the Shelf</booktitle>', 'proceedings', 'conference'],
  ['<booktitle>Proceedings of the Second Workshop</booktitle>', 'proceedings', 'workshop'],
  ['<booktitle>Shelf</booktitle><venue>x</venue><venue>ws</venue>', 'proceedings', 'workshop'],
  ['<booktitle>Shelf, Volume 1</booktitle>', 'journal', 'journal'],
])('takes %s of %s for a %s', (meta, type, container) => {
  expect(record('', { meta, type })?.container?.type).toBe(container);
});

test.each([
  ['<attachment type="poster">a b.pdf</attachment>', 'poster', '/attachments/a%20b.pdf'],
  ['<attachment type="presentation">a.pdf</attachment>', 'slides', '/attachments/a.pdf'],
  ['<attachment type="dataset">a.zip</attachment>', 'data', '/attachments/a.zip'],
  ['<video href="https://vimeo.example/1"/>', 'video', 'https://vimeo.example/1'],
  ['<pwccode url="https://github.com/a/b">a/b</pwccode>', 'code', 'https://github.com/a/b'],
])('links what comes with a paper: %s', (paper, kind, url) => {
  const link = { kind, url: new URL(url, 'https://aclanthology.org').href };
  expect(record(paper)?.links?.slice(1)).toEqual([link]);
});

test('keeps a name for a file within the site', () => {
  const links = record('<attachment type="software">../../x?y#z</attachment>')?.links ?? [];
  expect(links.slice(1)).toEqual([
    { kind: 'code', url: 'https://aclanthology.org/attachments/../../x%3Fy%23z' },
  ]);
});

test('says which paper has no title, and takes the others', () => {
  const text =
    '<collection id="2023.acl"><volume id="1">\n<paper id="1"><title><b/></title></paper>\n<paper id="2"><title>B</title></paper></volume></collection>';
  const { records, problems } = read(text);
  expect(records.map(({ title }) => title)).toEqual(['B']);
  expect(problems).toMatchObject([{ severity: 'error', line: 2, found: containing('title') }]);
});

test('leaves out a paper that is the front matter', () => {
  const text =
    '<collection id="P18"><volume id="1"><paper id="0"><title>Proceedings</title></paper></volume></collection>';
  expect(read(text)).toEqual({ records: [], problems: [] });
});

test('takes the papers of a file that ends too early', () => {
  const cut = FIXTURE.slice(0, FIXTURE.indexOf('The Étude') + 3);
  const { records, problems } = read(cut);
  expect(records.map(({ date }) => date)).toEqual(['2023-07', '2023-07', '2023-07']);
  expect(problems).toMatchObject([{ severity: 'error', line: 66 }]);
});
