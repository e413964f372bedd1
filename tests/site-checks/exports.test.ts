import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Parser } from 'commonmark';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { toCslItem, type CslItem } from '../../src/domain/citation-record.ts';
import { CSV_HEADER, toCsvCells } from '../../src/domain/export-csv.ts';
import type { ExportRecord } from '../../src/domain/export-record.ts';
import { TEST_ORIGIN, TEST_SITE_NAMES, TEST_SITES, testSiteDir } from '../setup/test-sites.ts';
import { filesOf, pagesOf, type BuiltPage } from './pages.ts';

type ManifestFile = {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly count?: number;
};
type Manifest = {
  readonly url: string;
  readonly date: string;
  readonly version: string;
  readonly count: number;
  readonly files: readonly ManifestFile[];
};
type Cited = Pick<CslItem, 'id' | 'title' | 'DOI' | 'issued' | 'author'>;

/** Readers mark capitals, and have their own ideas of TeX. */
const plainTitle = (title: string): string =>
  /[$\\]/.test(title) ? 'TeX' : title.replace(/<\/?span[^>]*>/g, '');

/** Names in full, for RIS knows no particles. */
const namesOf = ({ author = [] }: Pick<CslItem, 'author'>): readonly string[] =>
  author.map((name) =>
    ['given', 'non-dropping-particle', 'family', 'suffix', 'literal']
      .flatMap((part) => name[part] ?? [])
      .join(' '),
  );

/** What must come back from a citation, days apart, which the reader of RIS leaves out for some types. */
const essence = (item: Cited, title = item.title) => ({
  id: item.id,
  title: plainTitle(title),
  DOI: item.DOI,
  year: item.issued?.['date-parts'][0][0],
  names: namesOf(item),
});

const essenceOf = (record: ExportRecord) => essence(toCslItem(record));

/** As it was read; whether a title has TeX is told by the record. */
const readEssence = (item: Cited, records: readonly ExportRecord[]) => {
  const title = records.find(({ id }) => id === item.id)?.title ?? '';
  return essence(item, plainTitle(title) === 'TeX' ? title : item.title);
};

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : 1;

const readCitations = (type: string, text: string) =>
  plugins.input.chain(text, { forceType: type, generateGraph: false }) as Cited[];

/** What a spreadsheet would run. */
const FORMULA = /^[=+\-@\t\r]/;

const isIndexed = ({ $ }: BuiltPage): boolean => $('meta[name="robots"]').length === 0;

