import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolvePath, runCommand, UsageError } from '../lib/cli.ts';
import { measureScript, type Measurement } from '../lib/measure.ts';
import { PROJECT_DIR } from '../lib/run-astro.ts';

const usage = `
npm run bench:build -- FILE [--content DIR]

Builds the papers of FILE (JSON Lines, also .gz) as this project does and as bare Astro does: a page for
each entry and one list. Prints time and memory of both, and the ratios; exit status 1 when ours takes more
than three times as long or more than 4 GB.

  --content DIR  whose site.md and topics to use (else CONTENT_DIR, else content)
`;

const MAX_RATIO = 3;
const MAX_BYTES = 4e9;

// not below node_modules: Astro takes what is there for finished packages
const BENCH_DIR = join(PROJECT_DIR, '.cache/bench');
const CONTENT = join(BENCH_DIR, 'content');
const BARE = join(BENCH_DIR, 'bare');

const BARE_FILES: Readonly<Record<string, string>> = {
  'astro.config.mjs': 'export default { devToolbar: { enabled: false } };\n',
  'package.json': '{ "type": "module" }\n',
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const papers = defineCollection({
  loader: glob({ pattern: '*.md', base: '../content/papers' }),
  schema: z.looseObject({ title: z.string() }),
});
export const collections = { papers };
`,
  'src/pages/index.astro': `---
import { getCollection } from 'astro:content';
const papers = await getCollection('papers');
---
<html lang="en"><head><title>Papers</title></head><body><h1>Papers</h1>
<ul>{papers.map(({ id, data }) => <li><a href={'/papers/' + id + '/'}>{data.title}</a></li>)}</ul></body></html>
`,
  'src/pages/papers/[id].astro': `---
import { getCollection, render } from 'astro:content';
export const getStaticPaths = async () =>
  (await getCollection('papers')).map((paper) => ({ params: { id: paper.id }, props: { paper } }));
const { paper } = Astro.props;
const { Content } = await render(paper);
---
<html lang="en"><head><title>{paper.data.title}</title></head>
<body><h1>{paper.data.title}</h1><Content /></body></html>
`,
};

const writeBareProject = async (): Promise<void> => {
  for (const [name, text] of Object.entries(BARE_FILES)) {
    await mkdir(join(BARE, name, '..'), { recursive: true });
    await writeFile(join(BARE, name), text);
  }
};

const makeContent = async (file: string, contentDir: string): Promise<void> => {
  await mkdir(CONTENT, { recursive: true });
  await cp(join(contentDir, 'site.md'), join(CONTENT, 'site.md'));
  await cp(join(contentDir, 'topics'), join(CONTENT, 'topics'), { recursive: true });
  const ingest = join(PROJECT_DIR, 'scripts/ingest.ts');
  await measureScript(ingest, [file, '--content', CONTENT, '--added', '2026-01-01']);
};

const buildOurs = (): Promise<Measurement> =>
  measureScript(join(PROJECT_DIR, 'scripts/build.ts'), ['--content', CONTENT], {
    OUT_DIR: join(BENCH_DIR, 'site'),
  });

const buildBare = (): Promise<Measurement> =>
  measureScript(
    join(PROJECT_DIR, 'node_modules/astro/bin/astro.mjs'),
    ['build', '--silent', '--root', BARE],
    { ASTRO_TELEMETRY_DISABLED: '1' },
  );

const describe = (name: string, { seconds, bytes }: Measurement): string =>
  `${name.padEnd(12)}${seconds.toFixed(1).padStart(8)} s${(bytes / 1e9).toFixed(2).padStart(9)} GB`;

await runCommand({ usage, options: {}, positionals: 1 }, async ({ positionals, contentDir }) => {
  const file = resolvePath(positionals[0] ?? '');
  if (positionals.length === 0 || !existsSync(file))
    throw new UsageError('Name a file that exists.');
  await rm(BENCH_DIR, { recursive: true, force: true });
  await makeContent(file, contentDir);
  await writeBareProject();
  const entries = (await readdir(join(CONTENT, 'papers'))).length;
  const bare = await buildBare();
  const ours = await buildOurs();
  const [time, memory] = [ours.seconds / bare.seconds, ours.bytes / bare.bytes];
  console.log(`${entries} entries\n${describe('bare Astro', bare)}\n${describe('ours', ours)}`);
  console.log(
    `${'ratio'.padEnd(12)}${time.toFixed(2).padStart(8)}${memory.toFixed(2).padStart(11)}`,
  );
  if (time <= MAX_RATIO && ours.bytes <= MAX_BYTES) return [];
  return [
    {
      severity: 'error',
      file: 'npm run build',
      found: `${time.toFixed(2)} times the time of bare Astro and ${(ours.bytes / 1e9).toFixed(2)} GB`,
      wanted: `at most ${MAX_RATIO} times and ${MAX_BYTES / 1e9} GB`,
      hint: 'Look for work that is done once a page instead of once a build.',
    },
  ];
});
