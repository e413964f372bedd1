import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseName, formatInName, namesIn, nameWithFormat } from './source-names.ts';
import { SOURCE_FORMATS } from './sources/formats.ts';

describe('a format in a name', () => {
  test.each([
    ['papers.as-csl-json.json', 'csl-json'],
    ['papers.as-csv.txt.gz', 'csv'],
    ['a.b.as-json.txt', 'json'],
    ['papers.csl-json.json', undefined],
    ['papers.as-nothing.txt', undefined],
    ['papers.json', undefined],
    ['as-json.txt', undefined],
    ['', undefined],
  ])('of %j is %j', (name, format) => {
    expect(formatInName(name)?.name).toBe(format);
  });

  test.each([
    'papers.txt',
    'papers',
    'papers.gz',
    'papers.tsv.gz',
    'a.b.c',
    '.hidden',
    'x.as-dump.md',
  ])('is read from %j after it was written there', (name) => {
    for (const format of SOURCE_FORMATS) {
      const named = nameWithFormat(name, format);
      expect(formatInName(named)).toBe(format);
      expect(nameWithFormat(named, format)).toBe(named);
      expect(named.endsWith('.gz')).toBe(name.endsWith('.gz'));
    }
  });
});

describe('a copy', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'sources-'));
  });
  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  test('has a name of its own, or that of the copy which is there', async () => {
    writeFileSync(join(dir, 'a.txt'), 'one');
    const choose = (text: string) => chooseName(dir, 'a.txt', Buffer.from(text), new Map());
    expect(await choose('one')).toEqual({ name: 'a.txt', isThere: true });
    expect(await choose('two')).toEqual({ name: 'a-2.txt', isThere: false });
    expect(readdirSync(dir)).toEqual(await namesIn(dir));
  });

  test('never has a hidden name, and none outside of the folder', async () => {
    const { name } = await chooseName(dir, '..', Buffer.from(''), new Map());
    expect(name).toBe('source');
    expect(await namesIn(join(dir, 'missing'))).toEqual([]);
  });
});
