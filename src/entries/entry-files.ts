import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { AUTHORS_FILE, authorsFileSchema, type KnownAuthor } from '../domain/authors-file.ts';
import type { Collection } from '../domain/catalog.ts';
import { quote, type Problem } from '../domain/problem.ts';
import { siteSettingsSchema, type SiteSettings } from '../domain/site-settings.ts';
import { cleanText } from '../domain/text.ts';
import { CONCEPTS, PAPERS, TOPICS, type EntryFolder, type EntryKind } from './entry-kinds.ts';
import { readEntry } from './front-matter.ts';
import { failureCode, loadText, type FileFault } from './text-files.ts';
import { writeWholeFile } from './whole-files.ts';

/** A content folder: where it is, and the name by which problems call it. */
export type ContentFolder = { readonly path: string; readonly shownAs: string };

export type LoadedEntry<T> = { readonly id: string; readonly entry: T };

/** All entries of one kind, by id, and everything that is wrong with their files. */
export type LoadedEntries<T> = {
  readonly entries: readonly LoadedEntry<T>[];
  /** ids of files that are there but could not be read */
  readonly broken: readonly string[];
  readonly problems: readonly Problem[];
};

export type LoadedSite = {
  readonly site: SiteSettings | undefined;
  readonly problems: readonly Problem[];
};

const ENDING = '.md';

/** Path of the file of an entry; its name is the entry's id. */
export const entryPath = (contentDir: string, folder: EntryFolder, id: string): string =>
  join(contentDir, folder, `${id}${ENDING}`);

/** Writes an entry's file, whole or not at all. */
export const writeEntryFile = (path: string, text: string): Promise<void> =>
  writeWholeFile(path, text);

const faultToProblem = (file: string, fault: FileFault): Problem => ({
  severity: 'error',
  file,
  ...fault,
});

/** A body without the characters that no text means to contain, and a warning for each sort of them. */
const cleanBody = (raw: string, file: string): { body: string; problems: readonly Problem[] } => {
  const { text, removed } = cleanText(raw);
  const problems = removed.map(({ what, count }): Problem => ({
    severity: 'warning',
    file,
    found: `${what} (${count})`,
    wanted: 'text without it',
    hint: 'Pages leave it out; remove it from the file.',
  }));
  return { body: text, problems };
};

type Read<Fields> = {
  readonly data: Fields | undefined;
  readonly body: string;
  readonly problems: readonly Problem[];
};

const loadFile = <S extends z.ZodObject>(
  path: string,
  file: string,
  schema: S,
): Read<z.output<S>> => {
  const text = loadText(path);
  if (typeof text !== 'string')
    return { data: undefined, body: '', problems: [faultToProblem(file, text)] };
  const { data, body: raw, problems } = readEntry(text, file, schema);
  const { body, problems: dirt } = cleanBody(raw, file);
  return { data, body, problems: [...problems, ...dirt] };
};

/** Names in a folder, sorted; none when there is no such folder. */
const namesIn = async (path: string, shownAs: string): Promise<string[] | Problem> => {
  try {
    return (await readdir(path)).filter((name) => !name.startsWith('.')).toSorted();
  } catch (cause) {
    if (failureCode(cause) === 'ENOENT') return [];
    const found = `something that cannot be listed (${failureCode(cause)})`;
    const hint = 'Check what it is and who may read it.';
    return faultToProblem(shownAs, { found, wanted: 'a folder of entries', hint });
  }
};

const notAnEntry = (file: string, name: string): Problem => ({
  severity: 'warning',
  file,
  found: `the file name ${quote(name)}`,
  wanted: `a name that ends with ${ENDING}`,
  hint: 'Nothing reads this file: rename it or put it elsewhere.',
});

const wrongId = (file: string, id: string): Problem =>
  faultToProblem(file, {
    found: `the id ${quote(id)}`,
    wanted: 'at most 60 lower-case letters and digits, joined by single hyphens',
    hint: 'Rename the file: its name is the id of the entry and part of its address.',
  });

type Outcome<T> = {
  readonly loaded?: LoadedEntry<T>;
  readonly broken?: string;
  readonly problems: readonly Problem[];
};

