import { resolvePath, runCommand, UsageError } from '../lib/cli.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { ENGINES } from './peers/all.ts';
import type { Doc, Engine } from './peers/engine.ts';
import { DEEP, TOP } from './retrieval-metrics.ts';
import { loadDocs, loadTestCollection, loadText, type Judged } from './search-collection.ts';
import { describeJudged, loadOwnPapers, readJudged } from './search-judged.ts';
import { DESCRIPTIONS, KNOWN_ITEM_KINDS, makeKnownItems } from './search-known-items.ts';
import { describeKnownItems, describeQuality, describeWorst } from './search-report.ts';
import {
  measureEngine,
  type LeftOut,
  type Limits,
  type Lists,
  type Measured,
} from './search-run.ts';

const usage = `
npm run bench:search -- DIR [--per-query] [--only NAMES] [--seconds N]
npm run bench:search -- --known-items FILE [--sample N] [--only NAMES] [--seconds N]
npm run bench:search -- --judged FILE [--content DIR] [--only NAMES] [--seconds N]

Asks our search and others the same questions, one engine after the other in this process, and prints how well
and how fast each answers and what it weighs. npm ci --prefix scripts/bench installs the others.

  DIR                 a test collection: docs.jsonl {id, title, abstract}, queries.jsonl {id, text} and
                      qrels.tsv (question, paper, grade; grades above 0 count alike)
  --per-query         list the questions where ours is furthest behind the best of the others
  --known-items FILE  ask for single papers of FILE (JSON Lines {id, title, abstract}, also .gz) in the ways in
                      which people half remember them; the questions are drawn alike each time
  --judged FILE       ask what FILE (JSON Lines {id, kind, part, text, relevant, helpful}) asks of the collection's own
                      papers; those that only help gain a third
  --content DIR       the folder of the collection (else CONTENT_DIR, else content)
  --sample N          so many questions of each kind (else 200)
  --only NAMES        engines whose names begin so, commas between them, besides ours
  --seconds N         leave out an engine that would need longer for its questions (else 300)
`;

const options = {
  'per-query': { type: 'boolean' },
  'known-items': { type: 'string' },
  judged: { type: 'string' },
  sample: { type: 'string' },
  only: { type: 'string' },
  seconds: { type: 'string' },
} as const;

const readCount = (flag: string, given: string | undefined, usual: number): number => {
  if (given === undefined) return usual;
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new UsageError(`Expected --${flag} to be a whole number above 0, not ${given}.`);
};

const chooseEngines = (only: string | undefined): readonly Engine[] => {
  if (only === undefined) return ENGINES;
  const beginnings = only.toLowerCase().split(',').filter(Boolean);
  const [ours, ...others] = ENGINES;
  const chosen = others.filter(({ name }) =>
    beginnings.some((beginning) => name.toLowerCase().startsWith(beginning)),
  );
  return [...(ours === undefined ? [] : [ours]), ...chosen];
};

const measureAll = async (
  engines: readonly Engine[],
  docs: readonly Doc[],
  lists: Lists,
  limits: Limits,
): Promise<{ readonly measured: readonly Measured[]; readonly leftOut: readonly LeftOut[] }> => {
  const outcomes: (Measured | LeftOut)[] = [];
  for (const engine of engines) {
    if (process.stderr.isTTY) console.error(`${engine.name} …`);
    outcomes.push(await measureEngine(engine, docs, lists, limits));
  }
  return {
    measured: outcomes.filter((outcome) => 'runs' in outcome),
    leftOut: outcomes.filter((outcome) => 'reason' in outcome),
  };
};

const describeLeftOut = (leftOut: readonly LeftOut[]): string =>
  leftOut.map(({ name, reason }) => `${name} is left out: ${reason}`).join('\n');

const print = (...parts: readonly string[]): void => {
  console.log(parts.filter((part) => part !== '').join('\n\n'));
};

type Choices = { readonly engines: readonly Engine[]; readonly seconds: number };

const benchCollection = async (
  dir: string,
  { engines, seconds }: Choices,
  isPerQuery: boolean,
): Promise<readonly Problem[]> => {
  const { docs, questions, problems } = await loadTestCollection(dir);
  const limits = { depth: DEEP, seconds };
  const { measured, leftOut } = await measureAll(engines, docs, { all: questions }, limits);
  print(
    `${docs.length} papers, ${questions.length} judged questions`,
    describeQuality(measured, questions),
    isPerQuery ? describeWorst(measured, questions) : '',
    describeLeftOut(leftOut),
  );
  return problems;
};

const benchKnownItems = async (
  file: string,
  { engines, seconds }: Choices,
  sample: number,
): Promise<readonly Problem[]> => {
  const { docs, problems } = await loadDocs(file);
  const pairs = KNOWN_ITEM_KINDS.map((kind) => [kind, makeKnownItems(docs, kind, sample)] as const);
  const lists: Readonly<Record<string, readonly Judged[]>> = Object.fromEntries(pairs);
  const { measured, leftOut } = await measureAll(engines, docs, lists, { depth: 10, seconds });
  print(
    `${docs.length} papers`,
    ...pairs.map(([kind, questions]) =>
      describeKnownItems(measured, kind, questions, DESCRIPTIONS[kind]),
    ),
    describeLeftOut(leftOut),
  );
  return problems;
};

const benchJudged = async (
  file: string,
  contentDir: string,
  { engines: [, ...others], seconds }: Choices,
): Promise<readonly Problem[]> => {
  const { docs, ours } = await loadOwnPapers(contentDir);
  const ids = new Set(docs.map(({ id }) => id));
  const lists = readJudged(await loadText(file), (id) => ids.has(id));
  const limits = { depth: TOP, seconds };
  const { measured, leftOut } = await measureAll([ours, ...others], docs, lists, limits);
  print(`${docs.length} papers`, describeJudged(measured, lists), describeLeftOut(leftOut));
  return [];
};

await runCommand(
  { usage, options, positionals: 1 },
  async ({ values, positionals: [dir], contentDir }) => {
    const { 'known-items': knownItems, judged } = values;
    if ([dir, knownItems, judged].filter((one) => one !== undefined).length !== 1)
      throw new UsageError('Expected either a folder, --known-items FILE or --judged FILE.');
    const engines = chooseEngines(values.only);
    const choices = { engines, seconds: readCount('seconds', values.seconds, 300) };
    if (judged !== undefined) return benchJudged(resolvePath(judged), contentDir, choices);
    if (knownItems === undefined)
      return benchCollection(resolvePath(dir ?? ''), choices, values['per-query'] === true);
    return benchKnownItems(
      resolvePath(knownItems),
      choices,
      readCount('sample', values.sample, 200),
    );
  },
);
