import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readIncoming } from '../incoming.ts';
import { hfDailyPapers } from './hf-daily-papers.ts';

const FIXTURE = readFileSync(
  join(import.meta.dirname, '../../../tests/fixtures/sources/hf-daily-papers.json'),
  'utf8',
);
const read = (text: string) => hfDailyPapers.read(text, 'daily.json');
const PAPER = { id: '2403.10020', title: 'A', summary: 'B', authors: [], upvotes: 0 };
const record = (paper: object) =>
  read(JSON.stringify([{ paper: { ...PAPER, ...paper } }])).records[0];

test('gives a paper with all that arXiv and its authors tell', () => {
  expect(read(FIXTURE).records[0]).toEqual({
    title: 'Learning the Tides with $O(n \\log n)$ Attention',
    abstract: 'We predict the height of the water at 1,204 harbours\nfrom the moon alone.',
    line: 2,
    authors: [{ name: 'Odalys Brennwick' }, { name: 'Perrin van der Quill' }],
    date: '2024-03-15T04:56:01.000Z',
    arxiv: '2403.10020',
    links: [
      { kind: 'code', url: 'https://github.com/example/tides' },
      { kind: 'project', url: 'https://tides.example/' },
    ],
  });
});

test('does not list authors who are hidden', () => {
  expect(read(FIXTURE).records[1]).not.toHaveProperty('authors');
  const authors = [
    { name: 'A', hidden: true },
    { name: 'B', hidden: false },
    { name: 'C' },
    { hidden: false },
  ];
  expect(record({ authors })?.authors).toEqual([{ name: 'B' }, { name: 'C' }]);
});

test('reports what has no title', () => {
  expect(read(FIXTURE).problems).toMatchObject([{ severity: 'error', line: 79 }]);
});

test('gives papers that the schema takes, without a PDF that nobody told', () => {
  const { papers, problems } = readIncoming(read(FIXTURE), 'a', 'a');
  expect(problems).toHaveLength(1);
  expect(papers.map(({ fields: { arxiv, date, pdf } }) => [arxiv, date, pdf])).toEqual([
    ['2403.10020', '2024-03-15', undefined],
    ['2403.09999', '2024-03-14', undefined],
  ]);
});

test.each([
  ['2403.10020v3', '2403.10020'],
  ['hep-th/9901001', 'hep-th/9901001'],
  ['66f1a2b3', undefined],
  [7, undefined],
])('the id %j is arXiv %j', (id, arxiv) => {
  expect(record({ id })?.arxiv).toBe(arxiv);
});

test('reads a single paper of the API', () => {
  const text = JSON.stringify({ ...PAPER, publishedAt: '2024-03-15T04:56:01.000Z' });
  expect(hfDailyPapers.recognizes(text)).toBe(true);
  expect(read(text).records).toMatchObject([{ title: 'A', abstract: 'B', arxiv: '2403.10020' }]);
});

test('bears any value in any field', () => {
  const paper = (JSON.parse(FIXTURE) as { paper: object }[])[0]!.paper;
  for (const field of Object.keys(paper))
    for (const value of [null, 0, true, 'x', [], [null], {}, [{ name: {} }]])
      expect(() => record({ [field]: value })).not.toThrow();
});
