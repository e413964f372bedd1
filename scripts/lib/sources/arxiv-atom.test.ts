import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readIncoming } from '../incoming.ts';
import { arxivAtom } from './arxiv-atom.ts';

const FIXTURE = readFileSync(
  join(import.meta.dirname, '../../../tests/fixtures/sources/arxiv-atom.xml'),
  'utf8',
);
const containing = (part: string): unknown => expect.stringContaining(part);

const feed = (entry: string, head = '<feed xmlns="http://www.w3.org/2005/Atom">'): string =>
  `${head}\n<entry><id>http://arxiv.org/abs/2403.10020v1</id><title>A</title>${entry}</entry></feed>`;
const read = (text: string) => arxivAtom.read(text, 'feed.xml');
const record = (entry: string, head?: string) => read(feed(entry, head)).records[0];

describe('an answer of the API', () => {
  const { records, problems } = read(FIXTURE);

  test('gives every paper with all that it tells', () => {
    expect(records[0]).toEqual({
      title: 'Learning the Tides with $O(n \\log n)$ Attention: Harbours & Estuaries',
      abstract:
        'We predict the height of the water at 1,204 harbours from the moon alone. Attention over tide ' +
        'gauges costs $O(n \\log n)$ and errs by less than 4 cm for $x < y$.\n\n' +
        'A second model reads the weather as well.',
      line: 10,
      arxiv: '2403.10020',
      authors: [{ name: 'Odalys Brennwick' }, { name: 'Perrin van der Quill' }],
      date: '2024-03-15T04:56:01Z',
      pdf: 'https://arxiv.org/pdf/2403.10020',
      links: [{ kind: 'code', url: 'https://github.com/example/tides' }],
    });
    expect(records.map(({ arxiv, line }) => [arxiv, line])).toEqual([
      ['2403.10020', 10],
      ['cs/0112017', 35],
      ['2210.00999', 56],
      ['math.GT/0309136', 82],
    ]);
  });

  test('gives one author as a list of one, without the place where they work', () => {
    expect(records[1]?.authors).toEqual([{ name: 'Mirabel Ashquist' }]);
  });

  test('that holds an error says so, and the other entries are taken', () => {
    expect(problems).toMatchObject([
      { severity: 'error', line: 72, found: containing('incorrect id format for 1234.12345x') },
    ]);
  });

  test('gives papers that the schema takes, on the day of the first version', () => {
    const { papers, problems: flaws } = readIncoming({ records, problems: [] }, 'a', 'a');
    expect(papers.map(({ fields }) => [fields.arxiv, fields.date])).toEqual([
      ['2403.10020', '2024-03-15'],
      ['cs/0112017', '2001-12-16'],
      ['math.GT/0309136', '2003-09-08'],
    ]);
    expect(flaws).toMatchObject([{ severity: 'warning', found: containing('withdrawn (1)') }]);
  });
});

describe('ids', () => {
  test.each([
    ['http://arxiv.org/abs/2403.10020v12', '2403.10020'],
    ['http://arxiv.org/abs/0704.0001', '0704.0001'],
    ['https://arxiv.org/abs/hep-th/9901001v3', 'hep-th/9901001'],
    ['http://arxiv.org/abs/math.GT/0309136v1', 'math.GT/0309136'],
  ])('lose their version: %s', (id, arxiv) => {
    const text = `<feed><entry><id>${id}</id><title>A</title></entry></feed>`;
    expect(read(text).records).toEqual([{ title: 'A', abstract: '', line: 1, arxiv }]);
  });

  test.each([
    ['<id>tag:blog.example,2024:1</id><title>A</title>', 'without arXiv id'],
    ['<id>http://arxiv.org/abs/2403.10020</id><title> </title>', 'without title'],
    ['<title>A</title>', 'without arXiv id'],
    ['', 'without title'],
  ])('or titles that are missing are an error: %s', (entry, found) => {
    const { records, problems } = read(`<feed>\n<entry>${entry}</entry></feed>`);
    expect(records).toEqual([]);
    expect(problems).toMatchObject([{ line: 2, found: containing(found) }]);
  });
});

