import { parseArgs, type ParseArgsConfig } from 'node:util';
import { relative, resolve } from 'node:path';
import { byPlace, formatProblem, hasErrors, type Problem } from '../../src/domain/problem.ts';

/** Exit statuses of every command. */
export const FINE = 0;
const HAS_PROBLEMS = 1;
const WRONG_USAGE = 2;

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a command tells about itself: its usage text is its manual, printed by `--help`. */
export type Command<T extends Options> = {
  readonly usage: string;
  /** flags besides `--content` and `--help`, as `util.parseArgs` takes them */
  readonly options: T;
  /** how many arguments without a flag it takes at most; 0 when not said */
  readonly positionals?: number;
};

const COMMON = {
  content: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Options;

type Values<T extends Options> = ReturnType<
  typeof parseArgs<{ options: T & typeof COMMON; allowPositionals: true }>
>['values'];

export type Call<T extends Options> = {
  readonly values: Values<T>;
  readonly positionals: readonly string[];
  /** absolute path of the collection's folder */
  readonly contentDir: string;
};

/** Wrong usage: printed with the usage text, exit status 2. */
export class UsageError extends Error {}

/** Where the caller stands: npm changes the directory and says in INIT_CWD where it came from. */
export const callerDir = (): string => process.env['INIT_CWD'] ?? process.cwd();

/** Makes a path absolute that somebody typed or set in the environment. */
export const resolvePath = (path: string): string => resolve(callerDir(), path);

/** A path as the caller would type it: from the caller's folder, unless the whole way is shorter. */
export const shownPath = (path: string): string => {
  const way = relative(callerDir(), path) || '.';
  return way.length < path.length ? way : path;
};

/** The collection's folder: flag, else CONTENT_DIR, else `content` of this project. */
const resolveContentDir = (flag: string | undefined): string => {
  const named = flag ?? (process.env['CONTENT_DIR'] || undefined);
  return named === undefined ? resolve(import.meta.dirname, '../../content') : resolvePath(named);
};

const readCall = <T extends Options>(command: Command<T>, args: readonly string[]): Call<T> => {
  const options = { ...command.options, ...COMMON };
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const most = command.positionals ?? 0;
  if (positionals.length > most)
    throw new UsageError(`Unexpected argument ${JSON.stringify(positionals[most])}.`);
  const { content } = values as { content?: string };
  return { values: values, positionals, contentDir: resolveContentDir(content) };
};

const isUsageError = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof TypeError &&
    String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS'));

/** Prints problems, errors and warnings alike, to stderr, in one order. */
const printProblems = (problems: readonly Problem[]): void => {
  for (const problem of problems.toSorted(byPlace)) console.error(formatProblem(problem));
};

/**
 * Runs a command: reads its flags, hands them to `main`, prints the problems it returns (else to stderr, as text)
 * and sets the exit status: 0 fine, 1 when a problem is an error, 2 for wrong usage. Other exceptions are bugs.
 */
export const runCommand = async <T extends Options>(
  command: Command<T>,
  main: (call: Call<T>) => Promise<readonly Problem[]>,
  print: (problems: readonly Problem[]) => void = printProblems,
): Promise<void> => {
  try {
    const call = readCall(command, process.argv.slice(2));
    if ((call.values as { help?: boolean }).help === true) {
      console.log(command.usage.trim());
      return;
    }
    const problems = await main(call);
    print(problems);
    process.exitCode = hasErrors(problems) ? HAS_PROBLEMS : FINE;
  } catch (error) {
    if (!isUsageError(error)) throw error;
    console.error(`${error.message}\n\n${command.usage.trim()}`);
    process.exitCode = WRONG_USAGE;
  }
};
