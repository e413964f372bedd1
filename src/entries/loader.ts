import { fileURLToPath } from 'node:url';
import { basename, join, sep } from 'node:path';
import type { DataStore, Loader, LoaderContext } from 'astro/loaders';
import { z } from 'zod';
import { AUTHORS_FILE, authorsFileSchema } from '../domain/authors-file.ts';
import { conceptSchema } from '../domain/concept.ts';
import { conceptIdSchema, paperIdSchema, topicIdSchema } from '../domain/fields.ts';
import { LINKS_FILE, linksFileSchema } from '../domain/link-report.ts';
import { MAP_FILE, mapFileSchema } from '../domain/map-file.ts';
import { paperSchema } from '../domain/paper.ts';
import { byPlace, formatProblem, hasErrors, type Problem } from '../domain/problem.ts';
import { siteSettingsSchema } from '../domain/site-settings.ts';
import { topicSchema } from '../domain/topic.ts';
import { readCheckedPapers } from './checked-papers.ts';
import {
  loadEntries,
  loadKnownAuthors,
  loadSite,
  type ContentFolder,
  type LoadedEntries,
  type LoadedEntry,
} from './entry-files.ts';
import { CONCEPTS, PAPERS, TOPICS } from './entry-kinds.ts';
import { loadLinksFile } from './links-file.ts';
import { loadMapFile } from './map-file.ts';

/** Where the entries of one of Astro's collections come from. */
export type Source<S extends z.ZodObject = z.ZodObject> = {
  /** what pages get */
  readonly schema: S;
  /** the file or folder below the content folder */
  readonly name: string;
  readonly load: (content: ContentFolder) => Promise<LoadedEntries<object>>;
  /** the field that holds Markdown, and the one in which pages find it as HTML */
  readonly markdown?: readonly [from: string, to: string];
};

/** The id of the only entry of the collection that holds the settings. */
const SITE_ID = 'site';

const loadSiteEntries = async (content: ContentFolder): Promise<LoadedEntries<object>> => {
  const { site, problems } = await loadSite(content);
  return site === undefined
    ? { entries: [], broken: [SITE_ID], problems }
    : { entries: [{ id: SITE_ID, entry: site }], broken: [], problems };
};

const source = <S extends z.ZodObject>(of: Source<S>): Source<S> => of;

export const PAPER_SOURCE = source({
  name: 'papers',
  schema: paperSchema.extend({ id: paperIdSchema, abstract: z.string() }),
  load: (content) => {
    const checked = process.env['CHECKED_PAPERS'];
    return checked ? readCheckedPapers(checked) : loadEntries(content, PAPERS);
  },
});

export const TOPIC_SOURCE = source({
  name: 'topics',
  schema: topicSchema.extend({
    id: topicIdSchema,
    introduction: z.string(),
    introductionHtml: z.string(),
  }),
  load: (content) => loadEntries(content, TOPICS),
  markdown: ['introduction', 'introductionHtml'],
});

export const CONCEPT_SOURCE = source({
  name: 'concepts',
  schema: conceptSchema.extend({
    id: conceptIdSchema,
    definition: z.string(),
    definitionHtml: z.string(),
  }),
  load: (content) => loadEntries(content, CONCEPTS),
  markdown: ['definition', 'definitionHtml'],
});

export const SITE_SOURCE = source({
  name: 'site.md',
  schema: siteSettingsSchema.extend({ welcome: z.string(), welcomeHtml: z.string() }),
  load: loadSiteEntries,
  markdown: ['welcome', 'welcomeHtml'],
});

const MAP_ID = 'map';

/** The map's file as the only entry of its collection; no entry when there is none. */
const loadMapEntries = async (content: ContentFolder): Promise<LoadedEntries<object>> => {
  const { map, problems } = await loadMapFile(content);
  if (map !== undefined) return { entries: [{ id: MAP_ID, entry: map }], broken: [], problems };
  return { entries: [], broken: problems.length > 0 ? [MAP_ID] : [], problems };
};

export const MAP_SOURCE = source({ name: MAP_FILE, schema: mapFileSchema, load: loadMapEntries });

const AUTHORS_ID = 'authors';

/** What is known of authors as the only entry of its collection. */
const loadAuthorEntries = (content: ContentFolder): Promise<LoadedEntries<object>> => {
  const { knownAuthors: people, problems } = loadKnownAuthors(content);
  return Promise.resolve(
    hasErrors(problems)
      ? { entries: [], broken: [AUTHORS_ID], problems }
      : { entries: [{ id: AUTHORS_ID, entry: { people } }], broken: [], problems },
  );
};

