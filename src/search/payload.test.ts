import { describe, expect, test } from 'vitest';
import type { PaperId, TopicId } from '../domain/fields.ts';
import type { Paper } from '../domain/paper.ts';
import { toPayload } from './payload.ts';
import { readIndexFile } from './index-file.ts';
import { isPacked, readRest, readTextsFile, unpackRest, writeSearchFiles } from './search-files.ts';
import { finish } from './steps.ts';

const paper = (id: string, more: Partial<Paper> = {}): Paper => ({
  id: id as PaperId,
  title: `Title of ${id}`,
  abstract: '',
  ...more,
});

const PAPERS = [
  paper('full', {
    abstract: 'First paragraph.\n\nSecond\nparagraph.',
    topics: ['npu' as TopicId],
    kind: 'survey',
    authors: [{ name: 'Ada Lovelace', orcid: '0000-0002-1825-0097' }],
    container: { name: 'MLSys', volume: '3' },
    date: '2024-05',
    added: '2024-06-01',
    links: [
      { kind: 'code', url: 'https://example.org/a' },
      { kind: 'code', url: 'https://example.org/b' },
    ],
  }),
  paper('gone', { withdrawn: 'Its data were wrong.' }),
  paper('bare', { topics: [], links: [] }),
];

describe('toPayload', () => {
  const { papers, texts } = toPayload(PAPERS);

  test('takes what the search needs, and leaves withdrawn papers out', () => {
    expect(JSON.parse(JSON.stringify(papers))).toEqual([
      {
        id: 'full',
        title: 'Title of full',
        topics: ['npu'],
        kind: 'survey',
        has: ['code'],
        authors: ['Ada Lovelace'],
        venue: 'MLSys',
        date: '2024-05',
        added: '2024-06-01',
      },
      { id: 'bare', title: 'Title of bare' },
    ]);
    expect(texts).toEqual([['First paragraph.', 'Second paragraph.'], []]);
  });

  test('shows the mathematics of titles as plain signs', () => {
    const title = 'Rates of $O(1/n)$ for $\\ell_1$, at $5';
    expect(toPayload([paper('a', { title })]).papers[0]?.title).toBe(
      'Rates of O(1/n) for ℓ1, at $5',
    );
  });
});

const NAMES = { topics: [{ id: 'npu', name: 'NPUs' }], concepts: [] };

describe('search files', () => {
  test('are the same for the same papers, and have another name for others', async () => {
    const files = await writeSearchFiles(toPayload(PAPERS));
    expect(await writeSearchFiles(toPayload(PAPERS))).toEqual(files);
    expect(files.index.name).toMatch(/^papers-[0-9a-f]{16}\.json$/);
    expect(files.texts.name).toMatch(/^texts-[0-9a-f]{16}\.bin$/);
    const others = await writeSearchFiles(toPayload([...PAPERS, paper('new')]));
    expect(others.index.name).not.toBe(files.index.name);
  });

  test('are read as they were written', async () => {
    const payload = toPayload(PAPERS);
    const files = await writeSearchFiles(payload, NAMES);
    const index = readIndexFile(JSON.parse(files.index.body));
    expect(index.texts).toBe(files.texts.name);
    expect(isPacked(index.texts)).toBe(true);
    const rest = finish(unpackRest(files.texts.body as Uint8Array, index.papers));
    expect(readRest(rest, index.papers)).toEqual({ names: NAMES, texts: payload.texts });
  });

  test('of more than a small collection are not packed', async () => {
    const payload = toPayload([paper('long', { abstract: 'Words, words. '.repeat(20_000) })]);
    const { index, texts, names } = await writeSearchFiles(payload, NAMES);
    expect(isPacked(texts.name)).toBe(false);
    const { papers } = readIndexFile(JSON.parse(index.body));
    const read = readTextsFile(JSON.parse(texts.body as string), papers);
    expect(read).toEqual({ texts: payload.texts });
    expect(JSON.parse(names.body)).toEqual(NAMES);
  });

  test('are refused when they are something else', () => {
    expect(() => readIndexFile('<!doctype html>')).toThrow('holds no papers');
    expect(() => readIndexFile({ papers: 3, texts: 'x' })).toThrow('holds no papers');
    expect(() => readTextsFile(null, [])).toThrow('other texts');
    expect(() => readRest({ texts: [] }, [])).toThrow('holds no names');
    expect(() => readTextsFile({ texts: [] }, [{ id: 'a', title: 'A' }])).toThrow('other texts');
  });
});
