import { judgeRanking, mean, percentile, recallAt, type Quality } from './retrieval-metrics.ts';
import { comparePaired } from './search-chance.ts';
import type { Judged } from './search-collection.ts';
import type { Measured, Run } from './search-run.ts';

/** The name of the only list of questions of a test collection. */
const ALL = 'all';
const WORST = 15;

/** Sets rows in columns: the first to the left, all others to the right. */
export const formatTable = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const formatCell = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(formatCell).join('  ').trimEnd()).join('\n');
};

const share = (value: number): string => value.toFixed(3);
const milliseconds = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(0);

const judge = (run: Run | undefined, questions: readonly Judged[]): readonly Quality[] =>
  questions.map(({ relevant }, at) => judgeRanking(run?.rankings[at] ?? [], relevant));

const times = (runs: readonly Run[]): readonly string[] => {
  const all = runs.flatMap((run) => run.milliseconds);
  return [milliseconds(percentile(all, 0.5)), milliseconds(percentile(all, 0.95))];
};

const qualityRow = (engine: Measured, questions: readonly Judged[]): readonly string[] => {
  const qualities = judge(engine.runs[ALL], questions);
  return [
    engine.name,
    share(mean(qualities.map(({ ndcg }) => ndcg))),
    share(mean(qualities.map(({ mrr }) => mrr))),
    share(mean(qualities.map(({ recall }) => recall))),
    ...times(Object.values(engine.runs)),
    kilobytes(engine.size.raw),
    kilobytes(engine.size.gzip),
    engine.buildSeconds.toFixed(1),
  ];
};

const QUALITY_HEADER = [
  'engine',
  'nDCG@10',
  'MRR@10',
  'recall@100',
  'p50 ms',
  'p95 ms',
  'kB raw',
  'kB gzip',
  'build s',
] as const;

const ndcgOf = (engine: Measured, questions: readonly Judged[]): readonly number[] =>
  judge(engine.runs[ALL], questions).map(({ ndcg }) => ndcg);

type Rivals = {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  readonly best: string;
};

/** Ours and the best of the others; nothing when there is no other. */
const findRivals = (
  [first, ...others]: readonly Measured[],
  questions: readonly Judged[],
): Rivals | undefined => {
  const scored = others.map((engine) => ({ engine, ndcg: ndcgOf(engine, questions) }));
  const [best] = scored.toSorted((a, b) => mean(b.ndcg) - mean(a.ndcg));
  if (first === undefined || best === undefined) return undefined;
  return { ours: ndcgOf(first, questions), theirs: best.ndcg, best: best.engine.name };
};

const signed = (value: number): string => `${value < 0 ? '' : '+'}${share(value)}`;

const describeDifference = ({ ours, theirs, best }: Rivals): string => {
  const { difference, low, high, p } = comparePaired(ours, theirs);
  return (
    `nDCG@10 of ours less that of ${best}: ${signed(difference)}, 95 % interval ${signed(low)} to ` +
    `${signed(high)} (paired bootstrap), p = ${p.toFixed(4)} (paired randomisation)`
  );
};

/** The table of a test collection, and how sure the lead over the best of the others is. */
export const describeQuality = (
  measured: readonly Measured[],
  questions: readonly Judged[],
): string => {
  const table = [QUALITY_HEADER, ...measured.map((engine) => qualityRow(engine, questions))];
  const rivals = findRivals(measured, questions);
  return [
    formatTable(table),
    ...(rivals === undefined ? [] : ['', describeDifference(rivals)]),
  ].join('\n');
};

/** The questions where ours is furthest behind, and those where it finds least. */
export const describeWorst = (
  measured: readonly Measured[],
  questions: readonly Judged[],
): string => {
  const rivals = findRivals(measured, questions);
  if (rivals === undefined) return '';
  const rows = questions.map(({ id, text }, at) => {
    const [ours = 0, theirs = 0] = [rivals.ours[at], rivals.theirs[at]];
    return { ours, theirs, lead: ours - theirs, id, text };
  });
  const worst = rows.toSorted((a, b) => a.lead - b.lead || a.ours - b.ours).slice(0, WORST);
  const lines = worst.map(
    ({ ours, theirs, lead, id, text }) =>
      `${share(ours)}  ${share(theirs)}  ${signed(lead)}  ${id}: ${text}`,
  );
  return [`Where ours is furthest behind ${rivals.best} (ours, theirs, lead)`, ...lines].join('\n');
};

const knownItemRow = (
  { name, runs }: Measured,
  kind: string,
  questions: readonly Judged[],
): readonly string[] => {
  const run = runs[kind];
  const success = (depth: number): string =>
    share(
      mean(questions.map(({ relevant }, at) => recallAt(depth, run?.rankings[at] ?? [], relevant))),
    );
  const mrr = share(mean(judge(run, questions).map((quality) => quality.mrr)));
  return [name, success(1), success(10), mrr, ...times(run === undefined ? [] : [run])];
};

/** The table of one kind of questions for single papers. */
export const describeKnownItems = (
  measured: readonly Measured[],
  kind: string,
  questions: readonly Judged[],
  description: string,
): string => {
  const header = ['engine', 'success@1', 'success@10', 'MRR@10', 'p50 ms', 'p95 ms'];
  const rows = measured.map((engine) => knownItemRow(engine, kind, questions));
  const [example] = questions;
  return [
    `${kind}: ${description}; ${questions.length} questions`,
    ...(example === undefined ? [] : [`for example: ${example.text}`]),
    formatTable([header, ...rows]),
  ].join('\n');
};
