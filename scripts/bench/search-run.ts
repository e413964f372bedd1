import type { Doc, Engine, Index, Size } from './peers/engine.ts';
import { percentile } from './retrieval-metrics.ts';
import type { Judged } from './search-collection.ts';

/** What one engine answered to the questions, in their order, and what it took. */
export type Run = {
  readonly name: string;
  readonly rankings: readonly (readonly string[])[];
  readonly milliseconds: readonly number[];
};

/** Why an engine has no run. */
export type LeftOut = { readonly name: string; readonly reason: string };

/** What to ask: lists of questions by name, each judged apart. */
export type Lists = Readonly<Record<string, readonly Judged[]>>;
export type Measured = {
  readonly name: string;
  readonly runs: Readonly<Record<string, Run>>;
  readonly size: Size;
  readonly buildSeconds: number;
};

export type Limits = {
  /** papers asked for with each question */
  readonly depth: number;
  /** an engine that would need longer for all questions once is left out */
  readonly seconds: number;
};

/** So many answers tell how long all will take. */
const FIRST_LOOK = 5;
/** Answers are timed so often where that takes no longer than this. */
const ROUNDS = 3;
const QUICK_SECONDS = 20;

const isLeftOut = (outcome: Run | LeftOut): outcome is LeftOut => 'reason' in outcome;

type Asked = { readonly ranking: readonly string[]; readonly milliseconds: number };

const ask = async (index: Index, text: string, depth: number): Promise<Asked> => {
  const start = performance.now();
  const ranking = await index.find(text, depth);
  return { milliseconds: performance.now() - start, ranking: [...new Set(ranking)] };
};

const sumOf = (asked: readonly Asked[]): number =>
  asked.reduce((sum, { milliseconds }) => sum + milliseconds, 0);

const askAll = async (
  index: Index,
  questions: readonly Judged[],
  depth: number,
): Promise<readonly Asked[]> => {
  const asked: Asked[] = [];
  for (const { text } of questions) asked.push(await ask(index, text, depth));
  return asked;
};

/** How long all answers would take at the pace of the last of the first ones, for the very first warm it up. */
const forecastSeconds = async (
  index: Index,
  questions: readonly Judged[],
  depth: number,
): Promise<number> => {
  const first = await askAll(index, questions.slice(0, FIRST_LOOK), depth);
  const pace = percentile(
    first.map(({ milliseconds }) => milliseconds),
    0.5,
  );
  return (pace * questions.length) / 1000;
};

/** Asks all questions once to warm up and for the rankings, then again for the times. */
export const runQuestions = async (
  name: string,
  index: Index,
  questions: readonly Judged[],
  { depth, seconds }: Limits,
): Promise<Run | LeftOut> => {
  const forecast = await forecastSeconds(index, questions, depth);
  if (forecast > seconds) {
    const needs = `${forecast.toFixed(0)} s for ${questions.length} questions`;
    return { name, reason: `it would need about ${needs}` };
  }
  const first = await askAll(index, questions, depth);
  const rankings = first.map(({ ranking }) => ranking);
  let timed = first;
  if (sumOf(first) < QUICK_SECONDS * 1000) {
    timed = [];
    for (let round = 0; round < ROUNDS; round += 1)
      timed = [...timed, ...(await askAll(index, questions, depth))];
  }
  return { name, rankings, milliseconds: timed.map(({ milliseconds }) => milliseconds) };
};

const askLists = async (
  name: string,
  index: Index,
  lists: Lists,
  limits: Limits,
): Promise<Readonly<Record<string, Run>> | LeftOut> => {
  const runs: Record<string, Run> = {};
  for (const [list, questions] of Object.entries(lists)) {
    const run = await runQuestions(name, index, questions, limits);
    if (isLeftOut(run)) return run;
    runs[list] = run;
  }
  return runs;
};

/** Builds one engine's index, asks it all lists and weighs it. */
export const measureEngine = async (
  { name, build }: Engine,
  docs: readonly Doc[],
  lists: Lists,
  limits: Limits,
): Promise<Measured | LeftOut> => {
  const start = performance.now();
  const index = await build(docs);
  const buildSeconds = (performance.now() - start) / 1000;
  try {
    const runs = await askLists(name, index, lists, limits);
    if ('reason' in runs) return runs as LeftOut;
    return { name, runs, size: await index.shipped(), buildSeconds };
  } finally {
    await index.close?.();
  }
};
