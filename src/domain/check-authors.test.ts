import { expect, test } from 'vitest';
import { knownAuthorSchema, type KnownAuthor } from './authors-file.ts';
import { checkAuthors } from './check-authors.ts';
import { paperIdSchema } from './fields.ts';
import type { Author, Paper } from './paper.ts';

const ORCID = '0000-0000-0000-001X';

const paper = (id: string, ...authors: readonly Author[]): Paper => ({
  id: paperIdSchema.parse(id),
  title: id,
  abstract: '',
  authors: [...authors],
});
const PAPERS = [
  paper('kites', { name: 'Ada Quayle', orcid: ORCID }, { name: 'Rufus Thorne' }),
  paper('knots', { name: 'A. Quayle' }),
];

type Known = Omit<KnownAuthor, 'id' | 'papers'> & { id: string; papers?: readonly string[] };

const check = (...people: readonly Known[]) =>
  checkAuthors({
    collection: {
      papers: PAPERS,
      topics: [],
      concepts: [],
      knownAuthors: people.map((one) => knownAuthorSchema.parse(one)),
    },
    idsOf: {
      papers: new Set(['kites', 'knots', 'broken']),
      topics: new Set(),
      concepts: new Set(),
    },
    ledgerIds: [],
    shownAs: 'shelf',
  }).map(({ severity, file, field, found, hint }) => ({ severity, file, field, found, hint }));

test('a file that fits the papers has no problem', () => {
  expect(
    check(
      { id: 'ada', name: 'Ada B. Quayle', variants: ['a. QUAYLE', 'Ada Quayle'], orcid: ORCID },
      { id: 'rufus', name: 'Rufus Thorne', papers: ['kites', 'broken'] },
      { id: 'rufus-junior', name: 'Rufus Thorne' },
    ),
  ).toEqual([]);
  expect(check()).toEqual([]);
});

test('a name that stands on no paper is told with the one that was meant', () => {
  expect(check({ id: 'ada', name: 'Ada Quaile', variants: ['A Quayle'] })).toEqual([
    {
      severity: 'warning',
      file: 'shelf/authors.md',
      field: 'people.0.name',
      found: '"Ada Quaile", which stands on no paper',
      hint: 'Did you mean "Ada Quayle"?',
    },
    {
      severity: 'warning',
      file: 'shelf/authors.md',
      field: 'people.0.variants.0',
      found: '"A Quayle", which stands on no paper',
      hint: 'Did you mean "A. Quayle"?',
    },
  ]);
});

test.each<[string, Known, Known, string | undefined]>([
  ['an id', { id: 'ada', name: 'Ada Quayle' }, { id: 'ada', name: 'Rufus Thorne' }, 'people.1.id'],
  [
    'a variant',
    { id: 'ada', name: 'Ada Quayle', variants: ['A. Quayle'] },
    { id: 'rufus', name: 'Rufus Thorne', variants: ['A.  quayle'] },
    'people.1.variants',
  ],
  [
    'a name',
    { id: 'ada', name: 'Ada Quayle', variants: ['A. Quayle'] },
    { id: 'other', name: 'A. Quayle' },
    'people.1.name',
  ],
  [
    'an ORCID',
    { id: 'ada', name: 'Ada Quayle', orcid: ORCID },
    { id: 'rufus', name: 'Rufus Thorne', orcid: ORCID },
    'people.1.orcid',
  ],
  [
    'a name in a paper',
    { id: 'ada', name: 'Ada Quayle', papers: ['kites'] },
    { id: 'other', name: 'Ada Quayle', papers: ['kites'] },
    'people.1.papers',
  ],
])('%s belongs to one person', (_, first, second, field) => {
  expect(check(first, second)).toMatchObject([{ severity: 'error', field }]);
});

test('an id that a name has as its address belongs to that name', () => {
  expect(check({ id: 'rufus-thorne', name: 'Ada Quayle' })).toMatchObject([
    {
      severity: 'error',
      field: 'people.0.id',
      found:
        'the id "rufus-thorne", which is the address of 2 authors: "Ada Quayle", "Rufus Thorne"',
    },
  ]);
});

test('papers are there and have the name', () => {
  expect(
    check({ id: 'ada', name: 'Ada Quayle', papers: ['kites', 'nots', 'knots'] }),
  ).toMatchObject([
    { severity: 'error', field: 'people.0.papers.1', found: 'the unknown id "nots"' },
    { severity: 'warning', field: 'people.0.papers.2' },
  ]);
});
