import { isObject } from '../domain/is-object.ts';
import { toPlainSlug } from './plain-slug.ts';
import type { SearchPaper } from './payload.ts';

/**
 * The file of titles and filters; it names the files of the texts and of the names, which lie beside it. Packed
 * texts bring the names along.
 */
export type IndexFile = {
  readonly papers: readonly SearchPaper[];
  readonly texts: string;
  readonly names: string;
};

/** A paper as the file has it: an id that begins the title's slug is but its length, and the whole slug none. */
type PackedPaper = Omit<SearchPaper, 'id'> & { readonly id?: string | number | undefined };

const packPaper = (paper: SearchPaper): PackedPaper => {
  const slug = toPlainSlug(paper.title);
  if (!slug.startsWith(paper.id)) return paper;
  return { ...paper, id: slug === paper.id ? undefined : paper.id.length };
};

const unpackPaper = ({ id, ...paper }: PackedPaper): SearchPaper => ({
  id: typeof id === 'string' ? id : toPlainSlug(paper.title).slice(0, id),
  ...paper,
});

/** Papers field by field: what is alike stands together, which packs better. The last gaps of each are left out. */
type Columns = Readonly<Record<string, readonly unknown[]>>;

const toColumns = (papers: readonly PackedPaper[]): Columns => {
  const fields = new Set(papers.flatMap((paper) => Object.keys(paper)));
  const columnOf = (field: string): readonly unknown[] => {
    const values = papers.map((paper) => paper[field as keyof PackedPaper] ?? null);
    return values.slice(0, values.findLastIndex((value) => value !== null) + 1);
  };
  return Object.fromEntries([...fields].map((field) => [field, columnOf(field)]));
};

const toPapers = (columns: Columns): readonly SearchPaper[] => {
  const fields = Object.entries(columns);
  return (columns['title'] ?? []).map((_, at) => {
    const known = fields.flatMap(([field, values]) => {
      const value = values[at] ?? undefined;
      return value === undefined ? [] : [[field, value] as const];
    });
    return unpackPaper(Object.fromEntries(known) as PackedPaper);
  });
};

/** The papers as the file has them. */
export const writePapers = (papers: readonly SearchPaper[]): Columns =>
  toColumns(papers.map(packPaper));

/** Reads a file of titles; throws when it is none. */
export const readIndexFile = (value: unknown): IndexFile => {
  const { papers, texts, names } = isObject(value) ? value : {};
  const areColumns = isObject(papers) && Object.values(papers).every(Array.isArray);
  if (!areColumns || typeof texts !== 'string' || typeof names !== 'string')
    throw new Error('The search file holds no papers.');
  return { papers: toPapers(papers as Columns), texts, names };
};
