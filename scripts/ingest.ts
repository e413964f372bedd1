import { join } from 'node:path';
import { daySchema } from '../src/domain/fields.ts';
import type { Paper } from '../src/domain/paper.ts';
import { hasErrors, quote, type Problem } from '../src/domain/problem.ts';
import { applyIngest } from './lib/apply-ingest.ts';
import { resolvePath, runCommand, shownPath, UsageError } from './lib/cli.ts';
import { describeJoinings, describePlan, summarizePlan } from './lib/describe-ingest.ts';
import { listFormats, readFormat } from './lib/format-flag.ts';
import { readIncoming } from './lib/incoming.ts';
import { faultToProblem, isSystemFault } from './lib/ingest-faults.ts';
import { loadState } from './lib/ingest-state.ts';
import {
  loadAllSources,
  loadNamedSources,
  type LoadedSources,
  type Source,
} from './lib/load-sources.ts';
import type { Settle } from './lib/merge-fields.ts';
import type { IngestPlan } from './lib/ingest-plan.ts';
import { planIngest } from './lib/plan-ingest.ts';
import { startProgress } from './lib/progress.ts';
import type { SourceFormat } from './lib/sources/source-record.ts';
import { workAlone } from './lib/run-lock.ts';

const usage = `
npm run ingest -- [FILE…] [--format NAME] [--content DIR] [--added DATE] [--dry-run] [--ours | --theirs] [--only ID]

Takes papers into the collection, or updates them, from files as they were received, in any format below, plain or
.gz: it shows from what is in them. What a curator changed or deleted stays that way.

  FILE           a file of papers; one from elsewhere is copied to DIR/sources first. When one of them cannot be
                 used nothing is written. Without FILE: everything in DIR/sources
  --format NAME  what the files are in, should it not show:
${listFormats('                 ')}
                 A copy whose format does not show has it in its name, \`name.as-FORMAT.txt\`, and is read so again
  --content DIR  the collection's folder (else CONTENT_DIR, else content)
  --added DATE   the day, YYYY-MM-DD, on which new papers enter (else today, UTC)
  --dry-run      print what would be done, field by field; write nothing
  --theirs       where an entry and its source both changed a field, take what the source says
  --ours         keep what the entry says, and tell of these conflicts no more
  --only ID      settle those of this entry alone; may be given several times
`;

const options = {
  format: { type: 'string' },
  added: { type: 'string' },
  'dry-run': { type: 'boolean' },
  theirs: { type: 'boolean' },
  ours: { type: 'boolean' },
  only: { type: 'string', multiple: true },
} as const;

type SettleFlags = {
  readonly theirs?: boolean | undefined;
  readonly ours?: boolean | undefined;
  readonly only?: readonly string[] | undefined;
};

/** What the flags say about conflicts, entry by entry. */
const readSettle = ({ theirs, ours, only }: SettleFlags): ((id: string) => Settle) => {
  if (theirs === true && ours === true)
    throw new UsageError('--theirs and --ours: only one of them can hold.');
  const how = theirs === true ? 'theirs' : ours === true ? 'ours' : 'report';
  if (only !== undefined && how === 'report')
    throw new UsageError('--only: say with --theirs or --ours what to do with these conflicts.');
  const ids = only && new Set(only);
  return (id) => (ids === undefined || ids.has(id) ? how : 'report');
};

const unknownOnly = (only: readonly string[], papers: readonly Paper[]): readonly Problem[] => {
  const ids = new Set<string>(papers.map(({ id }) => id));
  return only
    .filter((id) => !ids.has(id))
    .map((id) => ({
      severity: 'error',
      file: '--only',
      found: `the unknown id ${quote(id)}`,
      wanted: 'the id of an entry',
      hint: 'It is the name of its file, without .md. Nothing was written.',
    }));
};

const readAdded = (flag: string | undefined): string => {
  const added = flag ?? new Date().toISOString().slice(0, 10);
  if (daySchema.safeParse(added).success) return added;
  throw new UsageError(
    `--added: expected a day such as 2024-05-31, found ${JSON.stringify(added)}.`,
  );
};

