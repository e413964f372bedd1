import { describe, expect, test } from 'vitest';
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

test('refuses what the schema refuses, with the line', () => {
  const { incoming, problems } = take(record('\u0000', { pdf: 'javascript:alert(1)' }));
  expect(incoming).toBeUndefined();
  expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
    { file: 'content/sources/a.txt', line: 7, field: 'title' },
    { line: 7, field: 'pdf' },
  ]);
});

describe('the same title twice in a file', () => {
  const reading = {
    records: [
      record('KV-Cache: an Overview', { line: 1, abstract: 'First.' }),
      record('kv cache  AN overview!', { line: 3, abstract: 'Second.' }),
      record('Another', { line: 5 }),
    ],
    problems: [],
  };
  const { papers, problems } = readIncoming(reading, 'a.txt', 'a.txt');

  test('is an error', () => {
    expect(problems).toMatchObject([{ severity: 'error', file: 'a.txt', line: 3 }]);
    expect(problems[0]?.wanted).toContain('line 1');
  });

  test('leaves the first and all others', () => {
    expect(papers.map(({ fields }) => fields.abstract)).toEqual(['First.', '']);
  });
});
