import type { z } from 'zod';
import { conceptSchema, type Concept } from '../domain/concept.ts';
import {
  conceptIdSchema,
  paperIdSchema,
  topicIdSchema,
  type ConceptId,
  type PaperId,
  type TopicId,
} from '../domain/fields.ts';
import { paperSchema, type Paper } from '../domain/paper.ts';
import { markdownToText } from '../domain/text.ts';
import { topicSchema, type Topic } from '../domain/topic.ts';

/** The folders of entries in a content folder. */
export type EntryFolder = 'papers' | 'topics' | 'concepts';

/** Entries that have a folder of their own: where they are, what they say, what they become. */
export type EntryKind<S extends z.ZodObject, Id extends string, T> = {
  readonly folder: EntryFolder;
  readonly schema: S;
  /** the id that a file name gives, when it is one */
  readonly readId: (name: string) => Id | undefined;
  readonly toEntry: (id: Id, fields: z.output<S>, body: string) => T;
};

const kind = <S extends z.ZodObject, Id extends string, T>(
  of: EntryKind<S, Id, T>,
): EntryKind<S, Id, T> => of;

export const PAPERS = kind<typeof paperSchema, PaperId, Paper>({
  folder: 'papers',
  schema: paperSchema,
  readId: (name) => paperIdSchema.safeParse(name).data,
  toEntry: (id, fields, body) => ({ ...fields, id, abstract: markdownToText(body) }),
});

export const TOPICS = kind<typeof topicSchema, TopicId, Topic>({
  folder: 'topics',
  schema: topicSchema,
  readId: (name) => topicIdSchema.safeParse(name).data,
  toEntry: (id, fields, body) => ({ ...fields, id, introduction: body }),
});

export const CONCEPTS = kind<typeof conceptSchema, ConceptId, Concept>({
  folder: 'concepts',
  schema: conceptSchema,
  readId: (name) => conceptIdSchema.safeParse(name).data,
  toEntry: (id, fields, body) => ({ ...fields, id, definition: body }),
});
