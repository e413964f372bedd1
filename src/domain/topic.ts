import { z } from 'zod';
import { lineSchema, topicIdSchema, type TopicId } from './fields.ts';

/** Ids that name pages of the site's own below `/topics/`. */
export const RESERVED_TOPIC_IDS: readonly string[] = ['no-topic-yet'];

const matchTermSchema = z.strictObject({
  term: lineSchema.describe(
    'Words as they stand in titles and abstracts; case, hyphens and endings do not matter, but a word with two capitals or more matches only as written. ` | ` separates words for the same thing, ` + ` joins parts that must stand in one sentence.',
  ),
  weight: z
    .number()
    .min(-20)
    .max(20)
    .describe('How strongly the words speak for the topic, or below zero against it.'),
  in: z.literal('title').optional().describe('Where the words count, when not everywhere.'),
});
export type MatchTerm = z.infer<typeof matchTermSchema>;

/** Front matter of `topics/<id>.md`; the body introduces the topic to a newcomer, in Markdown. */
export const topicSchema = z.strictObject({
  name: lineSchema.describe('The name that readers see.'),
  summary: lineSchema.describe('One sentence for cards and search engines.'),
  order: z.number().int().describe('Place in the list of topics, lowest first.'),
  match: z
    .array(matchTermSchema)
    .optional()
    .describe('Terms from which ingest proposes this topic for new papers.'),
});
export type TopicFields = z.infer<typeof topicSchema>;

export type Topic = TopicFields & {
  readonly id: TopicId;
  /** Markdown */
  readonly introduction: string;
  /** the same as HTML: pages have it, commands do not */
  readonly introductionHtml?: string | undefined;
};

export { topicIdSchema, type TopicId };
