import { z } from 'zod';
import {
  authorIdSchema,
  lineSchema,
  orcidSchema,
  paperIdSchema,
  uniqueList,
  webUrlSchema,
} from './fields.ts';

/** The place of what is known of authors in a content folder. */
export const AUTHORS_FILE = 'authors.md';

export const knownAuthorSchema = z.strictObject({
  id: authorIdSchema.describe('The address of the author’s page, given once: /authors/<id>/.'),
  name: lineSchema.describe('The name that readers see.'),
  variants: uniqueList(lineSchema)
    .optional()
    .describe('Other names by which papers call the same person. Only what stands here is merged.'),
  orcid: orcidSchema.optional().describe('The ORCID, sixteen digits in four groups.'),
  page: webUrlSchema.optional().describe('A page about the person elsewhere.'),
  papers: uniqueList(paperIdSchema)
    .min(1)
    .optional()
    .describe('When several persons have one name: the papers in which it is this one.'),
});
/** A person as `authors.md` knows them. */
export type KnownAuthor = z.infer<typeof knownAuthorSchema>;

/** Front matter of `authors.md`; the body is for notes of those who keep it. */
export const authorsFileSchema = z.strictObject({
  people: z
    .array(knownAuthorSchema)
    .describe('Persons with several names, an address of their own, or a name that others have.'),
});
