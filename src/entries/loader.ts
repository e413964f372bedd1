import { fileURLToPath } from 'node:url';
import { basename, join, sep } from 'node:path';
import type { DataStore, Loader, LoaderContext } from 'astro/loaders';
import type { z } from 'zod';
import { byPlace, formatProblem, hasErrors, type Problem } from '../domain/problem.ts';
import type { ContentFolder, LoadedEntry } from './entry-files.ts';
import type { Source } from './entry-sources.ts';

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