describe.each(TEST_SITE_NAMES)('the data files of the site %s', (name) => {
  const dir = testSiteDir(name);
  const { base } = TEST_SITES[name];
  const read = (path: string) => readFileSync(join(dir, 'data', path), 'utf8');
  const records = JSON.parse(read('papers.json')) as readonly ExportRecord[];
  const manifest = JSON.parse(read('manifest.json')) as Manifest;
  const papers = pagesOf(name).filter(
    (page) => /^papers\/[^/]+\/index\.html$/.test(page.file) && isIndexed(page),
  );

  it('have every paper that has a page which search engines may keep', () => {
    const addresses = papers.map(({ path }) => `${TEST_ORIGIN}${path}`).toSorted();
    expect(records.map(({ url }) => url).toSorted()).toEqual(addresses);
    expect(records.length).toBeGreaterThan(name === 'plain' ? 7 : 30);
  });

  it('are what their schema says, as one array and line by line', () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(JSON.parse(read('schema.json')) as object);
    expect([validate(records), validate.errors]).toEqual([true, null]);
    expect(validate([{ ...records[0], title: 7 }])).toBe(false);
    const lines = read('papers.jsonl').split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(records);
  });

  it('say the same in the table, in which nothing is a formula', () => {
    const text = read('papers.csv');
    const [header, ...rows] = parseCsv(text, { record_delimiter: '\r\n' });
    expect(header).toEqual(CSV_HEADER);
    expect(rows.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
    const expected = records.map((record) =>
      toCsvCells(record).map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)),
    );
    expect(rows).toEqual(expected);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('cite every paper, as citation-js reads them', () => {
    const cited = readCitations('@biblatex/text', read('papers.bib'));
    expect(cited.map((item) => readEssence(item, records))).toEqual(records.map(essenceOf));
  });

  it('cite those of each topic in both formats', () => {
    const topics = [...new Set(records.flatMap((record) => record.topics ?? []))];
    // only one of the sites does without topics
    expect(topics.length > 3).toBe(name !== 'plain');
    for (const topic of topics) {
      const own = records.filter((record) => record.topics?.includes(topic));
      for (const [type, ending] of [
        ['@biblatex/text', 'bib'],
        ['@ris/file', 'ris'],
      ] as const) {
        const cited = readCitations(type, read(`topics/${topic}.${ending}`));
        const found = cited.map((item) => readEssence(item, own)).toSorted(byId);
        expect(found, `${topic}.${ending}`).toEqual(own.map(essenceOf).toSorted(byId));
      }
    }
  });

  it('are all in the manifest, with their sizes, sums and numbers', () => {
    const { files, count, url } = manifest;
    const others = filesOf(name).filter(
      (file) => /^data\/.*(?<!\.html)$/.test(file) && file !== 'data/manifest.json',
    );
    expect(files.map(({ path }) => `data/${path}`).toSorted()).toEqual(others.toSorted());
    for (const { path, bytes, sha256 } of files) {
      expect(statSync(join(dir, 'data', path)).size, path).toBe(bytes);
      expect(createHash('sha256').update(read(path)).digest('hex'), path).toBe(sha256);
    }
    expect([count, url]).toEqual([records.length, `${TEST_ORIGIN}${base}`]);
    expect(manifest.date).toBe(
      records
        .flatMap(({ added, corrections = [] }) => [added ?? '', ...corrections.map((c) => c.date)])
        .toSorted()
        .at(-1),
    );
  });

  it('are listed on their page with their sizes', () => {
    const page = pagesOf(name).find(({ file }) => file === 'data/index.html')!;
    for (const { path } of [...manifest.files, { path: 'manifest.json' }])
      expect(page.$(`main a[href="${base}data/${path}"]`).length, path).toBe(1);
    expect(page.$('.size').text()).toMatch(/^(?:\d[\d.]* [kM]?B\s*)+$/);
  });
});

describe.each(TEST_SITE_NAMES)('the Markdown of the site %s', (name) => {
  const dir = testSiteDir(name);
  const { base } = TEST_SITES[name];
  const papers = pagesOf(name).filter(({ file }) => /^papers\/[^/]+\/index\.html$/.test(file));

  it('twins each paper that is listed, and its page says so', () => {
    const twins = papers
      .filter(isIndexed)
      .map(({ file, $ }) => [
        file.replace('/index.html', '.md'),
        $('link[rel="alternate"][type="text/markdown"]').attr('href'),
        $('h1').text().trim(),
      ]);
    const files = filesOf(name).filter((file) => /^papers\/[^/]+\.md$/.test(file));
    expect(twins.map(([file]) => file)).toEqual(files);
    expect(twins.map(([, href]) => href)).toEqual(files.map((file) => `${base}${file}`));
    for (const [file = ''] of twins) {
      const heading = new Parser().parse(readFileSync(join(dir, file), 'utf8')).firstChild;
      expect([heading?.type, heading?.level], file).toEqual(['heading', 1]);
    }
  });

  it('leads language models to files that are there', () => {
    const text = readFileSync(join(dir, 'llms.txt'), 'utf8');
    const links = [...text.matchAll(/^- \[[^\n]+?\]\((\S+)\): \S/gm)].map(([, link = '']) => link);
    expect(text).toMatch(/^# \S.*\n\n> \S/);
    expect(links.length).toBeGreaterThan(8);
    const root = `${TEST_ORIGIN}${base}`;
    for (const link of links) {
      const path = link.replace(root, '').replace(/(^|\/)$/, '$1index.html');
      expect([link.startsWith(root), existsSync(join(dir, path))], link).toEqual([true, true]);
    }
  });

  it('takes few files a paper', () => {
    const own = filesOf(name).filter((file) => /^papers\/(?!by\/|index)/.test(file));
    expect(own.length).toBeLessThanOrEqual(4 * papers.length);
  });
});
