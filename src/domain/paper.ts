import { z } from 'zod';
import {
  arxivSchema,
  dateSchema,
  daySchema,
  doiSchema,
  languageSchema,
  lineSchema,
  orcidSchema,
  paperIdSchema,
  topicIdSchema,
  uniqueList,
  webUrlSchema,
  type PaperId,
} from './fields.ts';
import { KINDS, LINK_KINDS, type Kind, type LinkKind } from './kinds.ts';

export { KINDS, LINK_KINDS, type Kind, type LinkKind };

export const CONTAINER_TYPES = [
  'journal',
  'conference',
  'workshop',
  'preprint',
  'book',
  'thesis',
  'report',
] as const;

export const CORRECTION_KINDS = ['correction', 'erratum', 'concern', 'retraction'] as const;

const authorSchema = z.strictObject({
  name: lineSchema.describe('The name as the paper prints it, given name first.'),
  orcid: orcidSchema.optional().describe('The ORCID, sixteen digits in four groups.'),
});
export type Author = z.infer<typeof authorSchema>;

const containerSchema = z.strictObject({
  type: z.enum(CONTAINER_TYPES).optional().describe('What it appeared in.'),
  name: lineSchema.describe('Name of the journal, conference, book, school or institution.'),
  volume: lineSchema.optional().describe('Volume, as printed.'),
  issue: lineSchema.optional().describe('Issue or report number, as printed.'),
  pages: lineSchema
    .optional()
    .describe('First and last page joined by a hyphen, or an article number.'),
  publisher: lineSchema.optional().describe('Who published it.'),
});
export type Container = z.infer<typeof containerSchema>;
export type ContainerType = NonNullable<Container['type']>;

const linkSchema = z.strictObject({
  kind: z.enum(LINK_KINDS).describe('What the reader finds there.'),
  url: webUrlSchema.describe('Where it is.'),
});
export type Link = z.infer<typeof linkSchema>;

export const versionSchema = z.strictObject({
  title: lineSchema.optional().describe('Its title, when that differs.'),
  date: dateSchema.optional().describe('When that version appeared.'),
  container: containerSchema.optional().describe('Where that version appeared.'),
  doi: doiSchema.optional().describe('Its DOI.'),
  arxiv: arxivSchema.optional().describe('Its arXiv id.'),
  url: webUrlSchema.optional().describe('Its address, when it has no DOI and no arXiv id.'),
  note: lineSchema.optional().describe('What sets it apart, in a few words.'),
});
export type Version = z.infer<typeof versionSchema>;

const correctionSchema = z.strictObject({
  date: daySchema.describe('The day of the notice.'),
  kind: z.enum(CORRECTION_KINDS).describe('How grave it is.'),
  note: lineSchema.describe('What was wrong and what holds now, in a sentence.'),
  link: webUrlSchema.optional().describe('The notice itself.'),
});
export type Correction = z.infer<typeof correctionSchema>;

/** Front matter of `papers/<id>.md`; the body is the abstract. Only the title is always there. */
export const paperSchema = z.strictObject({
  title: lineSchema.describe(
    'The title as the source prints it. TeX between dollar signs is shown as mathematics.',
  ),
  topics: uniqueList(topicIdSchema)
    .max(4)
    .optional()
    .describe('Up to four topic ids, the primary one first.'),
  kind: z.enum(KINDS).optional().describe('What sort of paper it is.'),
  authors: z.array(authorSchema).optional().describe('The authors in the order of the paper.'),
  date: dateSchema.optional().describe('When it appeared: YYYY, YYYY-MM or YYYY-MM-DD.'),
  container: containerSchema.optional().describe('What it appeared in.'),
  doi: doiSchema.optional().describe('The DOI, without https://doi.org/.'),
  arxiv: arxivSchema.optional().describe('The arXiv id, without version.'),
  pdf: webUrlSchema.optional().describe('Address of the PDF.'),
  links: uniqueList(linkSchema)
    .optional()
    .describe('Code, data, models, videos and pages that belong to it.'),
  lang: languageSchema
    .optional()
    .describe('Language of title and abstract, when it is not that of the site.'),
  license: lineSchema
    .optional()
    .describe('Licence of the paper: an SPDX identifier or an address.'),
  awards: uniqueList(lineSchema)
    .optional()
    .describe('Awards it received, as the venue names them.'),
  added: daySchema.optional().describe('The day it entered this collection.'),
  aliases: uniqueList(paperIdSchema).optional().describe('Former ids: their addresses lead here.'),
  also: z.array(versionSchema).optional().describe('Other versions of the same work.'),
  corrections: z
    .array(correctionSchema)
    .optional()
    .describe('Corrections and notices, oldest first.'),
  withdrawn: lineSchema
    .optional()
    .describe('Why it was withdrawn. Its address stays as a notice, out of lists and search.'),
});
export type PaperFields = z.infer<typeof paperSchema>;

/** A paper: its permanent id, its typed front matter, and the abstract as plain text. */
export type Paper = PaperFields & {
  readonly id: PaperId;
  /** plain text; paragraphs are separated by an empty line; empty when there is none */
  readonly abstract: string;
};

export const hasLink = (paper: Paper, kind: LinkKind): boolean =>
  paper.links?.some((link) => link.kind === kind) ?? false;

export const yearOf = (paper: Paper): number | undefined =>
  paper.date === undefined ? undefined : Number(paper.date.slice(0, 4));