const loadNamed = <S extends z.ZodObject, Id extends string, T>(
  folder: ContentFolder,
  kind: EntryKind<S, Id, T>,
  name: string,
): Outcome<T> => {
  const file = `${folder.shownAs}/${name}`;
  if (!name.endsWith(ENDING)) return { problems: [notAnEntry(file, name)] };
  const stem = name.slice(0, -ENDING.length);
  const id = kind.readId(stem);
  if (id === undefined) return { problems: [wrongId(file, stem)] };
  const { data, body, problems } = loadFile(join(folder.path, name), file, kind.schema);
  if (data === undefined) return { broken: id, problems };
  return { loaded: { id, entry: kind.toEntry(id, data, body) }, problems };
};

/** Reads all entries of one kind. */
export const loadEntries = async <S extends z.ZodObject, Id extends string, T>(
  content: ContentFolder,
  kind: EntryKind<S, Id, T>,
): Promise<LoadedEntries<T>> => {
  const folder = {
    path: join(content.path, kind.folder),
    shownAs: `${content.shownAs}/${kind.folder}`,
  };
  const names = await namesIn(folder.path, folder.shownAs);
  if (!Array.isArray(names)) return { entries: [], broken: [], problems: [names] };
  const outcomes = names.map((name) => loadNamed(folder, kind, name));
  return {
    entries: outcomes.flatMap(({ loaded }) => loaded ?? []),
    broken: outcomes.flatMap(({ broken }) => broken ?? []),
    problems: outcomes.flatMap(({ problems }) => problems),
  };
};

const NO_SITE: FileFault = {
  found: 'no such file',
  wanted: 'the settings of the collection',
  hint: 'Name the folder that holds `site.md` (--content DIR); `npm run new -- FOLDER` makes a collection.',
};

/** Reads `site.md`. */
export const loadSite = async (content: ContentFolder): Promise<LoadedSite> => {
  const names = await namesIn(content.path, content.shownAs);
  const file = `${content.shownAs}/site.md`;
  if (!Array.isArray(names)) return { site: undefined, problems: [names] };
  if (!names.includes('site.md'))
    return { site: undefined, problems: [faultToProblem(file, NO_SITE)] };
  const path = join(content.path, 'site.md');
  const { data, body, problems } = loadFile(path, file, siteSettingsSchema);
  return { site: data === undefined ? undefined : { ...data, welcome: body }, problems };
};

export type LoadedAuthors = {
  readonly knownAuthors: readonly KnownAuthor[];
  readonly problems: readonly Problem[];
};

/** Reads `authors.md`; most collections have none. */
export const loadKnownAuthors = (content: ContentFolder): LoadedAuthors => {
  const path = join(content.path, AUTHORS_FILE);
  if (!existsSync(path)) return { knownAuthors: [], problems: [] };
  const { data, problems } = loadFile(
    path,
    `${content.shownAs}/${AUTHORS_FILE}`,
    authorsFileSchema,
  );
  return { knownAuthors: data?.people ?? [], problems };
};

/** A content folder as far as it could be read, and everything that is wrong with its files. */
export type LoadedCollection = {
  /** undefined when there are no settings; entries with errors are not among it */
  readonly collection: Collection | undefined;
  /** the same without the settings */
  readonly lists: Omit<Collection, 'site'>;
  /** ids of files that are there but could not be read */
  readonly broken: Readonly<Record<EntryFolder, readonly string[]>>;
  readonly problems: readonly Problem[];
};

const entriesOf = <T>({ entries }: LoadedEntries<T>): readonly T[] =>
  entries.map(({ entry }) => entry);

/** Reads a content folder. `shownAs` is how problems call it, such as `content`. */
export const loadCollection = async (
  contentDir: string,
  shownAs = contentDir,
): Promise<LoadedCollection> => {
  const content = { path: contentDir, shownAs };
  const site = await loadSite(content);
  const papers = await loadEntries(content, PAPERS);
  const topics = await loadEntries(content, TOPICS);
  const concepts = await loadEntries(content, CONCEPTS);
  const authors = loadKnownAuthors(content);
  const lists = {
    papers: entriesOf(papers),
    topics: entriesOf(topics),
    concepts: entriesOf(concepts),
    knownAuthors: authors.knownAuthors,
  };
  return {
    collection: site.site && { site: site.site, ...lists },
    lists,
    broken: { papers: papers.broken, topics: topics.broken, concepts: concepts.broken },
    problems: [site, papers, topics, concepts, authors].flatMap(({ problems }) => problems),
  };
};