export const AUTHORS_SOURCE = source({
  name: AUTHORS_FILE,
  schema: authorsFileSchema,
  load: loadAuthorEntries,
});

const LINKS_ID = 'links';

/** The report on links as the only entry of its collection; no entry when there is none, or none to be read. */
const loadLinksEntries = async (content: ContentFolder): Promise<LoadedEntries<object>> => {
  const { links, problems } = await loadLinksFile(content);
  const entries = links === undefined ? [] : [{ id: LINKS_ID, entry: links }];
  return { entries, broken: [], problems };
};

export const LINKS_SOURCE = source({
  name: LINKS_FILE,
  schema: linksFileSchema,
  load: loadLinksEntries,
});

/** CONTENT_DIR, which our commands set to an absolute path, else `content` of the project. */
const contentFolder = ({ config }: LoaderContext): ContentFolder => {
  const path = process.env['CONTENT_DIR'] || fileURLToPath(new URL('content', config.root));
  return { path, shownAs: basename(path) };
};

// shows nothing, and keeps Astro from taking a rule at the beginning for the start of front matter
const NOT_FRONT_MATTER = '[//]: <>\n\n';

const renderHtml = async (text: string, context: LoaderContext): Promise<string> =>
  (await context.renderMarkdown(NOT_FRONT_MATTER + text)).html;

type StoredEntry = Parameters<DataStore['set']>[0];

const toStored = async (
  { id, entry }: LoadedEntry<object>,
  { markdown }: Pick<Source, 'markdown'>,
  context: LoaderContext,
): Promise<StoredEntry> => {
  if (markdown === undefined)
    return { id, data: await context.parseData({ id, data: { ...entry } }) };
  const [from, to] = markdown;
  const fields = entry as Record<string, unknown>;
  const html = await renderHtml(String(fields[from]), context);
  return { id, data: await context.parseData({ id, data: { ...fields, [to]: html } }) };
};

const report = (problems: readonly Problem[], { logger, watcher }: LoaderContext): void => {
  const text = problems.toSorted(byPlace).map(formatProblem).join('\n');
  if (!hasErrors(problems)) {
    if (text !== '') logger.warn(text);
  } else if (watcher === undefined) throw new Error(`The content has problems:\n${text}`);
  else logger.error(text);
};

/** Astro warns, at every look, of a store into which nothing was ever put; a collection may be empty. */
const leaveEmpty = (store: DataStore): void => {
  store.set({ id: 'none', data: {} });
  store.delete('none');
};

/** Puts into the store what the files say now; of a file that has just been broken, what it said before. */
const refill = async (source: Source, context: LoaderContext): Promise<void> => {
  const { entries, broken, problems } = await source.load(contentFolder(context));
  report(problems, context);
  const { store } = context;
  const before = broken.flatMap((id) => store.get(id) ?? []);
  const now: StoredEntry[] = [];
  for (const entry of entries) now.push(await toStored(entry, source, context));
  store.clear();
  for (const entry of [...now, ...before]) store.set(entry);
  if (now.length + before.length === 0) leaveEmpty(store);
};

const SETTLE_MS = 100;

/** Runs a task once after the last of several calls, and never twice at a time. */
const coalesce = (task: () => Promise<void>): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(task);
    }, SETTLE_MS);
  };
};

const watch = (source: Source, context: LoaderContext): void => {
  const { watcher, logger } = context;
  if (watcher === undefined) return;
  const place = join(contentFolder(context).path, source.name);
  const reload = coalesce(() =>
    refill(source, context).catch((cause: unknown) => {
      logger.error(String(cause));
    }),
  );
  // a folder that is missing may come later, so the content folder itself is watched
  watcher.add(contentFolder(context).path);
  watcher.on('all', (_event, path) => {
    if (path === place || path.startsWith(place + sep)) reload();
  });
};

/**
 * Astro's way to the entries: by our own reader, all problems at once. A build stops at errors; a preview
 * reports them, goes on with what was good, and reads again when files change.
 */
export const entriesLoader = <S extends z.ZodObject>(source: Source<S>) =>
  ({
    name: `entries of ${source.name}`,
    schema: source.schema,
    load: async (context) => {
      // another content folder may have filled the store before
      const { path } = contentFolder(context);
      if (path !== context.meta.get('folder')) context.store.clear();
      context.meta.set('folder', path);
      await refill(source, context);
      watch(source, context);
    },
  }) satisfies Loader;
