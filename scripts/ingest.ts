import { join } from 'node:path';
import { compileProposals } from '../src/domain/classify.ts';
import { daySchema } from '../src/domain/fields.ts';
import type { Paper } from '../src/domain/paper.ts';
import { hasErrors, type Problem } from '../src/domain/problem.ts';
import { loadEntries } from '../src/entries/entry-files.ts';
import { PAPERS, TOPICS } from '../src/entries/entry-kinds.ts';
import { loadLedger, type Ledger } from '../src/entries/ledger.ts';
import { applyIngest } from './lib/apply-ingest.ts';
import { resolvePath, runCommand, shownPath, UsageError } from './lib/cli.ts';
import { describePlan, summarizePlan } from './lib/describe-ingest.ts';
import { readIncoming } from './lib/incoming.ts';
import {
  loadAllSources,
  loadNamedSources,
  type LoadedSources,
  type Source,
} from './lib/load-sources.ts';
import { planIngest, type IngestChoices, type IngestPlan } from './lib/plan-ingest.ts';
import { startProgress } from './lib/progress.ts';

const usage = `
npm run ingest -- [FILE…] [--content DIR] [--added DATE] [--dry-run]

Takes papers into the collection, or updates them, from files as they were received: dumps of a page that lists
papers, and JSON Lines (also .gz). What a curator changed or deleted stays that way.

  FILE           a file of papers; one from elsewhere is copied to DIR/sources first. When one of them cannot be
                 used nothing is written. Without FILE: everything in DIR/sources
  --content DIR  the collection's folder (else CONTENT_DIR, else content)
  --added DATE   the day, YYYY-MM-DD, on which new papers enter (else today, UTC)
  --dry-run      print what would be done, write nothing
`;

const options = { added: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;

const readAdded = (flag: string | undefined): string => {
  const added = flag ?? new Date().toISOString().slice(0, 10);
  if (daySchema.safeParse(added).success) return added;
  throw new UsageError(
    `--added: expected a day such as 2024-05-31, found ${JSON.stringify(added)}.`,
  );
};

type State = {
  readonly ledger: Ledger['lines'];
  readonly papers: readonly Paper[];
  readonly propose: IngestChoices['propose'];
  /** a collection may do without, and then its papers lack none */
  readonly hasTopics: boolean;
};

/** What the collection says today; undefined when something in it is broken, for then nothing is safe to write. */
const loadState = async (
  contentDir: string,
  shownAs: string,
): Promise<{ state?: State; problems: readonly Problem[] }> => {
  const content = { path: contentDir, shownAs };
  const ledger = await loadLedger(contentDir, shownAs);
  const papers = await loadEntries(content, PAPERS);
  const topics = await loadEntries(content, TOPICS);
  const errors = [...ledger.problems, ...papers.problems, ...topics.problems].filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length > 0) return { problems: errors };
  const propose = compileProposals(topics.entries.map(({ entry }) => entry));
  const state = {
    ledger: ledger.lines,
    papers: papers.entries.map(({ entry }) => entry),
    propose,
    hasTopics: topics.entries.length > 0,
  };
  return { state, problems: [] };
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
): Promise<void> => {
  const progress = startProgress('ingest: entries written', plan.actions.length);
  try {
    await applyIngest(contentDir, plan, sources, progress.step);
  } finally {
    progress.stop();
  }
};

const loadSources = async (
  contentDir: string,
  shownAs: string,
  files: readonly string[],
): Promise<LoadedSources> => {
  const dir = join(contentDir, 'sources');
  if (files.length > 0)
    return loadNamedSources(
      dir,
      files.map((typed) => ({ typed, path: resolvePath(typed) })),
    );
  const { sources, problems } = await loadAllSources(dir, `${shownAs}/sources`);
  const isEmpty = sources.length + problems.length === 0;
  return { sources, problems: isEmpty ? [nothingToRead(shownAs)] : problems };
};

await runCommand({ usage, options, positionals: Infinity }, async (call) => {
  const { contentDir, positionals: files, values } = call;
  const added = readAdded(values.added);
  const shownAs = shownPath(contentDir);
  const loaded = await loadSources(contentDir, shownAs, files);
  if (files.length > 0 && hasErrors(loaded.problems)) return loaded.problems;

  const { state, problems: flaws } = await loadState(contentDir, shownAs);
  if (state === undefined) return [...loaded.problems, ...flaws];

  const readings = loaded.sources.map(({ format, text, name, file }) =>
    readIncoming(format.read(text, file), name, file),
  );
  const incoming = readings.flatMap(({ papers }) => papers);
  const { ledger, papers, propose } = state;
  const choices = { added, propose, folder: `${shownAs}/papers` };
  const plan = planIngest({ ledger, entries: papers, incoming }, choices);
  if (values['dry-run'] === true) for (const line of describePlan(plan)) console.log(line);
  else await apply(contentDir, plan, loaded.sources);
  if (state.hasTopics) for (const line of listWithoutTopic(papers, plan)) console.log(line);
  console.log(summarizePlan(plan));
  return [...loaded.problems, ...readings.flatMap(({ problems }) => problems), ...plan.problems];
});
