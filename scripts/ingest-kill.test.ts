import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from './lib/seeded-random.ts';

const PAPERS = 300;
/** `npm run fuzz:kill` asks for 200 */
const KILLS = Number(process.env['KILLS'] ?? 10);

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'ingest-kill-'));
  writeFileSync(join(dir, 'papers.jsonl'), listPapers('It goes on.'));
  writeFileSync(join(dir, 'newer.jsonl'), listPapers('It went on.'));
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const listPapers = (end: string): string =>
  Array.from({ length: PAPERS }, (_, index) => {
    // every third shares its slug with the one before, so that ids depend on what was there
    const title = `Paper ${index - (index % 3 === 2 ? 1 : 0)}${index % 3 === 2 ? '+' : ''}`;
    const year = 2000 + (index % 25);
    return JSON.stringify({
      title,
      authors: `${index} A`,
      abstract: `Text ${index}. ${end}`,
      year,
    });
  }).join('\n');

const start = (collection: string, file: string) =>
  spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'ingest.ts'),
      file,
      '--content',
      collection,
      '--added',
      '2026-01-02',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, INIT_CWD: dir } },
  );

const ingest = async (collection: string, file: string): Promise<void> => {
  const child = start(collection, file);
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const [status] = (await once(child, 'close')) as [number];
  // what it said tells more than its status
  const problems = Buffer.concat(said)
    .toString()
    .split('\n')
    .filter((line) => !line.startsWith('ingest: entries written'));
  expect([status, problems]).toEqual([0, ['']]);
};

type Tree = Readonly<Record<string, string>>;

/** Every file of a collection, by its path. */
const treeOf = (collection: string): Tree => {
  const root = join(dir, collection);
  if (!existsSync(root)) return {};
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()
      .map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
  );
};

/** Kills a run after some time; tells whether it had ended by itself. */
const killAfter = async (milliseconds: number, collection: string, file: string) => {
  const child = start(collection, file);
  child.stderr.resume();
  const exited = once(child, 'exit');
  await Promise.race([exited, sleep(milliseconds)]);
  const isOver = child.exitCode !== null;
  child.kill('SIGKILL');
  await exited;
  return isOver;
};

const isShown = (name: string): boolean => !/(?:^|\/)\./.test(name);

/** Every file that anybody reads is as it was before or as it will be. */
const expectWhole = (there: Tree, before: Tree, after: Tree): void => {
  for (const [name, text] of Object.entries(there).filter(([path]) => isShown(path)))
    expect([name, [before[name], after[name]].includes(text)]).toEqual([name, true]);
};

/** What is ingested into what, and what comes of it undisturbed. */
type Round = { readonly file: string; readonly before: string; readonly after: string };
const ROUNDS: readonly Round[] = [
  { file: 'papers.jsonl', before: 'nothing', after: 'whole' },
  { file: 'newer.jsonl', before: 'whole', after: 'newer' },
];

test(
  `completes after being killed ${KILLS} times at any moment, as if nothing had been`,
  { timeout: 60_000 + KILLS * 8_000 },
  async () => {
    const random = seededRandom(1);
    let longest = 0;
    for (const { file, before, after } of ROUNDS) {
      if (existsSync(join(dir, before)))
        cpSync(join(dir, before), join(dir, after), { recursive: true });
      const began = performance.now();
      await ingest(after, file);
      longest = Math.max(longest, performance.now() - began);
    }
    const trees = new Map(['nothing', 'whole', 'newer'].map((name) => [name, treeOf(name)]));
    expect(Object.keys(trees.get('newer') ?? {})).toHaveLength(PAPERS + 3);

    for (let kills = 0, turn = 0; kills < KILLS; turn += 1) {
      const { file, before, after } = ROUNDS[turn % ROUNDS.length] ?? ROUNDS[0]!;
      const [from = {}, to = {}] = [trees.get(before), trees.get(after)];
      rmSync(join(dir, 'killed'), { recursive: true, force: true });
      if (before !== 'nothing') cpSync(join(dir, before), join(dir, 'killed'), { recursive: true });
      // several kills of one work, each of which finds what the one before left
      for (let again = 0; again < 4 && kills < KILLS; again += 1) {
        if (await killAfter(random() * longest, 'killed', file)) break;
        kills += 1;
        expectWhole(treeOf('killed'), from, to);
      }
      await ingest('killed', file);
      expect(treeOf('killed')).toEqual(to);
    }
  },
);