/** Papers without topic when the plan is carried out. */
const listWithoutTopic = (papers: readonly Paper[], { actions }: IngestPlan): readonly string[] =>
  [
    ...papers.filter(({ withdrawn }) => withdrawn === undefined),
    ...actions.flatMap((action) =>
      action.type === 'create' ? [{ id: action.id, ...action.fields }] : [],
    ),
  ]
    .filter(({ topics = [] }) => topics.length === 0)
    .map(({ id, title }) => `no topic yet: ${id}  ${title}`)
    .toSorted();

const nothingToRead = (shownAs: string): Problem => ({
  severity: 'warning',
  file: `${shownAs}/sources`,
  found: 'no sources',
  wanted: 'files of papers',
  hint: 'Name one: `npm run ingest -- FILE`.',
});

const apply = async (
  contentDir: string,
  plan: IngestPlan,
  sources: readonly Source[],
): Promise<readonly Problem[]> => {
  const progress = startProgress('ingest: entries written', plan.actions.length);
  try {
    await applyIngest(contentDir, plan, sources, progress.step);
    return [];
  } catch (cause) {
    if (!isSystemFault(cause)) throw cause;
    return [faultToProblem(cause, contentDir)];
  } finally {
    progress.stop();
  }
};

const loadSources = async (
  contentDir: string,
  shownAs: string,
  { files, format }: Pick<Order, 'files' | 'format'>,
): Promise<LoadedSources> => {
  const dir = join(contentDir, 'sources');
  if (files.length > 0)
    return loadNamedSources(
      dir,
      files.map((typed) => ({ typed, path: resolvePath(typed) })),
      format,
    );
  const { sources, problems } = await loadAllSources(dir, `${shownAs}/sources`);
  const isEmpty = sources.length + problems.length === 0;
  return { sources, problems: isEmpty ? [nothingToRead(shownAs)] : problems };
};

type Order = {
  readonly contentDir: string;
  readonly files: readonly string[];
  /** when it is told */
  readonly format: SourceFormat | undefined;
  readonly added: string;
  readonly settle: (id: string) => Settle;
  readonly only: readonly string[];
  readonly isDryRun: boolean;
};

const ingest = async (order: Order): Promise<readonly Problem[]> => {
  const { contentDir, files, added, settle, only, isDryRun } = order;
  const shownAs = shownPath(contentDir);
  const loaded = await loadSources(contentDir, shownAs, order);
  if (files.length > 0 && hasErrors(loaded.problems)) return loaded.problems;

  const { state, problems: flaws } = await loadState(contentDir, shownAs);
  if (state === undefined) return [...loaded.problems, ...flaws];
  const { ledger, papers, propose } = state;
  const unknown = unknownOnly(only, papers);
  if (unknown.length > 0) return unknown;

  const readings = loaded.sources.map(({ format, text, name, file }) =>
    readIncoming(format.read(text, file), name, file),
  );
  const incoming = readings.flatMap(({ papers: read }) => read);
  const choices = { added, propose, settle, folder: `${shownAs}/papers` };
  const plan = planIngest({ ledger, entries: papers, incoming }, choices);
  const problems = [
    ...loaded.problems,
    ...readings.flatMap(({ problems: found }) => found),
    ...plan.problems,
  ];
  for (const line of isDryRun ? describePlan(plan, papers) : describeJoinings(plan))
    console.log(line);
  const faults = isDryRun ? [] : await apply(contentDir, plan, loaded.sources);
  if (faults.length > 0) return [...problems, ...faults];
  if (state.hasTopics) for (const line of listWithoutTopic(papers, plan)) console.log(line);
  console.log(summarizePlan(plan));
  return problems;
};

await runCommand({ usage, options, positionals: Infinity }, async (call) => {
  const { contentDir, positionals: files, values } = call;
  const isDryRun = values['dry-run'] === true;
  const order: Order = {
    contentDir,
    files,
    format: readFormat(values.format, files),
    added: readAdded(values.added),
    settle: readSettle(values),
    only: values.only ?? [],
    isDryRun,
  };
  return isDryRun ? ingest(order) : workAlone(contentDir, () => ingest(order));
});
