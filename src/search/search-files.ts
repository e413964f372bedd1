import { toHex } from '../domain/hex.ts';
import { isObject } from '../domain/is-object.ts';
import { STOP_WORDS } from '../domain/stop-words.ts';
import { readNames } from './entrance.ts';
import { writePapers } from './index-file.ts';
import type { Names } from './names.ts';
import { packText, unpackInSteps } from './packed-text.ts';
import type { SearchPaper, SearchPayload, SearchText } from './payload.ts';
import type { Steps } from './steps.ts';

export type TextsFile = { readonly texts: readonly SearchText[] };

/** What comes after the titles: abstracts, and what things are called. */
export type Rest = TextsFile & { readonly names: Names };

type Body = string | Uint8Array<ArrayBuffer>;
export type HashedFile<T extends Body = Body> = { readonly name: string; readonly body: T };

type SearchFileSet = {
  readonly index: HashedFile<string>;
  readonly texts: HashedFile;
  readonly names: HashedFile<string>;
};

const NO_NAMES: Names = { topics: [], concepts: [] };

const HASH_LENGTH = 16;
const PACKED = '.bin';
/** Longest JSON that is packed: packing spares a fifth of all that a small collection loads, and takes time. */
const MOST_PACKED = 250_000;

/** SHA-256 of bytes, or of a text in UTF-8, as hexadecimal digits. */
export const sha256Of = async (body: Body): Promise<string> => {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return toHex(await crypto.subtle.digest('SHA-256', bytes));
};

const nameByHash = async (stem: string, body: Body, ending: string): Promise<string> =>
  `${stem}-${(await sha256Of(body)).slice(0, HASH_LENGTH)}${ending}`;

/** A JSON file named by what it holds. */
export const toHashedFile = async (stem: string, value: object): Promise<HashedFile<string>> => {
  const body = JSON.stringify(value);
  return { name: await nameByHash(stem, body, '.json'), body };
};

/** What a packed file is packed with: whoever reads it has these. */
export const primerOf = (papers: readonly SearchPaper[]): string =>
  [...STOP_WORDS, ...papers.map(({ title }) => title)].join('\n');

/** The texts as a file: of a small collection packed, together with the names. */
const toTextsFile = async (
  { papers, texts }: Required<SearchPayload>,
  names: Names,
  mayPack: boolean,
) => {
  const json = JSON.stringify({ texts, names } satisfies Rest);
  if (!mayPack || json.length > MOST_PACKED)
    return toHashedFile('texts', { texts } satisfies TextsFile);
  const body = packText(json, primerOf(papers));
  return { name: await nameByHash('texts', body, PACKED), body };
};

/** Whether a file of texts, by its name, has to be unpacked. */
export const isPacked = (name: string): boolean => name.endsWith(PACKED);

/** Unpacks what is packed beside some papers, in many short steps. */
export function* unpackRest(packed: Uint8Array, papers: readonly SearchPaper[]): Steps<unknown> {
  return JSON.parse(yield* unpackInSteps(packed, primerOf(papers))) as unknown;
}

/**
 * The files that a browser loads to search, named by what they hold: the same papers give the same files,
 * and a page never meets the texts of another build.
 */
export const writeSearchFiles = async (
  payload: Required<SearchPayload>,
  names: Names = NO_NAMES,
  { mayPack = true } = {},
): Promise<SearchFileSet> => {
  const textsFile = await toTextsFile(payload, names, mayPack);
  const namesFile = await toHashedFile('names', names);
  const papers = writePapers(payload.papers);
  const index = { papers, texts: textsFile.name, names: namesFile.name };
  return { index: await toHashedFile('papers', index), texts: textsFile, names: namesFile };
};

/** Reads a file of texts; throws when it is not that of `papers`. */
export const readTextsFile = (value: unknown, papers: readonly SearchPaper[]): TextsFile => {
  const texts = isObject(value) ? value['texts'] : undefined;
  if (!Array.isArray(texts) || texts.length !== papers.length)
    throw new Error('The search file holds other texts than the papers have.');
  return { texts: texts as readonly SearchText[] };
};

/** Reads unpacked texts and names; throws when they are not those of `papers`. */
export const readRest = (value: unknown, papers: readonly SearchPaper[]): Rest => ({
  ...readTextsFile(value, papers),
  names: readNames(isObject(value) ? value['names'] : undefined),
});
