import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countPapers, sampleInto } from './build-content.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'paperlight-sample-'));
  await mkdir(join(dir, 'all/papers'), { recursive: true });
  await mkdir(join(dir, 'all/topics'));
  await writeFile(join(dir, 'all/site.md'), '');
  await writeFile(join(dir, 'all/ledger.jsonl'), '');
  for (const name of 'abcdefgh') await writeFile(join(dir, `all/papers/${name}.md`), name);
});
afterEach(() => rm(dir, { recursive: true }));

test('a sample has so many papers at equal distances, and the settings, but no ledger', async () => {
  await sampleInto(join(dir, 'some'), join(dir, 'all'), 3);
  expect((await readdir(join(dir, 'some'))).toSorted()).toEqual(['papers', 'site.md', 'topics']);
  expect((await readdir(join(dir, 'some/papers'))).toSorted()).toEqual(['a.md', 'c.md', 'f.md']);
});

test('a sample as large as the collection is all of it', async () => {
  await sampleInto(join(dir, 'some'), join(dir, 'all'), 8);
  expect(await countPapers(join(dir, 'some'))).toBe(8);
});
