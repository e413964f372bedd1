import { CROISSANT_FILE } from '../domain/croissant.ts';
import { countOf } from '../domain/labels.ts';
import { llmsText, type Pointer } from '../domain/llms-text.ts';
import type { PaperId } from '../domain/fields.ts';
import { waysOf } from '../domain/sections.ts';
import { paperMarkdownPath, topicPath } from '../domain/urls.ts';
import { hrefOf } from './addresses.ts';
import { loadCatalog } from './catalog.ts';
import { loadExports } from './exports.ts';

const pointer = (name: string, path: string, note: string): Pointer => ({
  name,
  href: hrefOf(path),
  note,
});

const DATA: readonly (readonly [file: string, note: string])[] = [
  ['papers.jsonl', 'all papers with abstracts, one JSON object a line'],
  ['papers.json', 'the same as one array'],
  ['papers.csv', 'the same as a table'],
  ['papers.bib', 'citations of all papers as BibTeX'],
  ['schema.json', 'JSON Schema of papers.json'],
  [CROISSANT_FILE, 'what the files and the columns of the table are, as Croissant (JSON-LD)'],
  ['manifest.json', 'size, SHA-256 and number of papers of each file, and the files of each topic'],
];

/** The files that are there: some only once the site has an address. */
const listData = async (): Promise<readonly Pointer[]> => {
  const { whole, manifest } = await loadExports();
  const paths = new Set([...whole, manifest].map(({ path }) => path));
  return DATA.filter(([file]) => paths.has(file)).map(([file, note]) =>
    pointer(file, `/data/${file}`, note),
  );
};

/** `llms.txt` of the site. */
export const writeLlmsText = async (): Promise<string> => {
  const { site, papers, topics, papersByTopic, concepts } = await loadCatalog();
  const topicPointers = topics.map(({ id, name, summary }) => {
    const count = countOf(papersByTopic.get(id)?.length ?? 0, 'paper');
    return pointer(name, topicPath(id), `${summary} (${count})`);
  });
  const others = [
    pointer('Papers', '/papers/', 'all papers by title'),
    ...waysOf(site.sections)
      .filter(({ section }) => section !== 'topics')
      .map(({ name, path, by }) => pointer(name, path, `the same papers by ${by}`)),
    ...(concepts.length > 0 ? [pointer('Concepts', '/concepts/', 'terms explained')] : []),
    pointer('Changes', '/changes/', 'papers added, notices and withdrawals, day by day'),
    pointer('About', '/about/', 'where the papers come from and whom to ask'),
  ];
  return llmsText({
    site,
    papers: papers.length,
    paperHref: hrefOf(paperMarkdownPath('ID' as PaperId)).replace('ID.md', '{id}.md'),
    sections: [
      ['Data', await listData()],
      ['Topics', topicPointers],
      ['Optional', others],
    ],
  });
};
