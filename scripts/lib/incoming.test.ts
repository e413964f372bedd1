import { expect, test } from 'vitest';
import { readIncoming, toIncoming } from './incoming.ts';
import type { SourceRecord } from './sources/source-record.ts';

const record = (title: string, more: Partial<SourceRecord> = {}): SourceRecord => ({
  title,
  abstract: '',
  line: 7,
  ...more,
});
const take = (one: SourceRecord) => toIncoming(one, 'a.txt', 'content/sources/a.txt');

test('repairs title and abstract, and finds links in what is repaired', () => {
  const abstract = 'It is 1.36times faster: https://github.com/a/b{this URL}.';
  expect(take(record('Schr\\"odinger  Bridges', { abstract })).incoming?.fields).toEqual({
    title: 'Schrödinger Bridges',
    abstract: 'It is 1.36× faster: https://github.com/a/b (this URL).',
    links: [{ kind: 'code', url: 'https://github.com/a/b' }],
  });
});

test('knows a paper by its title as received', () => {
  expect(take(record('{PF}$^2$ES\\%')).incoming?.keys).toEqual(['title:pf$^2$es']);
});

test('takes out what no text means to contain, and says so', () => {
  const { incoming, problems } = take(record('A\u0000 Title\ud800', { abstract: 'a\u0007b' }));
  expect(incoming?.fields).toMatchObject({ title: 'A Title', abstract: 'ab' });
  expect(
    problems.map(({ severity, line, field, found }) => [severity, line, field, found]),
  ).toEqual([
    ['warning', 7, 'title', 'NUL, 1 times'],
    ['warning', 7, 'title', 'lone surrogate, 1 times'],
    ['warning', 7, 'abstract', 'control character, 1 times'],
  ]);
});

test('cleans names, and drops those of which nothing is left', () => {
  const authors = [{ name: 'Ada\u0007  Lovelace' }, { name: '\u0000' }];
  const { incoming } = take(record('A', { authors, container: { name: '\u0000' } }));
  expect(incoming?.fields).toEqual({
    title: 'A',
    abstract: '',
    authors: [{ name: 'Ada Lovelace' }],
  });
});

test('refuses a paper without sound title, with the line', () => {
  for (const title of ['\u0000', 'a '.repeat(1100)]) {
    const { incoming, problems } = take(record(title));
    expect(incoming).toBeUndefined();
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { file: 'content/sources/a.txt', line: 7, field: 'title' },
    ]);
  }
});

test.each<[string, Partial<SourceRecord>]>([
  ['pdf', { pdf: 'javascript:alert(1)' }],
  ['doi', { doi: 'to appear' }],
  ['arxiv', { arxiv: 'submitted' }],
  ['date', { date: 'forthcoming' }],
  ['date', { date: '2024-02-31' }],
  ['links.0.url', { links: [{ kind: 'code', url: 'data:text/html,x' }] }],
  ['authors.0.name', { authors: [{ name: 'x'.repeat(3000) }] }],
  ['container.name', { container: { name: 'x'.repeat(3000), volume: '1' } }],
])('takes a paper without its unsound %s, and warns', (field, unsound) => {
  const { incoming, problems } = take(record('A Title', unsound));
  expect(incoming?.fields).toEqual({ title: 'A Title', abstract: '' });
  expect(problems).toMatchObject([{ severity: 'warning', line: 7, field }]);
});

test('leaves out what is unsound, and keeps the rest of its field', () => {
  const { incoming, problems } = take(
    record('A', {
      authors: [
        { name: 'Ada', orcid: '0000-0000-0000-0000' },
        { name: 'x'.repeat(3000) },
        { name: 'Bob' },
      ],
      container: { name: 'Light', volume: 'x'.repeat(3000), issue: '2' },
      links: [
        { kind: 'code', url: 'ftp://example.org' },
        { kind: 'data', url: 'https://example.org' },
      ],
    }),
  );
  expect(incoming?.fields).toEqual({
    title: 'A',
    abstract: '',
    authors: [{ name: 'Ada' }, { name: 'Bob' }],
    container: { name: 'Light', issue: '2' },
    links: [{ kind: 'data', url: 'https://example.org' }],
  });
  expect(problems.map(({ field }) => field)).toEqual([
    'authors.0.orcid',
    'authors.1.name',
    'container.volume',
    'links.0.url',
  ]);
});

