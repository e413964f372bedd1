import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';
import { toCslItem } from '../../src/domain/citation-record.ts';
import type { ExportRecord } from '../../src/domain/export-record.ts';
import { CSL_DATA } from '../fixtures/formats/csl-data.ts';
import { JSON_FEED } from '../fixtures/formats/json-feed.ts';
import { SCHEMA_ORG } from '../fixtures/formats/schema-org.ts';
import { TEST_ORIGIN, TEST_SITE_NAMES, TEST_SITES, testSiteDir } from '../setup/test-sites.ts';
import { pagesOf } from './pages.ts';

const ATOM = { atom: 'http://www.w3.org/2005/Atom' };
/** The reader of a schema in RELAX NG; call what it gives with XML, and it throws at what the schema forbids. */
const readSchema = (file: string) => {
  const xml = readFileSync(join(PROJECT_DIR, 'tests/fixtures/formats', file), 'utf8');
  const schema = XmlDocument.fromString(xml);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only reader of RELAX NG that npm has
  const validator = RelaxNGValidator.fromDoc(schema);
  afterAll(() => {
    validator.dispose();
    schema.dispose();
  });
  return (xmlText: string): void => {
    using document = XmlDocument.fromString(xmlText);
    validator.validate(document);
  };
};

const validateAtom = readSchema('atom.rng');
const validateOpenSearch = readSchema('opensearch.rng');

const ajv = new Ajv({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: true,
});
addFormats(ajv);

const readRecords = (name: (typeof TEST_SITE_NAMES)[number]) =>
  JSON.parse(
    readFileSync(join(testSiteDir(name), 'data/papers.json'), 'utf8'),
  ) as readonly ExportRecord[];

describe('the schemas', () => {
  it('find what they are there to find', () => {
    const entry = (inside: string) =>
      `<entry xmlns="${ATOM.atom}"><id>a:b</id><title>T</title>${inside}</entry>`;
    expect(() => validateAtom(entry('<updated>2026-01-01T00:00:00Z</updated>'))).not.toThrow();
    expect(() => validateAtom(entry('<updated>1 January</updated>'))).toThrow();
    expect(() => validateAtom(entry(''))).toThrow();
    const openSearch = readFileSync(join(testSiteDir('content'), 'opensearch.xml'), 'utf8');
    expect(() =>
      validateOpenSearch(openSearch.replace('<ShortName>', '$&much too long ')),
    ).toThrow();
    expect(() => validateOpenSearch(openSearch.replace(/<Url [^>]*>/g, ''))).toThrow();
    const csl = ajv.compile(CSL_DATA);
    expect([csl([{ id: 'a', type: 'article' }]), csl([{ id: 'a', type: 'paper' }])]).toEqual([
      true,
      false,
    ]);
  });
});

