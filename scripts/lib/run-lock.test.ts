import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claim } from './run-lock.ts';

let dir = '';
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'lock-')));
});
afterEach(() => {
  rmSync(lockOf(dir), { force: true });
  rmSync(dir, { recursive: true });
});

const lockOf = (path: string): string => {
  const name = createHash('sha256').update(path).digest('hex').slice(0, 16);
  return join(tmpdir(), `paperlight-${name}.lock`);
};

/** Another process that claims the folder, says whether it has it, and lives until it is killed. */
const startClaiming = () =>
  spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `const { claim } = await import(${JSON.stringify(join(import.meta.dirname, 'run-lock.ts'))});
       console.log((await claim(${JSON.stringify(dir)})) === undefined ? 'busy' : 'mine');
       setInterval(() => {}, 1000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
type Claiming = ReturnType<typeof startClaiming>;

const answerOf = async ({ stdout }: Claiming): Promise<string> => {
  const [chunk] = (await once(stdout, 'data')) as [Buffer];
  return chunk.toString().trim();
};
const kill = async (child: Claiming): Promise<void> => {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
};

test('a folder is claimed by one at a time, by whatever way it is reached', async () => {
  const release = await claim(dir);
  expect(release).toBeDefined();
  expect(await claim(dir)).toBeUndefined();
  const link = join(dir, 'link');
  symlinkSync(dir, link);
  expect(await claim(link)).toBeUndefined();
  await release?.();
  expect(existsSync(lockOf(dir))).toBe(false);
  await (
    await claim(dir)
  )?.();
});

test('what a killed process claimed is free', async () => {
  const child = startClaiming();
  expect(await answerOf(child)).toBe('mine');
  expect(await claim(dir)).toBeUndefined();
  await kill(child);
  const release = await claim(dir);
  expect(release).toBeDefined();
  await release?.();
});

test.runIf(existsSync('/proc/self/stat'))(
  'another process that has the number of a dead one has not its claims',
  async () => {
    writeFileSync(lockOf(dir), `${process.pid} 1`);
    const release = await claim(dir);
    expect(release).toBeDefined();
    await release?.();
  },
);

test('a lock whose maker is about to say who it is counts', async () => {
  writeFileSync(lockOf(dir), '');
  expect(await claim(dir)).toBeUndefined();
});

test('of many that find the lock of a dead process one gets it', { timeout: 60_000 }, async () => {
  const dead = startClaiming();
  await answerOf(dead);
  await kill(dead);
  const children = Array.from({ length: 6 }, startClaiming);
  try {
    const answers = await Promise.all(children.map(answerOf));
    expect(answers.toSorted()).toEqual(['busy', 'busy', 'busy', 'busy', 'busy', 'mine']);
  } finally {
    await Promise.all(children.map(kill));
  }
});