describe('abstracts', () => {
  test.each([
    ['one\ntwo\nthree', 'one two three'],
    ['  one\ntwo\n  Three\nfour\n', 'one two\n\nThree four'],
    ['\n    one\n    two\n  ', 'one two'],
    ['one\r\ntwo', 'one two'],
    ['<![CDATA[a < b]]>', 'a < b'],
    ['', ''],
  ])('are put together: %j', (summary, abstract) => {
    expect(record(`<summary>${summary}</summary>`)?.abstract).toBe(abstract);
  });
});

describe('withdrawn papers', () => {
  const withdrawn = (comment: string, summary = '') =>
    record(`<summary>${summary}</summary><arxiv:comment>${comment}</arxiv:comment>`)?.withdrawn;

  test.each([
    'This paper has been withdrawn by the author due to an error in Lemma 2',
    'Withdrawn',
    'withdrawn: see v1',
    '12 pages. This submission was withdrawn because of a crucial error',
    'The paper has been withdrawn by the\n  authors',
  ])('are known by the comment %j', (comment) => {
    expect(withdrawn(comment)).toBe('withdrawn');
  });

  test.each([
    '14 pages, 6 figures',
    'How funds are withdrawn from banks; 3 figures',
    'A replacement of a paper withdrawn earlier',
  ])('are not those that say %j', (comment) => {
    expect(withdrawn(comment)).toBeUndefined();
  });

  test('are known by what stands in the place of the abstract', () => {
    expect(withdrawn('', 'This paper has been withdrawn by the author(s).')).toBe('withdrawn');
    expect(withdrawn('', 'We study how troops are withdrawn.')).toBeUndefined();
  });
});

describe('what papers come with', () => {
  test.each(['title="pdf"', 'type="application/pdf"'])('the PDF is the link with %s', (mark) => {
    const page = '<link href="http://arxiv.org/abs/2403.10020v1" type="text/html"/>';
    const entry = `${page}<link ${mark} href="http://arxiv.org/pdf/2403.10020v1.pdf"/>`;
    expect(record(entry)?.pdf).toBe('https://arxiv.org/pdf/2403.10020.pdf');
    expect(record(page)).not.toHaveProperty('pdf');
  });

  test('DOIs may be several', () => {
    expect(record('<arxiv:doi>10.1000/182 10.1000/183</arxiv:doi>')?.doi).toBe('10.1000/182');
  });

  test('a journal reference becomes the container', () => {
    const entry = '<arxiv:journal_ref>Nature 521,\n 436-444 (2015)</arxiv:journal_ref>';
    expect(record(entry)?.container).toEqual({
      type: 'journal',
      name: 'Nature',
      volume: '521',
      pages: '436-444',
    });
  });

  test('without `published` the day of the last change is the date', () => {
    expect(record('<updated>2020-01-02T00:00:00Z</updated>')?.date).toBe('2020-01-02T00:00:00Z');
  });

  test('namespaces may have any prefix', () => {
    const head =
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:x="http://arxiv.org/schemas/atom" xmlns:arxiv="urn:other">';
    const entry =
      '<a:entry><a:id>http://arxiv.org/abs/2403.10020v1</a:id><title>No</title><a:title>A</a:title>' +
      '<x:doi>10.1000/182</x:doi><arxiv:comment>withdrawn</arxiv:comment></a:entry></a:feed>';
    const text = `${head.replace('<a:feed', '<a:feed xmlns="urn:none"')}${entry}`;
    expect(arxivAtom.recognizes(text)).toBe(true);
    expect(read(text).records).toEqual([
      { title: 'A', abstract: '', line: 1, arxiv: '2403.10020', doi: '10.1000/182' },
    ]);
  });
});

test.each([
  ['a feed of a blog', '<feed xmlns="http://www.w3.org/2005/Atom"><title>A blog</title></feed>'],
  ['RSS of arXiv', '<rss version="2.0"><channel><link>http://arxiv.org/</link></channel></rss>'],
])('knows nothing of %s', (_, text) => {
  expect(arxivAtom.recognizes(text)).toBe(false);
});
