import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../src/domain/problem.ts';
import { resolvePath, runCommand, UsageError } from '../lib/cli.ts';
import { measureScript, type Measurement } from '../lib/measure.ts';
import { PROJECT_DIR } from '../lib/run-astro.ts';
import { buildBare } from './bare-astro.ts';
import { countPapers, ingestInto, sampleInto } from './build-content.ts';

const usage = `
npm run bench:build -- FILE [--content DIR]

Builds the papers of FILE (JSON Lines, also .gz) as this project does, 1,000 of them and all, and prints time
and memory, what related papers and groups of topics add, what \`npm run map\` takes, and how each grows. For all
papers also what bare Astro takes for a page for each entry and one list. Exit status 1 when a build takes more
than three times as long as bare Astro or more than 4 GB, when related papers and groups add more than 60 s or
1.5 GB, or when the map takes more than 5 minutes.

  --content DIR  whose site.md, topics and concepts to use (else CONTENT_DIR, else content)
`;

const SMALL = 1000;
const MAX_RATIO = 3;
const MAX_BYTES = 4e9;
const MAX_RELATED: Measurement = { seconds: 60, bytes: 1.5e9 };
const MAX_MAP_SECONDS = 300;

// not below node_modules: Astro takes what is there for finished packages
const BENCH_DIR = join(PROJECT_DIR, '.cache/bench');
const ALL = join(BENCH_DIR, 'content');
const FEWER = join(BENCH_DIR, 'content-small');

const run = (script: string, content: string, ...args: readonly string[]): Promise<Measurement> =>
  measureScript(join(PROJECT_DIR, 'scripts', script), ['--content', content, ...args], {
    OUT_DIR: join(BENCH_DIR, 'site'),
  });

const minus = (a: Measurement, b: Measurement): Measurement => ({
  seconds: a.seconds - b.seconds,
  bytes: a.bytes - b.bytes,
});

type Figures = {
  readonly entries: number;
  readonly build: Measurement;
  /** beyond what it takes to read and index the collection */
  readonly related: Measurement;
  readonly map: Measurement;
};

const measure = async (content: string): Promise<Figures> => ({
  entries: await countPapers(content),
  build: await run('build.ts', content),
  related: minus(
    await run('bench/build-related.ts', content),
    await run('bench/build-related.ts', content, '--without'),
  ),
  // last, for it writes places that a build would read
  map: await run('map.ts', content, '--anew'),
});

const describe = (name: string, { seconds, bytes }: Measurement): string =>
  `${name.padEnd(22)}${seconds.toFixed(1).padStart(8)} s${(bytes / 1e9).toFixed(2).padStart(9)} GB`;

const describeRatio = (name: string, a: Measurement, b: Measurement): string => {
  const [time, memory] = [a.seconds / b.seconds, a.bytes / b.bytes];
  return `${name.padEnd(22)}${time.toFixed(2).padStart(8)}  ${memory.toFixed(2).padStart(9)}`;
};

const describeFigures = ({ entries, build, related, map }: Figures): string =>
  [
    `\n${entries} entries`,
    describe('build', build),
    describe('related and groups', related),
    describe('map', map),
  ].join('\n');

const describeGrowth = (small: Figures, all: Figures): string =>
  [
    `\ngrowth, for ${(all.entries / small.entries).toFixed(1)} times the entries`,
    describeRatio('build', all.build, small.build),
    describeRatio('related and groups', all.related, small.related),
    describeRatio('map', all.map, small.map),
  ].join('\n');

const tooMuch = (what: string, found: string, wanted: string): Problem => ({
  severity: 'error',
  file: what,
  found,
  wanted: `at most ${wanted}`,
  hint: 'Look for work that is done once a page instead of once a build, or for each pair of papers.',
});

const judge = ({ build, related, map }: Figures, bare: Measurement) => {
  const ratio = build.seconds / bare.seconds;
  const show = ({ seconds, bytes }: Measurement) =>
    `${seconds.toFixed(1)} s and ${(bytes / 1e9).toFixed(2)} GB`;
  return [
    ratio > MAX_RATIO || build.bytes > MAX_BYTES
      ? tooMuch(
          'npm run build',
          `${ratio.toFixed(2)} times the time of bare Astro and ${show(build)}`,
          `${MAX_RATIO} times and ${MAX_BYTES / 1e9} GB`,
        )
      : [],
    related.seconds > MAX_RELATED.seconds || related.bytes > MAX_RELATED.bytes
      ? tooMuch('related and groups', show(related), show(MAX_RELATED))
      : [],
    map.seconds > MAX_MAP_SECONDS ? tooMuch('npm run map', show(map), `${MAX_MAP_SECONDS} s`) : [],
  ].flat();
};

await runCommand({ usage, options: {}, positionals: 1 }, async ({ positionals, contentDir }) => {
  const file = resolvePath(positionals[0] ?? '');
  if (positionals.length === 0 || !existsSync(file))
    throw new UsageError('Name a file that exists.');
  await rm(BENCH_DIR, { recursive: true, force: true });
  await ingestInto(ALL, file, contentDir);
  await sampleInto(FEWER, ALL, Math.min(SMALL, await countPapers(ALL)));
  const small = await measure(FEWER);
  console.log(describeFigures(small));
  const all = await measure(ALL);
  console.log(describeFigures(all));
  const bare = await buildBare(join(BENCH_DIR, 'bare'));
  console.log(describe('bare Astro', bare));
  console.log(describeRatio('build to bare Astro', all.build, bare));
  console.log(describeGrowth(small, all));
  return judge(all, bare);
});
