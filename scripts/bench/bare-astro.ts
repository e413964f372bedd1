import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measureScript, type Measurement } from '../lib/measure.ts';
import { PROJECT_DIR } from '../lib/run-astro.ts';

/** A project that does with Astro the least that a list of papers needs. Its papers lie in `content` beside it. */
const FILES: Readonly<Record<string, string>> = {
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

/** Builds the papers of `../content` by bare Astro: a page for each, and one list. */
export const buildBare = async (dir: string): Promise<Measurement> => {
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(join(dir, name, '..'), { recursive: true });
    await writeFile(join(dir, name), text);
  }
  return measureScript(
    join(PROJECT_DIR, 'node_modules/astro/bin/astro.mjs'),
    ['build', '--silent', '--root', dir],
    { ASTRO_TELEMETRY_DISABLED: '1' },
  );
};
