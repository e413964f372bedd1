import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paperSchema } from '../../../src/domain/paper.ts';
import { topicSchema, type Topic } from '../../../src/domain/topic.ts';
import { appendMembers } from '../../../src/entries/append-members.ts';
import { changeFields } from '../../../src/entries/change-fields.ts';
import { entryPath, writeEntryFile } from '../../../src/entries/entry-files.ts';
import { formatEntry } from '../../../src/entries/front-matter.ts';
import type { Filing, TopicPlan } from './plan-topics.ts';

const writeTopic = async (contentDir: string, topic: Topic): Promise<void> => {
  const { name, summary, order, match } = topic;
  const text = formatEntry({ name, summary, order, match }, '', topicSchema);
  await writeEntryFile(entryPath(contentDir, 'topics', topic.id), text);
};

/** Gives papers their topics; each file is written whole, and only where there is no topic still. */
export const applyFilings = async (
  contentDir: string,
  filings: readonly Filing[],
): Promise<void> => {
  for (const { id, topics } of filings) {
    const path = entryPath(contentDir, 'papers', id);
    const text = await readFile(path, 'utf8');
    await writeEntryFile(path, changeFields(text, { topics }, paperSchema));
  }
};

/** Carries out a plan: topics first, for no paper may name one that there is not. */
export const applyTopics = async (contentDir: string, plan: TopicPlan): Promise<void> => {
  await mkdir(join(contentDir, 'topics'), { recursive: true });
  for (const [id, terms] of plan.added) {
    const path = entryPath(contentDir, 'topics', id);
    const members = terms.map(({ term, weight }) => ({ term, weight }));
    const text = await readFile(path, 'utf8');
    await writeEntryFile(path, appendMembers(text, 'match', members, topicSchema));
  }
  for (const topic of plan.created) await writeTopic(contentDir, topic);
  await applyFilings(contentDir, plan.filings);
};
