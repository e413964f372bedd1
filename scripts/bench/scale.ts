import { existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { bytesToText } from '../../src/domain/byte-size.ts';
import { resolvePath, runCommand, UsageError } from '../lib/cli.ts';
import { measureScript, type Measurement } from '../lib/measure.ts';
import { PROJECT_DIR } from '../lib/run-astro.ts';
import { copyParts } from './build-content.ts';
import { growthExponent } from './growth.ts';
import { weighKinds } from './page-weights.ts';

const usage = `
npm run bench:scale -- FILE [--content DIR]

Takes 100, 1,000 and all papers of FILE (JSON Lines, also .gz) and prints for each number of papers time, memory
and bytes of ingesting them, ingesting them again, checking and building the collection, and building it once more
after an edit of one paper; then how each grows: an exponent of 1 means in step with the papers. At last what
the heaviest page of each kind weighs: HTML, styles and scripts before anything is done, compressed.

  --content DIR  whose site.md, topics and concepts to use (else CONTENT_DIR, else content)
`;

const SIZES = [100, 1000, Infinity] as const;

// not below node_modules: Astro takes what is there for finished packages
const BENCH_DIR = join(PROJECT_DIR, '.cache/scale');

/** What a step takes, and the bytes and files that it leaves. */
type Step = Measurement & { readonly written: number; readonly files: number };
type Steps = Readonly<Record<string, Step>>;

const readLines = (path: string): readonly string[] => {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').filter((line) => line.trim() !== '');
};

/** So many of the lines, at equal distances. */
const sample = (lines: readonly string[], size: number): readonly string[] =>
  size >= lines.length
    ? lines
    : Array.from({ length: size }, (_, at) => lines[Math.floor((at * lines.length) / size)] ?? '');

const sizeOf = async (dir: string): Promise<{ written: number; files: number }> => {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  let written = 0;
  for (const path of paths) written += (await stat(path)).size;
  return { written, files: paths.length };
};

/** Changes what one paper says. */
const editOne = async (papers: string): Promise<void> => {
  const [name] = (await readdir(papers)).toSorted();
  if (name !== undefined) await appendFile(join(papers, name), '\nWe propose a lid.\n');
};

const measureSteps = async (
  dir: string,
  lines: readonly string[],
  contentDir: string,
): Promise<Steps> => {
  const content = join(dir, 'content');
  const site = join(dir, 'site');
  const source = join(dir, 'papers.jsonl');
  await mkdir(dir, { recursive: true });
  await copyParts(contentDir, content);
  await writeFile(source, `${lines.join('\n')}\n`);
  const run = async (script: string, output: string, ...args: readonly string[]): Promise<Step> => {
    const env = { OUT_DIR: site, CACHE_DIR: join(dir, 'cache') };
    const path = join(PROJECT_DIR, 'scripts', script);
    const measured = await measureScript(path, ['--content', content, ...args], env);
    return { ...measured, ...(await sizeOf(output)) };
  };
  const day = ['--added', '2026-01-01'];
  const steps = {
    ingest: await run('ingest.ts', content, source, ...day),
    'ingest again': await run('ingest.ts', content, source, ...day),
    check: await run('check.ts', content),
    build: await run('build.ts', site),
  };
  await editOne(join(content, 'papers'));
  return { ...steps, 'build after an edit': await run('build.ts', site) };
};

const cell = (value: number, digits: number, unit: string): string =>
  `${value.toFixed(digits).padStart(9)} ${unit}`;

const describeSteps = (papers: number, steps: Steps): string =>
  [
    `\n${papers} papers`,
    ...Object.entries(steps).map(([name, { seconds, bytes, written, files }]) =>
      [
        name.padEnd(20),
        cell(seconds, 1, 's'),
        cell(bytes / 1e6, 0, 'MB of memory'),
        cell(written / 1e6, 1, 'MB in'),
        ` ${files} files`,
      ].join(''),
    ),
  ].join('\n');

type Sized = { readonly papers: number; readonly steps: Steps };

const describeGrowth = (fewer: Sized, more: Sized): string =>
  [
    `\ngrowth from ${fewer.papers} to ${more.papers} papers, as an exponent: time, memory, bytes`,
    ...Object.entries(more.steps).map(([name, step]) => {
      const before = fewer.steps[name] ?? step;
      const exponents = (['seconds', 'bytes', 'written'] as const).map((what) =>
        growthExponent([fewer.papers, before[what]], [more.papers, step[what]])
          .toFixed(2)
          .padStart(9),
      );
      return `${name.padEnd(20)}${exponents.join('')}`;
    }),
  ].join('\n');

/** A folder's pages stand for a kind: `papers/*` are those of papers. */
const describeWeights = (dir: string): string =>
  [
    '\nheaviest page of each kind',
    ...weighKinds(dir).map(({ kind, pages, bytes, path }) =>
      [kind.padEnd(14), bytesToText(bytes).padStart(7), `  of ${pages}`.padEnd(12), path].join(''),
    ),
  ].join('\n');

await runCommand({ usage, options: {}, positionals: 1 }, async ({ positionals, contentDir }) => {
  const file = resolvePath(positionals[0] ?? '');
  if (positionals.length === 0 || !existsSync(file))
    throw new UsageError('Name a file that exists.');
  const lines = readLines(file);
  console.log(`${basename(file)}: ${lines.length} papers`);
  await rm(BENCH_DIR, { recursive: true, force: true });
  let last: Sized | undefined;
  for (const size of SIZES) {
    const chosen = sample(lines, size);
    if (last !== undefined && chosen.length <= last.papers) continue;
    const steps = await measureSteps(join(BENCH_DIR, String(chosen.length)), chosen, contentDir);
    console.log(describeSteps(chosen.length, steps));
    const sized = { papers: chosen.length, steps };
    if (last !== undefined) console.log(describeGrowth(last, sized));
    last = sized;
  }
  if (last !== undefined)
    console.log(describeWeights(join(BENCH_DIR, String(last.papers), 'site')));
  return [];
});