describe.each(TEST_SITE_NAMES)('the formats of the site %s', (name) => {
  const dir = testSiteDir(name);
  const root = `${TEST_ORIGIN}${TEST_SITES[name].base}`;
  const records = readRecords(name);
  const feeds = globSync('**/feed.xml', { cwd: dir }).toSorted();

  it('are Atom by the schema of RFC 4287 in every feed', () => {
    expect(feeds.length).toBeGreaterThan(name === 'plain' ? 2 : 5);
    for (const file of feeds)
      expect(() => validateAtom(readFileSync(join(dir, file), 'utf8')), file).not.toThrow();
  });

  it('are Atom by the words of RFC 4287, which no schema says', () => {
    for (const file of feeds) {
      using document = XmlDocument.fromString(readFileSync(join(dir, file), 'utf8'));
      const count = (path: string) => document.find(path, ATOM).length;
      const ids = document.find('//atom:entry/atom:id', ATOM).map(({ content }) => content);
      expect(new Set(ids).size, file).toBe(ids.length);
      expect(
        ids.filter((id) => !URL.canParse(id)),
        file,
      ).toEqual([]);
      expect(count('/atom:feed/atom:author'), file).toBeGreaterThan(0);
      expect(count('/atom:feed/atom:link[@rel="self"]'), file).toBe(1);
      const isUnread =
        '//atom:entry[not(atom:content) and not(atom:link[@rel="alternate" or not(@rel)])]';
      expect(count(isUnread), file).toBe(0);
    }
  });

  it('are JSON Feed by its specification beside every Atom feed', () => {
    const validate = ajv.compile(JSON_FEED);
    for (const file of globSync('**/feed.json', { cwd: dir }).toSorted()) {
      const feed = JSON.parse(readFileSync(join(dir, file), 'utf8')) as unknown;
      expect([file, validate(feed), validate.errors]).toEqual([file, true, null]);
    }
  });

  it('are OpenSearch by its specification', () => {
    const xml = readFileSync(join(dir, 'opensearch.xml'), 'utf8');
    expect(() => validateOpenSearch(xml)).not.toThrow();
  });

  it('are schema.org by its vocabulary on every page', () => {
    const validators = new Map(
      Object.entries(SCHEMA_ORG).map(([type, one]) => [type, ajv.compile(one)]),
    );
    const found = new Set<string>();
    for (const { $, file } of pagesOf(name))
      for (const element of $('script[type="application/ld+json"]').toArray()) {
        const thing = JSON.parse($(element).text()) as { readonly '@type': string };
        const validate = validators.get(thing['@type']);
        found.add(thing['@type']);
        expect(validate?.(thing), `${file} ${JSON.stringify(validate?.errors)}`).toBe(true);
      }
    // of our own collection no author is known
    const isUnsigned = TEST_SITES[name].contentDir === TEST_SITES.content.contentDir;
    const types = Object.keys(SCHEMA_ORG).filter((type) => type !== 'ProfilePage' || !isUnsigned);
    expect([...found].toSorted()).toEqual(types.toSorted());
  });

  it('are CSL-JSON by its schema for every paper', () => {
    const validate = ajv.compile(CSL_DATA);
    expect([validate(records.map(toCslItem)), validate.errors]).toEqual([true, null]);
  });

  describe('as Croissant', () => {
    type FileObject = {
      readonly '@id': string;
      readonly '@type': string;
      readonly contentUrl: string;
      readonly contentSize: string;
      readonly encodingFormat: string;
      readonly sha256: string;
    };
    type Field = {
      readonly '@id': string;
      readonly '@type': string;
      readonly name: string;
      readonly description: string;
      readonly dataType: string;
      readonly source: {
        readonly fileObject: { readonly '@id': string };
        readonly extract: { readonly column: string };
      };
    };
    type Croissant = Readonly<Record<string, unknown>> & {
      readonly '@context': Readonly<Record<string, unknown>>;
      readonly distribution: readonly FileObject[];
      readonly recordSet: readonly {
        readonly '@id': string;
        readonly '@type': string;
        readonly key: { readonly '@id': string };
        readonly field: readonly Field[];
      }[];
    };
    const read = () =>
      JSON.parse(readFileSync(join(dir, 'data/croissant.json'), 'utf8')) as Croissant;

    it('have what the specification requires of a dataset', () => {
      const croissant = read();
      expect(croissant).toMatchObject({
        '@type': 'sc:Dataset',
        conformsTo: 'http://mlcommons.org/croissant/1.0',
        url: `${root}data/`,
        name: expect.stringMatching(/\S/) as string,
        description: expect.stringMatching(/\S/) as string,
        license: expect.stringMatching(/^https:/) as string,
        creator: { '@type': 'Organization', name: expect.stringMatching(/\S/) as string },
        datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      });
    });

    it('use no word that their context leaves open', () => {
      const croissant = read();
      const { '@context': context, ...rest } = croissant;
      expect(context).toMatchObject({
        '@vocab': 'https://schema.org/',
        sc: 'https://schema.org/',
        cr: 'http://mlcommons.org/croissant/',
        dct: 'http://purl.org/dc/terms/',
      });
      const prefixes = Object.keys(context);
      const values = JSON.stringify(rest).matchAll(/"@type":"(\w+):\w+"|"dataType":"(\w+):\w+"/g);
      for (const [, type, data] of values) expect(prefixes).toContain(type ?? data);
      const own =
        'conformsTo recordSet field source extract column fileObject key dataType isLiveDataset';
      for (const term of own.split(' ')) expect(prefixes, term).toContain(term);
    });

    it('name files that are there, as large as they say, each once', () => {
      const { distribution } = read();
      const ids = distribution.map((file) => file['@id']);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(['papers.json', 'papers.csv', 'papers.bib']));
      for (const file of distribution) {
        const path = join(dir, file.contentUrl.replace(root, ''));
        expect([file['@type'], existsSync(path)], file.contentUrl).toEqual(['cr:FileObject', true]);
        expect(file.contentSize).toBe(`${readFileSync(path).length} B`);
        expect(file.sha256).toMatch(/^[\da-f]{64}$/);
        expect(file.encodingFormat).toMatch(/^\w+\/\S+$/);
      }
    });

    it('describe each column of the table, and which one tells records apart', () => {
      const croissant = read();
      const [papers, ...more] = croissant.recordSet;
      const [header = []] = parseCsv(readFileSync(join(dir, 'data/papers.csv'), 'utf8'), {
        record_delimiter: '\r\n',
        to: 1,
      });
      expect([papers?.['@type'], papers?.key, more]).toEqual([
        'cr:RecordSet',
        { '@id': 'papers/id' },
        [],
      ]);
      expect(papers?.field.map(({ source }) => source.extract.column)).toEqual(header);
      for (const field of papers?.field ?? []) {
        expect(field['@id']).toBe(`papers/${field.name}`);
        expect([field['@type'], field.source.fileObject]).toEqual([
          'cr:Field',
          { '@id': 'papers.csv' },
        ]);
        expect(field.dataType).toMatch(/^sc:(?:Text|URL)$/);
        expect(field.description, field.name).toMatch(/ /);
      }
    });

    it('are pointed at by the page of the files', () => {
      const page = pagesOf(name).find(({ file }) => file === 'data/index.html');
      const link = page?.$('head link[rel="describedby"]');
      expect([link?.attr('href'), link?.attr('type')]).toEqual([
        `${TEST_SITES[name].base}data/croissant.json`,
        'application/ld+json; profile="http://mlcommons.org/croissant/1.0"',
      ]);
    });
  });
});
