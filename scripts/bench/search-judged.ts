import { z } from 'zod';
import { loadEntries } from '../../src/entries/entry-files.ts';
import { CONCEPTS, PAPERS, TOPICS } from '../../src/entries/entry-kinds.ts';
import { toNames } from '../../src/search/concepts-payload.ts';
import { toPayload } from '../../src/search/payload.ts';
import type { Doc, Engine } from './peers/engine.ts';
import { oursOf } from './peers/ours.ts';
import { gradedNdcgAt, mean, TOP, type Gains } from './retrieval-metrics.ts';
import type { Judged } from './search-collection.ts';
import { formatTable } from './search-report.ts';
import type { Lists, Measured } from './search-run.ts';

/** The ways in which readers look for papers. */
const KINDS = ['known-item', 'topic', 'misspelt', 'unfinished', 'acronym', 'everyday'] as const;

const judgementSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(KINDS),
  /** settings were chosen by one part; the other was only measured */
  part: z.enum(['tuning', 'held-out']),
  text: z.string(),
  relevant: z.array(z.string()).min(1),
  helpful: z.array(z.string()).min(1).optional(),
});

/** Reads judged questions, one a line; papers that a collection has not are left out, so are questions without any. */
export const readJudged = (jsonLines: string, isPaper: (id: string) => boolean): Lists => {
  const read = jsonLines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => judgementSchema.parse(JSON.parse(line)))
    .map((one) => ({
      ...one,
      relevant: new Set(one.relevant.filter(isPaper)),
      helpful: new Set(one.helpful?.filter(isPaper)),
    }))
    .filter(({ relevant }) => relevant.size > 0);
  return Object.fromEntries([
    ...KINDS.map((kind) => [kind, read.filter((one) => one.kind === kind)] as const),
    ['tuning', read.filter(({ part }) => part === 'tuning')],
    ['held-out', read.filter(({ part }) => part === 'held-out')],
  ]);
};

/** A collection's papers, and ours as the site has it: with its glossary and its papers' acronyms. */
export const loadOwnPapers = async (
  path: string,
): Promise<{ readonly docs: readonly Doc[]; readonly ours: Engine }> => {
  const folder = { path, shownAs: path };
  const [papers, topics, concepts] = await Promise.all([
    loadEntries(folder, PAPERS),
    loadEntries(folder, TOPICS),
    loadEntries(folder, CONCEPTS),
  ]);
  const payload = toPayload(papers.entries.map(({ entry }) => entry));
  const names = toNames(
    topics.entries.map(({ entry }) => entry),
    concepts.entries.map(({ entry }) => entry),
    payload,
  );
  const docs = payload.papers.map(({ id, title }, at) => ({
    id,
    title,
    abstract: payload.texts[at]?.join('\n\n') ?? '',
  }));
  return { docs, ours: oursOf(payload, names) };
};

/** What a paper is worth that answers a question, and one that only helps: two to the power of 2 and of 1, less 1. */
const ANSWERS = 3;
const HELPS = 1;

const gainsOf = ({ relevant, helpful = new Set() }: Judged): Gains =>
  new Map([
    ...[...helpful].map((id) => [id, HELPS] as const),
    ...[...relevant].map((id) => [id, ANSWERS] as const),
  ]);

/** nDCG@10 of rankings of one list of questions. */
export const ndcgOf = (
  rankings: readonly (readonly string[])[],
  questions: readonly Judged[],
): number => mean(questions.map((one, at) => gradedNdcgAt(TOP, rankings[at] ?? [], gainsOf(one))));

/** A table of engines by kinds of questions. */
export const describeJudged = (measured: readonly Measured[], lists: Lists): string => {
  const names = Object.keys(lists).filter((name) => (lists[name] ?? []).length > 0);
  const rows = measured.map(({ name, runs }) => [
    name,
    ...names.map((list) => ndcgOf(runs[list]?.rankings ?? [], lists[list] ?? []).toFixed(3)),
  ]);
  const counts = names.map((name) => String(lists[name]?.length ?? 0));
  return formatTable([['nDCG@10', ...names], ['questions', ...counts], ...rows]);
};
