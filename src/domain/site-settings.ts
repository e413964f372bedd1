import { z } from 'zod';
import { FORGES } from './forges.ts';
import { languageSchema, lineSchema, webUrlSchema } from './fields.ts';

/** The version of the entry schemas that this generator reads. */
export const SCHEMA_VERSION = 1;

const colourSchema = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'Expected a colour like #1a4f8b.');

const coloursSchema = z.strictObject({
  light: colourSchema.optional().describe('The accent colour on light paper.'),
  dark: colourSchema.optional().describe('The accent colour on dark paper.'),
});

const generatorSchema = z.strictObject({
  repository: webUrlSchema.describe('Git address of the generator.'),
  version: lineSchema.describe('Tag or commit of the generator that builds this collection.'),
});

const entriesSchema = z.strictObject({
  forge: z
    .enum(FORGES)
    .optional()
    .describe('What runs the repository, when its host does not tell by its name.'),
  branch: lineSchema.default('main').describe('The branch that the site is built from.'),
  folder: lineSchema
    .default('content')
    .describe('The folder of the repository that holds papers and site.md; `.` for its root.'),
});

/** Front matter of `site.md`; the body is the home page's words, in Markdown. */
export const siteSettingsSchema = z.strictObject({
  schema: z
    .literal(SCHEMA_VERSION)
    .describe('Version of these schemas; `npm run migrate` raises it.'),
  title: lineSchema.describe('Name of the site.'),
  description: lineSchema.describe('What the site is, in one sentence.'),
  address: webUrlSchema
    .optional()
    .describe('Where the site will stand, base path included. SITE_URL and BASE_PATH override it.'),
  repository: webUrlSchema.optional().describe('The repository in which the collection is kept.'),
  entries: entriesSchema
    .optional()
    .describe('Where entries are in the repository: “Fix this record” leads there.'),
  language: languageSchema
    .default('en')
    .describe('Language of the site and of papers without `lang`.'),
  mail: z.email().optional().describe('Address for questions and subscriptions.'),
  colours: coloursSchema.optional().describe('Accent colours.'),
  dataLicence: lineSchema
    .optional()
    .describe('Licence of the collected data: an SPDX identifier or an address.'),
  removal: z
    .union([z.email(), webUrlSchema])
    .optional()
    .describe('Where to ask for the removal of a paper: a mail address or a page.'),
  cards: z
    .enum(['auto', 'always', 'never'])
    .default('auto')
    .describe('Preview images of papers: always, never, or up to a thousand papers.'),
  generator: generatorSchema.optional().describe('Which generator builds this collection.'),
});
export type SiteFields = z.infer<typeof siteSettingsSchema>;

export type SiteSettings = SiteFields & {
  /** Markdown */
  readonly welcome: string;
  /** the same as HTML: pages have it, commands do not */
  readonly welcomeHtml?: string | undefined;
};
