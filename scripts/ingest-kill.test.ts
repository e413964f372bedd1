import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PAPERS = 300;
const KILLS = 20;

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'ingest-kill-'));
  const lines = Array.from({ length: PAPERS }, (_, index) => {
    // every third shares its slug with the one before, so that ids depend on what was there
    const title = `Paper ${index - (index % 3 === 2 ? 1 : 0)}${index % 3 === 2 ? '+' : ''}`;
    return JSON.stringify({
      title,
      abstract: `Text ${index}. It goes on.`,
      year: 2000 + (index % 25),
    });
  });
  writeFileSync(join(dir, 'papers.jsonl'), lines.join('\n'));
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const start = (collection: string) =>
  spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'ingest.ts'),
      'papers.jsonl',
      '--content',
      collection,
      '--added',
      '2026-01-02',
    ],
    { stdio: 'ignore', env: { ...process.env, INIT_CWD: dir } },
  );

const namesIn = (collection: string, folder: string): readonly string[] => {
  const path = join(dir, collection, folder);
  return existsSync(path) ? readdirSync(path).toSorted() : [];
};

const entriesOf = (collection: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    namesIn(collection, 'papers').map((name) => [
      name,
      readFileSync(join(dir, collection, 'papers', name), 'utf8'),
    ]),
  );

/** Starts ingest and kills it as soon as so many more entries are there. */
const killAfter = async (collection: string, entries: number): Promise<void> => {
  const child = start(collection);
  const exited = once(child, 'exit');
  const written = () => namesIn(collection, 'papers').filter((name) => name.endsWith('.md')).length;
  while (child.exitCode === null && written() < entries) await sleep(1);
  child.kill('SIGKILL');
  await exited;
};

test(
  `completes after being killed ${KILLS} times while it writes`,
  { timeout: 240_000 },
  async () => {
    await once(start('whole'), 'exit');
    const whole = entriesOf('whole');
    expect(Object.keys(whole)).toHaveLength(PAPERS);

    for (let kill = 1; kill <= KILLS; kill += 1) {
      await killAfter('killed', (kill * PAPERS) / KILLS);
      const there = Object.entries(entriesOf('killed')).filter(([name]) => name.endsWith('.md'));
      for (const [name, text] of there) expect(text).toBe(whole[name]);
    }
    await once(start('killed'), 'exit');
    expect(entriesOf('killed')).toEqual(whole);
    expect(namesIn('killed', '.')).toEqual(namesIn('whole', '.'));
    expect(namesIn('killed', 'sources')).toEqual(['papers.jsonl']);
    for (const name of ['ledger.jsonl', 'sources/papers.jsonl'])
      expect(readFileSync(join(dir, 'killed', name))).toEqual(
        readFileSync(join(dir, 'whole', name)),
      );
  },
);
