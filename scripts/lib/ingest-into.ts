import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Problem } from '../../src/domain/problem.ts';
import { callerDir, FINE, shownPath } from './cli.ts';

/** Hands on what a command prints, in which its folder is called by another name. */
const handOn = async (
  from: NodeJS.ReadableStream,
  to: NodeJS.WritableStream,
  rename: (line: string) => string,
): Promise<void> => {
  for await (const line of createInterface({ input: from, crlfDelay: Infinity }))
    to.write(`${rename(line)}\n`);
};

/** The exit status of a command; none when it was ended from outside, as by Ctrl-C, which ends it alone. */
const statusOf = async (child: ChildProcess): Promise<number | undefined> => {
  const end = (): void => void child.kill();
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    return await new Promise((done, fail) => {
      child.once('error', fail);
      child.once('close', (status) => done(status ?? undefined));
    });
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
};

const hasPapers = (dir: string): boolean =>
  existsSync(join(dir, 'papers')) && readdirSync(join(dir, 'papers')).length > 0;

const failure = (shown: string, isKept: boolean): Problem => ({
  severity: 'error',
  file: shown,
  ...(isKept
    ? {
        found: 'papers that could not be taken in, named above',
        wanted: 'all of them',
        hint: 'The others are there. Mend the file and take it in once more: `npm run ingest -- FILE --content FOLDER`.',
      }
    : {
        found: 'files that could not be taken in, as said above',
        wanted: 'papers',
        hint: 'Nothing was made. Mend the files, or leave them out, and run this again.',
      }),
});

export type IngestOrder = {
  /** the collection's folder while it is made */
  readonly stagingDir: string;
  /** what the folder will be */
  readonly dir: string;
  /** as the caller typed them */
  readonly files: readonly string[];
  /** what the files are in, when that was told */
  readonly format: string | undefined;
};

/** Takes files into a collection that is being made, by the command that everybody uses. */
export const ingestInto = async ({ stagingDir, dir, files, format }: IngestOrder) => {
  const flags = format === undefined ? [] : ['--format', format];
  const script = join(import.meta.dirname, '../ingest.ts');
  const child = spawn(
    process.execPath,
    [script, '--content', stagingDir, ...flags, '--', ...files],
    {
      env: { ...process.env, INIT_CWD: callerDir() },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const rename = (line: string): string => line.replaceAll(basename(stagingDir), basename(dir));
  const [status] = await Promise.all([
    statusOf(child),
    handOn(child.stdout, process.stdout, rename),
    handOn(child.stderr, process.stderr, rename),
  ]);
  if (status === FINE) return { isKept: true, problems: [] };
  // single papers that are unsound keep the others out as little as they do in any later ingest
  const isKept = status === 1 && hasPapers(stagingDir);
  return { isKept, problems: [failure(shownPath(dir), isKept)] };
};
