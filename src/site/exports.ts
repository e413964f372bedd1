import { stringify } from 'csv-stringify';
import type { Catalog } from '../domain/catalog.ts';
import { lastChange } from '../domain/changed.ts';
import { toBibtex } from '../domain/citation-bibtex.ts';
import { FORMAT_FACTS, toCitationFile } from '../domain/citation-formats.ts';
import { CROISSANT_FILE, toCroissant } from '../domain/croissant.ts';
import { toCslItem } from '../domain/citation-record.ts';
import { toRis } from '../domain/citation-ris.ts';
import { CSV_HEADER, CSV_OPTIONS, toCsvCells } from '../domain/export-csv.ts';
import { toManifest, type ExportFile } from '../domain/export-manifest.ts';
import {
  exportJsonSchema,
  toExportRecord,
  toJsonArray,
  toJsonLines,
  type ExportRecord,
} from '../domain/export-record.ts';
import type { Paper } from '../domain/paper.ts';
import { licenceUrl } from '../domain/publication.ts';
import type { Topic } from '../domain/topic.ts';
import { paperPath } from '../domain/urls.ts';
import { remember } from '../entries/analysis-cache.ts';
import { sha256Of } from '../search/search-files.ts';
import type { SiteSettings } from '../domain/site-settings.ts';
import { addressOf, hrefOf } from './addresses.ts';
import { loadCatalog } from './catalog.ts';

/** The two files of a topic's papers. */
export type TopicExports = {
  readonly topic: Topic;
  readonly bib: ExportFile;
  readonly ris: ExportFile;
};

export type Exports = {
  /** of the whole collection */
  readonly whole: readonly ExportFile[];
  /** topics that have papers */
  readonly topics: readonly TopicExports[];
  readonly manifest: ExportFile;
};

const JSON_TYPE = 'application/json';

const toCsv = (records: readonly ExportRecord[]): Promise<string> =>
  new Promise((resolve, reject) => {
    stringify([CSV_HEADER, ...records.map(toCsvCells)], CSV_OPTIONS, (error, text) =>
      error ? reject(error) : resolve(text),
    );
  });

const toFile = async (
  path: string,
  type: string,
  body: string,
  count?: number,
): Promise<ExportFile> => ({
  path,
  type,
  body,
  bytes: new TextEncoder().encode(body).length,
  sha256: await sha256Of(body),
  ...(count !== undefined && { count }),
});

/** How files of citations have a paper: it stands in that of the collection and in those of its topics. */
const recordOf = (paper: Paper) =>
  remember('exports', JSON.stringify(paper), () => {
    const item = toCslItem(paper);
    return { bibtex: toBibtex(item), ris: toRis(item) };
  });

/** Citations of papers in one file. */
const JOIN = {
  bib: (papers: readonly Paper[]) =>
    papers.length === 0
      ? ''
      : toCitationFile('bibtex', papers.map((paper) => recordOf(paper).bibtex).join('\n\n')),
  ris: (papers: readonly Paper[]) => papers.map((paper) => recordOf(paper).ris).join('\r\n'),
};

const exportTopic = async (topic: Topic, papers: readonly Paper[]): Promise<TopicExports> => {
  const { bibtex, ris } = FORMAT_FACTS;
  const path = `topics/${topic.id}`;
  return {
    topic,
    bib: await toFile(`${path}.bib`, bibtex.type, JOIN.bib(papers), papers.length),
    ris: await toFile(`${path}.ris`, ris.type, JOIN.ris(papers), papers.length),
  };
};

const exportTopics = ({ topics, papersByTopic }: Catalog): Promise<readonly TopicExports[]> =>
  Promise.all(
    topics.flatMap((topic) => {
      const papers = papersByTopic.get(topic.id) ?? [];
      return papers.length === 0 ? [] : [exportTopic(topic, papers)];
    }),
  );

/** Where it says what the data may be used for: the licence, or the words on the page of the files. */
export const licenceOf = ({ dataLicence }: SiteSettings): string =>
  (dataLicence && licenceUrl(dataLicence)) ?? hrefOf('/data/#notes');

/** None while the site has no address, for the format names files by whole ones. */
const writeCroissant = async (
  { site, papers, topics }: Catalog,
  files: readonly ExportFile[],
): Promise<readonly ExportFile[]> => {
  if (addressOf('/') === undefined) return [];
  const [first] = papers.flatMap(({ added }) => added ?? []).toSorted();
  const description = toCroissant({
    site,
    page: hrefOf('/data/'),
    home: hrefOf('/'),
    licence: licenceOf(site),
    keywords: topics.map(({ name }) => name),
    first,
    last: lastChange(papers),
    files,
  });
  return [await toFile(CROISSANT_FILE, 'application/ld+json', description)];
};

const writeExports = async (): Promise<Exports> => {
  const catalog = await loadCatalog();
  const { site, papers } = catalog;
  const count = papers.length;
  const records = papers.map((paper) => toExportRecord(paper, addressOf(paperPath(paper.id))));
  const files = await Promise.all([
    toFile('papers.json', JSON_TYPE, toJsonArray(records), count),
    toFile('papers.jsonl', 'application/jsonl', toJsonLines(records), count),
    toFile('papers.csv', 'text/csv', await toCsv(records), count),
    toFile('papers.bib', FORMAT_FACTS.bibtex.type, JOIN.bib(papers), count),
    toFile('schema.json', 'application/schema+json', exportJsonSchema()),
  ]);
  const whole = [...files, ...(await writeCroissant(catalog, files))];
  const topics = await exportTopics(catalog);
  const manifest = toManifest({
    site,
    url: addressOf('/'),
    date: lastChange(papers),
    count,
    files: [...whole, ...topics.flatMap(({ bib, ris }) => [bib, ris])],
  });
  return { whole, topics, manifest: await toFile('manifest.json', JSON_TYPE, manifest) };
};

let built: Promise<Exports> | undefined;

/** The data files: written once a build, and anew for each request of a preview. */
export const loadExports = (): Promise<Exports> =>
  import.meta.env.DEV ? writeExports() : (built ??= writeExports());

/** All of them. */
export const exportFiles = async (): Promise<readonly ExportFile[]> => {
  const { whole, topics, manifest } = await loadExports();
  return [...whole, ...topics.flatMap(({ bib, ris }) => [bib, ris]), manifest];
};
