import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSite } from '../../scripts/lib/build-site.ts';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';
import { filesBelow } from './pages.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'cache-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

/** Builds the collection with what the folder `cache` keeps. */
const build = async (name: string, cache: string): Promise<string> => {
  const outDir = join(dir, name);
  const contentDir = join(dir, 'content');
  const { site } = await buildSite({ contentDir, outDir, cacheDir: join(dir, cache) });
  expect(site).toBeDefined();
  return outDir;
};

const contentsOf = (site: string): ReadonlyMap<string, string> =>
  new Map(filesBelow(site).map((file) => [file, readFileSync(join(site, file), 'latin1')]));

/** Gives every topic another name, which papers that did not change show. */
const renameTopics = (): void => {
  const topics = join(dir, 'content/topics');
  for (const file of readdirSync(topics).filter((name) => name.endsWith('.md'))) {
    const text = readFileSync(join(topics, file), 'utf8');
    writeFileSync(join(topics, file), text.replace(/^name: ["']?/m, '$&Newly '));
  }
};

it('after edits of a paper and of topics, a build with what was kept is the same as one without', async () => {
  cpSync(join(PROJECT_DIR, 'tests/fixtures/collection'), join(dir, 'content'), { recursive: true });
  await build('before', 'kept');
  const [paper = ''] = readdirSync(join(dir, 'content/papers')).toSorted();
  appendFileSync(
    join(dir, 'content/papers', paper),
    '\nWe propose a lid that cuts heat by 40 %.\n',
  );
  renameTopics();
  const after = contentsOf(await build('after', 'kept'));
  const anew = contentsOf(await build('anew', 'empty'));
  const differing = [...after].filter(([file, text]) => anew.get(file) !== text);
  expect(differing.map(([file]) => file)).toEqual([]);
  expect([...after.keys()]).toEqual([...anew.keys()]);
  expect([...after.values()].some((text) => text.includes('that cuts heat by 40 %'))).toBe(true);
  expect([...after].some(([file, text]) => /\.md$/.test(file) && /\[Newly /.test(text))).toBe(true);
});
