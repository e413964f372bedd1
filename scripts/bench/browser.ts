import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { readBase, withBase } from '../../src/domain/urls.ts';
import { findChromium } from '../../tests/browser/chromium.ts';
import { resolvePath, runCommand, UsageError } from '../lib/cli.ts';
import { formatFigure, readFigures } from './browser-figures.ts';
import { SlowLine } from './browser-line.ts';
import type { Hot } from './browser-profile.ts';
import { ofSearch, serveSlowly, type Transfer } from './browser-site.ts';
import { visitHome, visitSearch, type Visit, type VisitPlan } from './browser-visit.ts';

const OUR_RESULTS = '[data-part="panel-found"], [data-part="panel-none"]';
const OUR_LOADING = '[data-part="loading"]';
const COLD_QUERY = 'quantization';
const WARM_QUERIES = [
  'neural networks',
  'memory',
  'robot',
  'efficient inference',
  'language model',
  'pruning',
  'graph',
  'energy',
  'detection',
  'hardware accelerator',
  'learning',
  'transformer',
  'attention',
  'image',
  'speech',
  'compiler',
  'scheduling',
  'sparse',
  'distillation',
  'quantum',
  'edge devices',
  'bayesian',
  'reinforcement',
  'optimization',
] as const;

const usage = `
npm run bench:browser -- DIST [--runs N] [--json] [--profile] [--slowdown N] [--base PATH] [--page PATH]
                         [--open CSS] [--results CSS] [--loading CSS]

Types into the search page of a built site in Chromium and prints what that takes, beside what this project aims
at: the median and the 95th percentile over the runs. Each run is a first visit: \`${COLD_QUERY}\` typed at 60 ms a
key as soon as the page is there, then, when all is loaded, ${WARM_QUERIES.length} queries, each key when the one before was
answered. The site is served from this machine as a host does that compresses by gzip, over a line as slow as
slow 4G (1.6 Mbit/s, 150 ms), to a main thread slowed 4 times. Chromium does not slow workers, so the times are
those of visits where the page has no workers and runs their code on the slowed main thread; long tasks, memory
(garbage collected) and downloads are told of visits with workers, as readers have them. What the main thread works
for a key without workers more than with them is mostly the search itself. What search downloads is all that is
loaded besides page, styles, fonts, images and what the home page loads as well when a key is pressed there, as
compressed, in kilobytes of 1000 bytes. A busy machine spoils the times: its load is printed, too.

  DIST           the folder of the built site
  --runs N       visits of each kind (else 3)
  --json         prints JSON, each file with its size
  --profile      prints where the main thread spends its time; the figures then include the profiler's
  --slowdown N   how many times the main thread is slowed (else 4)
  --base PATH    the path for which the site was built (else /)
  --page PATH    the search page below it (else /search/)
  --open CSS     what to click before the box shows (else nothing)
  --results CSS  what changes when results do (else what holds the results of this project's search page)
  --loading CSS  what shows while anything is loading (else this project's)
`;

const options = {
  runs: { type: 'string' },
  json: { type: 'boolean' },
  profile: { type: 'boolean' },
  slowdown: { type: 'string' },
  base: { type: 'string' },
  page: { type: 'string' },
  open: { type: 'string' },
  results: { type: 'string' },
  loading: { type: 'string' },
} as const;

const MOST_HOT = 12;

/** 1.6 Mbit/s and 150 ms to and fro: what Chromium's tools called slow 4G. */
const SLOW_4G = { bytesPerSecond: 1_600_000 / 8, latencyMs: 150 } as const;

const launch = async (): Promise<Browser> => {
  const { executablePath, args, env } = await findChromium();
  return chromium.launch({
    executablePath,
    args: [...args],
    env: { ...process.env, ...env },
  });
};

const readCount = (name: string, given: string | undefined, otherwise: number): number => {
  if (given === undefined) return otherwise;
  if (/^[1-9]\d?$/.test(given)) return Number(given);
  throw new UsageError(`Expected --${name} to be a whole number from 1 to 99, not ${given}.`);
};

