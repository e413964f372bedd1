import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { dayNumber } from '../../src/domain/days.ts';
import { WINDOW_DAYS } from '../../src/domain/digest.ts';
import { daySchema } from '../../src/domain/fields.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { failureCode } from '../../src/entries/text-files.ts';
import { writeWholeFile } from '../../src/entries/whole-files.ts';

const lineSchema = z.strictObject({
  /** of the digest */
  date: daySchema,
  key: z.string().regex(/^[0-9a-f]+$/),
  is: z.enum(['begun', 'sent', 'failed']),
});
type StateLine = z.infer<typeof lineSchema>;

/** What is known of the mails of a digest, kept on disk so that a run that was cut off can go on. */
export type SendState = {
  /** `begun` when the server began to take it and nobody knows whether it got it */
  readonly statusOf: (key: string) => StateLine['is'] | undefined;
  /** is on the disk when it resolves */
  readonly note: (key: string, is: StateLine['is']) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly problems: readonly Problem[];
};

const damaged = (file: string, line: number): Problem => ({
  severity: 'warning',
  file,
  line,
  found: 'a line that cannot be read',
  wanted: 'what an earlier run wrote',
  hint: 'The line was dropped. If it told of a mail that was sent, that mail is sent again.',
});

const parseLine = (text: string): StateLine | undefined => {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

type ReadState = { readonly lines: readonly StateLine[]; readonly problems: readonly Problem[] };

/** A line without an end was being written when the run was cut off: what it would have said did not count yet. */
const parseState = (text: string, file: string): ReadState => {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const problems: Problem[] = [];
  const lines = whole.split('\n').flatMap((line, at) => {
    if (line === '') return [];
    const parsed = parseLine(line);
    if (parsed === undefined) problems.push(damaged(file, at + 1));
    return parsed ?? [];
  });
  return { lines, problems };
};

/** The last word on each mail of the digests that somebody may still want to finish. */
const compact = (lines: readonly StateLine[], date: string): ReadonlyMap<string, StateLine> => {
  const newest = lines.reduce((last, line) => (line.date > last ? line.date : last), date);
  const oldest = dayNumber(newest) - WINDOW_DAYS;
  const kept = lines.filter((line) => line.date === date || dayNumber(line.date) > oldest);
  return new Map(kept.map((line) => [line.key, line]));
};

const toText = (lines: Iterable<StateLine>): string =>
  [...lines].map((line) => `${JSON.stringify(line)}\n`).join('');

const readText = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (failureCode(cause) === 'ENOENT') return '';
    throw cause;
  }
};

/** Opens what earlier runs left at `path`; `date` is that of the digest to be sent. */
export const openSendState = async (
  path: string,
  shownAs: string,
  date: string,
): Promise<SendState> => {
  const text = await readText(path);
  const { lines, problems } = parseState(text, shownAs);
  const byKey = new Map(compact(lines, date));
  const tidy = toText(byKey.values());
  await mkdir(dirname(path), { recursive: true });
  if (tidy !== text) await writeWholeFile(path, tidy);
  const file = await open(path, 'a', 0o600);
  return {
    statusOf: (key) => byKey.get(key)?.is,
    note: async (key, is) => {
      const line: StateLine = { date, key, is };
      await file.appendFile(toText([line]));
      await file.datasync();
      byKey.set(key, line);
    },
    close: () => file.close(),
    problems,
  };
};
