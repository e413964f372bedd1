import { CSV_HEADER } from './export-csv.ts';
import type { ExportFile } from './export-manifest.ts';
import { exportRecordSchema } from './export-record.ts';
import { SCHEMA_VERSION, type SiteSettings } from './site-settings.ts';

/** Which version of the format the description keeps to. */
export const CROISSANT = 'http://mlcommons.org/croissant/1.0';

/** Its name below `/data/`. */
export const CROISSANT_FILE = 'croissant.json';

/** What the words of the description mean, as the specification's first appendix lays down. */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
} as const;

export type DatasetFacts = {
  readonly site: Pick<SiteSettings, 'title' | 'description' | 'language'>;
  /** address of the page that offers the files */
  readonly page: string;
  /** address of the home page */
  readonly home: string;
  /** address of what the licence allows, or of the words on who owns what */
  readonly licence: string;
  /** names of the topics */
  readonly keywords: readonly string[];
  /** the first and the last day on which something came in, when papers tell */
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  readonly files: readonly ExportFile[];
};

const toFileObject = ({ path, type, bytes, sha256 }: ExportFile, page: string) => ({
  '@type': 'cr:FileObject',
  '@id': path,
  name: path,
  contentUrl: `${page}${path}`,
  contentSize: `${bytes} B`,
  encodingFormat: type,
  sha256,
});

const TABLE = 'papers.csv';

/** Columns that are not a field of their own in the other files, or another one there. */
const EXTRA_COLUMNS: Readonly<Record<string, string>> = {
  authors: 'The authors in the order of the paper, joined by semicolons.',
  topics: 'Topic ids, the primary one first, joined by semicolons.',
  container: 'Name of what it appeared in.',
  container_type: 'What it appeared in: a journal, a conference …',
  volume: 'Volume, as printed.',
  issue: 'Issue or report number, as printed.',
  pages: 'First and last page, or an article number.',
  publisher: 'Who published it.',
  code: 'Addresses of its code, joined by semicolons.',
  notices: 'Corrections and notices, oldest first.',
};

const descriptionOf = (column: string): string => {
  const fields: Readonly<Record<string, { readonly description?: string | undefined }>> =
    exportRecordSchema.shape;
  return EXTRA_COLUMNS[column] ?? fields[column]?.description ?? column;
};

const dataTypeOf = (column: string): string => (column === 'url' ? 'sc:URL' : 'sc:Text');

const toField = (column: string) => ({
  '@type': 'cr:Field',
  '@id': `papers/${column}`,
  name: column,
  description: descriptionOf(column),
  dataType: dataTypeOf(column),
  source: { fileObject: { '@id': TABLE }, extract: { column } },
});

/** The files as a Croissant description, by which tools for machine learning load them; JSON-LD. */
export const toCroissant = (facts: DatasetFacts): string => {
  const { site, page, home, licence, keywords, first, last, files } = facts;
  const maker = { '@type': 'Organization', name: site.title, url: home };
  const description = {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    '@id': page,
    name: site.title,
    description: site.description,
    conformsTo: CROISSANT,
    license: licence,
    url: page,
    creator: maker,
    publisher: maker,
    datePublished: first,
    dateModified: last,
    inLanguage: site.language,
    keywords,
    // it changes when the structure does: papers come and go in a live dataset
    version: `${SCHEMA_VERSION}.0.0`,
    isLiveDataset: true,
    distribution: files.map((file) => toFileObject(file, page)),
    recordSet: [
      {
        '@type': 'cr:RecordSet',
        '@id': 'papers',
        name: 'papers',
        description: 'One record a paper.',
        key: { '@id': 'papers/id' },
        field: CSV_HEADER.map(toField),
      },
    ],
  };
  return `${JSON.stringify(description, null, 2)}\n`;
};
