import { z } from 'zod';
import { AUTHORS_FILE, authorsFileSchema } from '../domain/authors-file.ts';
import { conceptSchema } from '../domain/concept.ts';
import { conceptIdSchema, paperIdSchema, topicIdSchema } from '../domain/fields.ts';
import { LINKS_FILE, linksFileSchema } from '../domain/link-report.ts';
import { MAP_FILE, mapFileSchema } from '../domain/map-file.ts';
import { paperSchema } from '../domain/paper.ts';
import { hasErrors } from '../domain/problem.ts';
import { siteSettingsSchema } from '../domain/site-settings.ts';
import { topicSchema } from '../domain/topic.ts';
import { readCheckedPapers } from './checked-papers.ts';
import {
  loadEntries,
  loadKnownAuthors,
  loadSite,
  type ContentFolder,
  type LoadedEntries,
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
