import type { Names } from './names.ts';
import { toPlainSlug } from './plain-slug.ts';
import type { SearchPaper, SearchPayload, SearchText } from './payload.ts';

/** The file of titles and filters; it names the files of the texts and of the names, which lie beside it. */
export type IndexFile = {
  readonly papers: readonly SearchPaper[];
  readonly texts: string;
  readonly names: string;
};
/** A paper as the file has it: an id that begins the title's slug is but its length, and the whole slug none. */
type PackedPaper = Omit<SearchPaper, 'id'> & { readonly id?: string | number | undefined };

export type TextsFile = { readonly texts: readonly SearchText[] };

export type HashedFile = { readonly name: string; readonly body: string };

const NO_NAMES: Names = { topics: [], concepts: [] };

const HASH_LENGTH = 16;

/** SHA-256 of a text in UTF-8, as hexadecimal digits. */
export const sha256Of = async (body: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
  return hex.join('');
};

const hashOf = async (body: string): Promise<string> =>
  (await sha256Of(body)).slice(0, HASH_LENGTH);

/** A JSON file named by what it holds. */
export const toHashedFile = async (stem: string, value: object): Promise<HashedFile> => {
  const body = JSON.stringify(value);
  return { name: `${stem}-${await hashOf(body)}.json`, body };
};

/**
 * The files that a browser loads to search, named by what they hold: the same papers give the same files,
 * and a page never meets the texts of another build.
 */
export const writeSearchFiles = async (
  { papers, texts }: Required<SearchPayload>,
  names: Names = NO_NAMES,
): Promise<Readonly<Record<'index' | 'texts' | 'names', HashedFile>>> => {
  const textsFile = await toHashedFile('texts', { texts });
  const namesFile = await toHashedFile('names', names);
  const index = { papers: papers.map(packPaper), texts: textsFile.name, names: namesFile.name };
  return { index: await toHashedFile('papers', index), texts: textsFile, names: namesFile };
};

const packPaper = (paper: SearchPaper): PackedPaper => {
  const slug = toPlainSlug(paper.title);
  if (!slug.startsWith(paper.id)) return paper;
  return { ...paper, id: slug === paper.id ? undefined : paper.id.length };
};

const unpackPaper = ({ id, ...paper }: PackedPaper): SearchPaper => ({
  id: typeof id === 'string' ? id : toPlainSlug(paper.title).slice(0, id),
  ...paper,
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads a file of titles; throws when it is none. */
export const readIndexFile = (value: unknown): IndexFile => {
  const { papers, texts, names } = isObject(value) ? value : {};
  if (!Array.isArray(papers) || typeof texts !== 'string' || typeof names !== 'string')
    throw new Error('The search file holds no papers.');
  return { papers: (papers as readonly PackedPaper[]).map(unpackPaper), texts, names };
};

/** Reads a file of texts; throws when it is not that of `papers`. */
export const readTextsFile = (value: unknown, papers: readonly SearchPaper[]): TextsFile => {
  const texts = isObject(value) ? value['texts'] : undefined;
  if (!Array.isArray(texts) || texts.length !== papers.length)
    throw new Error('The search file holds other texts than the papers have.');
  return { texts: texts as readonly SearchText[] };
};
