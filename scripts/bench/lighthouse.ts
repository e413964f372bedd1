import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import getPort from 'get-port';
import type { Problem } from '../../src/domain/problem.ts';
import { findChromium } from '../../tests/browser/chromium.ts';
import { resolvePath, runCommand, UsageError } from '../lib/cli.ts';
import { loadAsSent } from './browser-site.ts';
import { serveLoopback, type Served } from './loopback.ts';
import { pagesOfSite, type Page } from './page-kinds.ts';
import { loadPeer } from './peers/engine.ts';
import { serveSite } from '../lib/serve.ts';

const usage = `
npm run bench:lighthouse -- DIST [--runs N] [--page PATH]

Asks Lighthouse, as for a telephone, about one page of each kind of a built site, and prints the median scores. The
site is served from this machine, compressed by gzip. On pages that search engines are asked to leave out, SEO is
judged without the audit that complains of just that. Exit status 1 when a score is below 100.

  DIST         the folder of the built site
  --runs N     times each page is asked about (else 3)
  --page PATH  this page only, such as papers/
`;

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];
type Scores = Readonly<Record<Category, number>>;

/** What of Lighthouse's result is read. */
type Report = {
  readonly lhr: {
    readonly categories: Readonly<
      Record<
        Category,
        {
          readonly score: number | null;
          readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
        }
      >
    >;
    readonly audits: Readonly<Record<string, { readonly score: number | null }>>;
  };
};
type Lighthouse = { readonly default: (url: string, flags: object) => Promise<Report | undefined> };

type Outcome = { readonly page: Page; readonly scores: Scores; readonly lost: readonly string[] };

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The audits that cost points. */
const lostAudits = ({ lhr }: Report): readonly string[] =>
  CATEGORIES.flatMap((category) => lhr.categories[category].auditRefs)
    .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
    .map(({ id }) => id);

const serveCompressed = async (dir: string): Promise<Served> => {
  const site = await serveSite({ dir, base: '/' });
  const { origin } = new URL(site.url);
  const front = await serveLoopback((request, response) => {
    void loadAsSent(`${origin}${request.url ?? '/'}`).then(({ status, headers, body }) => {
      response.writeHead(status, headers).end(body);
    });
  });
  return {
    url: front.url,
    close: async () => {
      await front.close();
      await site.close();
    },
  };
};

const judge = async (
  { default: lighthouse }: Lighthouse,
  url: string,
  { page, runs, port }: { page: Page; runs: number; port: number },
): Promise<Outcome> => {
  const reports: Report[] = [];
  for (let run = 0; run < runs; run += 1) {
    const report = await lighthouse(`${url}/${page.path}`, {
      ...{ port, logLevel: 'silent', onlyCategories: CATEGORIES },
      ...(page.isUnlisted ? { skipAudits: ['is-crawlable'] } : {}),
    });
    if (report !== undefined) reports.push(report);
  }
  const scores = Object.fromEntries(
    CATEGORIES.map((category) => [
      category,
      Math.round(median(reports.map(({ lhr }) => lhr.categories[category].score ?? 0)) * 100),
    ]),
  ) as Scores;
  return { page, scores, lost: [...new Set(reports.flatMap(lostAudits))] };
};

const describeOutcome = ({ page, scores, lost }: Outcome): string =>
  [
    page.kind.padEnd(22),
    ...CATEGORIES.map((category) => String(scores[category]).padStart(5)),
    lost.length === 0 ? '' : `   ${lost.join(', ')}`,
  ].join('');

const isPerfect = ({ scores }: Outcome): boolean =>
  CATEGORIES.every((category) => scores[category] === 100);

const toProblem = (outcome: Outcome): Problem => ({
  severity: 'error',
  file: outcome.page.path || 'home',
  found: `Lighthouse ${CATEGORIES.map((category) => outcome.scores[category]).join(', ')}`,
  wanted: '100 in every category',
  hint: `Look at ${outcome.lost.join(', ')}.`,
});

const options = { runs: { type: 'string' }, page: { type: 'string' } } as const;

const choosePages = (dir: string, path: string | undefined): readonly Page[] => {
  const pages = pagesOfSite(dir);
  return path === undefined ? pages : pages.filter((page) => page.path === path);
};

await runCommand({ usage, options, positionals: 1 }, async ({ positionals, values }) => {
  const dir = resolvePath(positionals[0] ?? '');
  const runs = Number(values.runs ?? 3);
  if (positionals.length === 0 || !existsSync(join(dir, 'index.html')))
    throw new UsageError('Name the folder of a built site.');
  if (!Number.isInteger(runs) || runs < 1) throw new UsageError('--runs: expected 1 or more.');
  const lighthouse = await loadPeer<Lighthouse>('lighthouse');
  const port = await getPort();
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({
    ...{ executablePath, args: [...args, `--remote-debugging-port=${port}`] },
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const site = await serveCompressed(dir);
  console.log(`${''.padEnd(22)}perf. acc. best  SEO`);
  const outcomes: Outcome[] = [];
  try {
    for (const page of choosePages(dir, values.page)) {
      const outcome = await judge(lighthouse, site.url, { page, runs, port });
      console.log(describeOutcome(outcome));
      outcomes.push(outcome);
    }
  } finally {
    await site.close();
    await browser.close();
  }
  return outcomes.filter((outcome) => !isPerfect(outcome)).map(toProblem);
});
