import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIncoming } from '../incoming.ts';
import { json } from './json.ts';

const FIXTURE = join(import.meta.dirname, '../../../tests/fixtures/sources/submissions.json');
const read = (value: unknown) => json.read(JSON.stringify(value), 'a.json');
const record = (fields: object) => read([{ title: 'T', ...fields }]).records[0];

describe('a list of submissions', () => {
  const reading = json.read(readFileSync(FIXTURE, 'utf8'), 'a.json');

  test('gives what appeared, with what the BibTeX of a paper tells besides', () => {
    const { papers } = readIncoming(reading, 'a.json', 'a.json');
    expect(papers.map(({ fields }) => fields)).toEqual([
      {
        title: 'Light at Scale: $O(n)$ Attention',
        abstract: 'We make attention linear. It is fast.',
        authors: [{ name: 'Ada Lovelace' }, { name: 'Alan Turing' }],
        container: {
          type: 'conference',
          name: 'The Twelfth International Conference on Learning Representations',
        },
        date: '2024',
        pdf: 'https://openreview.net/pdf?id=aBcD1234ef',
        links: [
          { kind: 'code', url: 'https://github.com/ada/light' },
          { kind: 'other', url: 'https://openreview.net/forum?id=aBcD1234ef' },
        ],
      },
      {
        title: 'No Abstract, and NaN',
        abstract: '',
        authors: [{ name: 'Grace Hopper' }],
        date: '2023',
      },
    ]);
  });

  test('leaves out what was rejected or withdrawn, in one warning', () => {
    const { problems } = readIncoming(reading, 'a.json', 'a.json');
    expect(problems.map(({ severity, line, found }) => [severity, line, found])).toEqual([
      ['error', 25, 'an object with the fields "title, status, abstract", but without title'],
      [
        'warning',
        22,
        '3 records that the source calls desk-rejected (1), rejected (1), withdrawn (1)',
      ],
    ]);
  });
});

describe('fields', () => {
  test.each<[object, object]>([
    [{ Summary: 'S' }, { abstract: 'S' }],
    [{ 'Publication Date': '31 May 2024', year: 2024 }, { date: '31 May 2024' }],
    [{ date: 'soon', year: 2024 }, { date: '2024' }],
    [{ date: 'soon' }, { date: 'soon' }],
    [
      { journal: { name: 'Light', type: 'journal', volume: 3, pages: '1-2' } },
      { container: { name: 'Light', type: 'journal', volume: '3', pages: '1-2' } },
    ],
    [
      { venue: 'Light', first_page: 1, lastPage: '9', number: 2 },
      { container: { name: 'Light', pages: '1-9', issue: '2' } },
    ],
    [{ arxiv_id: '2403.10020v1' }, { arxiv: '2403.10020v1' }],
    [{ url: 'https://arxiv.org/abs/2403.10020v2' }, { arxiv: '2403.10020' }],
    [{ link: 'https://doi.org/10.1000/182' }, { doi: '10.1000/182' }],
    [
      { site: 'https://example.org/a.pdf', pdf: 'https://example.org/b.pdf' },
      { pdf: 'https://example.org/b.pdf' },
    ],
    [
      { github: 'https://github.com/a/b; https://github.com/c/d' },
      {
        links: [
          { kind: 'code', url: 'https://github.com/a/b' },
          { kind: 'code', url: 'https://github.com/c/d' },
        ],
      },
    ],
    [
      {
        links: [
          { kind: 'demo', url: 'https://x.org' },
          { kind: 'nonsense', url: 'https://y.org' },
          3,
        ],
      },
      {
        links: [
          { kind: 'demo', url: 'https://x.org' },
          { kind: 'other', url: 'https://y.org' },
        ],
      },
    ],
    [{ id: 'a', url: 'https://example.org/base/papers/a/' }, {}],
    [{ decision: 'Accept (poster)' }, {}],
    [{ status: 'Desk Rejected' }, { withdrawn: 'desk-rejected' }],
    [{ status: 'retracted' }, { withdrawn: 'retracted' }],
  ])('%j', (fields, told) => {
    expect(record(fields)).toEqual({ title: 'T', abstract: '', line: 1, ...told });
  });

  test('of the name that comes first hold', () => {
    expect(record({ summary: 'second', abstract: 'first' })?.abstract).toBe('first');
    expect(record({ abstract: '', summary: 'second' })?.abstract).toBe('second');
  });

  test('that hold no text are left out with a warning', () => {
    const { records, problems } = read([{ title: 'T', abstract: ['a'], doi: { a: 1 } }]);
    expect(records).toEqual([{ title: 'T', abstract: '', line: 1 }]);
    expect(problems.map(({ severity, field }) => [severity, field])).toEqual([
      ['warning', 'abstract'],
      ['warning', 'doi'],
    ]);
  });
});

test('reads whatever stands in its fields without failing', () => {
  const names = [
    'title',
    'authors',
    'venue',
    'year',
    'links',
    'url',
    'bibtex',
    'status',
    '__proto__',
    'constructor',
  ];
  const item = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.jsonValue(), fc.string()));
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const { papers } = readIncoming(read(items), 'a', 'a');
      for (const { fields } of papers) expect(fields.title.trim()).not.toBe('');
      expect(() => json.recognizes(JSON.stringify(items))).not.toThrow();
    }),
  );
});