test('gives identifiers and dates the form of entries, and knows the paper by them', () => {
  const { incoming, problems } = take(
    record('A', {
      doi: 'https://doi.org/10.1000/AbC',
      arxiv: 'arXiv:2403.10020v2 [cs.CL]',
      date: '31 May 2024',
      authors: [{ name: 'Ada Lovelace', orcid: 'https://orcid.org/0000-0002-1825-0097' }],
      container: { name: 'Light', pages: '10 -- 20' },
      sourceId: 'openreview:x',
    }),
  );
  expect(incoming?.fields).toEqual({
    title: 'A',
    abstract: '',
    doi: '10.1000/AbC',
    arxiv: '2403.10020',
    date: '2024-05-31',
    authors: [{ name: 'Ada Lovelace', orcid: '0000-0002-1825-0097' }],
    container: { name: 'Light', pages: '10-20' },
  });
  expect(incoming?.keys).toEqual([
    'doi:10.1000/abc',
    'arxiv:2403.10020',
    'title:a',
    'openreview:x',
  ]);
  expect(problems).toEqual([]);
});

test.each<[Partial<SourceRecord>]>([
  [{ doi: '10.48550/arXiv.2403.10020' }],
  [{ pdf: 'https://arxiv.org/pdf/2403.10020v3' }],
  [{ arxiv: '2403.10020', doi: '10.48550/arXiv.1111.11111' }],
])('knows the preprint by %j', (named) => {
  expect(take(record('A', named)).incoming?.fields.arxiv).toBe('2403.10020');
});

test('takes no whole paper for an abstract', () => {
  const { incoming, problems } = take(record('A', { abstract: 'word '.repeat(5000) }));
  expect(incoming?.fields.abstract).toBe('');
  expect(problems).toMatchObject([{ severity: 'warning', line: 7, field: 'abstract' }]);
});

test('leaves out thousands of unsound members in time', () => {
  const takeWith = (members: number) =>
    take(
      record('A', {
        authors: Array.from({ length: members }, () => ({ name: 'Ada', orcid: 'none' })),
      }),
    );
  expect(takeWith).toTakeTimeInProportion(20_000);
  const { incoming, problems } = takeWith(20_000);
  expect(incoming?.fields.authors).toHaveLength(20_000);
  expect(problems).toHaveLength(20_000);
});

test('has the links of the source first, and those of the abstract that it does not have', () => {
  const abstract = 'Code: https://github.com/a/b/. Data: https://zenodo.org/records/1';
  const links = [{ kind: 'project', url: 'https://github.com/a/b' }] as const;
  expect(take(record('A', { abstract, links })).incoming?.fields.links).toEqual([
    { kind: 'project', url: 'https://github.com/a/b' },
    { kind: 'data', url: 'https://zenodo.org/records/1' },
  ]);
});

test('takes no record that was rejected or withdrawn, and says so once a file', () => {
  const records = [
    record('A', { line: 1 }),
    record('B', { line: 2, withdrawn: 'rejected' }),
    record('C', { line: 3, withdrawn: 'withdrawn' }),
    record('D', { line: 4, withdrawn: 'rejected' }),
  ];
  const { papers, problems } = readIncoming({ records, problems: [] }, 'a.json', 'a.json');
  expect(papers.map(({ fields }) => fields.title)).toEqual(['A']);
  expect(problems).toMatchObject([{ severity: 'warning', file: 'a.json', line: 2 }]);
  expect(problems[0]?.found).toBe('3 records that the source calls rejected (2), withdrawn (1)');
});

test('takes a title twice: whether it is one paper is decided later, among all records', () => {
  const records = [record('KV-Cache', { line: 1 }), record('kv cache!', { line: 3 })];
  const { papers, problems } = readIncoming({ records, problems: [] }, 'a.txt', 'a.txt');
  expect(papers.map(({ line }) => line)).toEqual([1, 3]);
  expect(problems).toEqual([]);
});

test('says of a file that it told nothing', () => {
  const { papers, problems } = readIncoming({ records: [], problems: [] }, 'a', 'a.txt');
  expect(papers).toEqual([]);
  expect(problems).toMatchObject([{ severity: 'warning', file: 'a.txt', found: 'no papers' }]);
});
