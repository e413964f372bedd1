import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { quote, type Problem } from '../../src/domain/problem.ts';
import { failureCode } from '../../src/entries/text-files.ts';
import { UsageError } from '../lib/cli.ts';
import { readDocLines, readQueryLines, textOfId } from '../lib/search-input.ts';
import type { Doc } from './peers/engine.ts';

/** A question with the papers that answer it. */
export type Judged = {
  readonly id: string;
  readonly text: string;
  readonly relevant: ReadonlySet<string>;
  /** those that help, too, if less */
  readonly helpful?: ReadonlySet<string> | undefined;
};

export type TestCollection = {
  readonly docs: readonly Doc[];
  /** the questions that somebody judged */
  readonly questions: readonly Judged[];
  readonly problems: readonly Problem[];
};

const JUDGEMENT = /^([^\t]+)\t([^\t]+)\t(-?\d+)$/;

/** Reads judgements, question, paper and grade a line; every grade above 0 counts the same. */
export const readJudgements = (
  text: string,
  file: string,
): {
  readonly relevant: ReadonlyMap<string, ReadonlySet<string>>;
  readonly problems: readonly Problem[];
} => {
  const relevant = new Map<string, Set<string>>();
  const problems: Problem[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [, query = '', doc = '', grade = ''] = JUDGEMENT.exec(line.trim()) ?? [];
    if (query === '') problems.push(notJudgement(line, file, at + 1));
    else if (Number(grade) > 0) relevant.set(query, (relevant.get(query) ?? new Set()).add(doc));
  }
  return { relevant, problems };
};

const notJudgement = (line: string, file: string, number: number): Problem => ({
  severity: 'error',
  file,
  line: number,
  found: quote(line),
  wanted: 'the id of a question, the id of a paper and a whole number, tabs between them',
  hint: 'Mend the line; all others are used.',
});

/** The text of a file, unpacked when its name ends in .gz. */
export const loadText = async (file: string): Promise<string> => {
  try {
    const bytes = await readFile(file);
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (cause) {
    throw new UsageError(`${file} cannot be read (${failureCode(cause)}).`);
  }
};

export const loadDocs = async (
  file: string,
): Promise<{ readonly docs: readonly Doc[]; readonly problems: readonly Problem[] }> => {
  const { records, problems } = readDocLines(await loadText(file), file);
  return { docs: records.map((record) => ({ ...record, id: textOfId(record.id) })), problems };
};

/** A folder with docs.jsonl, queries.jsonl and qrels.tsv. */
export const loadTestCollection = async (dir: string): Promise<TestCollection> => {
  const [queriesFile, judgementsFile] = [join(dir, 'queries.jsonl'), join(dir, 'qrels.tsv')];
  const { docs, problems } = await loadDocs(join(dir, 'docs.jsonl'));
  const queries = readQueryLines(await loadText(queriesFile), queriesFile);
  const judgements = readJudgements(await loadText(judgementsFile), judgementsFile);
  const questions = queries.records.flatMap(({ id, text }) => {
    const relevant = judgements.relevant.get(textOfId(id));
    return relevant === undefined ? [] : [{ id: textOfId(id), text, relevant }];
  });
  return {
    docs,
    questions,
    problems: [...problems, ...queries.problems, ...judgements.problems],
  };
};
