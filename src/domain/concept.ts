import { z } from 'zod';
import {
  conceptIdSchema,
  lineSchema,
  topicIdSchema,
  uniqueList,
  type ConceptId,
} from './fields.ts';

/** A name that can be typed and found. */
const nameSchema = lineSchema.refine(
  (name) => /[\p{L}\p{N}]/u.test(name),
  'Expected a letter or a digit.',
);

/** Front matter of `concepts/<id>.md`; the body defines the concept, in Markdown. */
export const conceptSchema = z.strictObject({
  name: nameSchema.describe('The name that readers see.'),
  aliases: uniqueList(nameSchema)
    .optional()
    .describe('Acronyms, spellings and everyday words for it.'),
  topics: uniqueList(topicIdSchema).optional().describe('Topics in which it matters.'),
  broader: uniqueList(conceptIdSchema)
    .optional()
    .describe('Concepts of which it is a kind or a part.'),
  related: uniqueList(conceptIdSchema).optional().describe('Concepts worth knowing next to it.'),
});
export type ConceptFields = z.infer<typeof conceptSchema>;

export type Concept = ConceptFields & {
  readonly id: ConceptId;
  /** Markdown */
  readonly definition: string;
  /** the same as HTML: pages have it, commands do not */
  readonly definitionHtml?: string | undefined;
};