type Visits = { readonly alone: readonly Visit[]; readonly withWorkers: readonly Visit[] };

const figuresOf = ({ alone, withWorkers }: Visits) => ({
  withoutWorkers: readFigures(alone, { hasWorkers: false }),
  withWorkers: readFigures(withWorkers, { hasWorkers: true }),
});

const describeHot = (stage: string, hot: readonly Hot[]): string =>
  [
    `${stage}: where the main thread without workers spends its time, in ms`,
    ...hot
      .slice(0, MOST_HOT)
      .map(({ where, milliseconds }) => `${milliseconds.toFixed(0).padStart(8)}  ${where}`),
  ].join('\n');

const describeFiles = (transfers: readonly Transfer[]): string =>
  [
    'What search downloads, in bytes',
    ...transfers
      .toSorted((a, b) => b.bytes - a.bytes)
      .map(({ bytes, path }) => `${String(bytes).padStart(8)}  ${path}`),
  ].join('\n');

const describeLoad = (runs: number): string =>
  `${runs} runs: median, 95th percentile; load of this machine ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}`;

const print = (visits: Visits, slowdown: number): void => {
  const { withoutWorkers, withWorkers } = figuresOf(visits);
  const first = visits.alone[0];
  const parts = [
    describeLoad(visits.alone.length),
    [
      `Without workers: their code runs on the main thread, slowed ${slowdown} times`,
      ...withoutWorkers.map(formatFigure),
    ].join('\n'),
    [
      `With workers, which are not slowed; the main thread is, ${slowdown} times`,
      ...withWorkers.map(formatFigure),
    ].join('\n'),
    describeFiles(ofSearch(visits.withWorkers[0]?.transfers ?? [])),
    ...(['cold', 'warm'] as const).flatMap((stage) => {
      const hot = first?.[stage].hot ?? [];
      return hot.length === 0 ? [] : [describeHot(stage, hot)];
    }),
  ];
  console.log(parts.join('\n\n'));
};

const visitAll = async (
  without: Omit<VisitPlan, 'hasWorkers' | 'shared'>,
  runs: number,
): Promise<Visits> => {
  const browser = await launch();
  const [alone, withWorkers]: [Visit[], Visit[]] = [[], []];
  try {
    const plan = { ...without, shared: await visitHome(browser, without.site) };
    for (let run = 0; run < runs; run += 1) {
      alone.push(await visitSearch(browser, { ...plan, hasWorkers: false }));
      withWorkers.push(
        await visitSearch(browser, { ...plan, hasWorkers: true, isProfiled: false }),
      );
    }
    return { alone, withWorkers };
  } finally {
    await browser.close();
  }
};

await runCommand({ usage, options, positionals: 1 }, async ({ values, positionals: [dist] }) => {
  if (dist === undefined || !existsSync(join(resolvePath(dist), 'index.html')))
    throw new UsageError('Expected the folder of a built site.');
  const slowdown = readCount('slowdown', values.slowdown, 4);
  const runs = readCount('runs', values.runs, 3);
  const base = readBase(values.base ?? '');
  const site = await serveSlowly(resolvePath(dist), base, new SlowLine(SLOW_4G));
  try {
    const plan = {
      site,
      url: withBase(site.url, values.page ?? '/search/'),
      open: values.open,
      results: values.results ?? OUR_RESULTS,
      loading: values.loading ?? OUR_LOADING,
      isProfiled: values.profile === true,
      cold: COLD_QUERY,
      warm: WARM_QUERIES,
      slowdown,
    };
    const visits = await visitAll(plan, runs);
    if (values.json === true)
      console.log(JSON.stringify({ load: loadavg(), ...figuresOf(visits), visits }, null, 2));
    else print(visits, slowdown);
  } finally {
    await site.close();
  }
  return [];
});
