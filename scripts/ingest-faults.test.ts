import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claim } from './lib/run-lock.ts';

const SCRIPT = join(import.meta.dirname, 'ingest.ts');
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'faults-'));
  chmodSync(dir, 0o755);
  mkdirSync(join(dir, 'col'));
});
afterEach(() => {
  for (const name of ['col', 'col/papers', 'col/sources'])
    if (readdirSync(dir, { recursive: true, encoding: 'utf8' }).includes(name))
      chmodSync(join(dir, name), 0o755);
  rmSync(dir, { recursive: true });
});

const write = (name: string, abstract: string): void => {
  const lines = ['A', 'B', 'C'].map((title) =>
    JSON.stringify({ title, abstract: `${title} ${abstract}` }),
  );
  writeFileSync(join(dir, name), lines.join('\n'));
};

const read = (name: string): string => readFileSync(join(dir, name), 'utf8');

const run = (command: string, args: readonly string[], as: object = {}) =>
  spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: dir },
    ...as,
  });
const ARGS = ['--content', 'col', '--added', '2026-01-02'];
const ingest = (file: string, as: object = {}) =>
  run(process.execPath, [SCRIPT, file, ...ARGS], as);

/** Ingest on a system that takes no file larger than so many kilobytes, as on a disk that becomes full. */
const ingestWithin = (kilobytes: number, file: string) =>
  run('bash', [
    '-c',
    `ulimit -f ${kilobytes} && exec "$0" "$@"`,
    process.execPath,
    SCRIPT,
    file,
    ...ARGS,
  ]);

const tree = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(dir, 'col'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(dir.length + 1), readFileSync(path, 'utf8')]),
  );

describe.skipIf(process.platform === 'win32')('a disk without room', () => {
  test('is said; all files are whole, and the next run completes', () => {
    write('papers.jsonl', 'Short.');
    ingest('papers.jsonl');
    const before = tree();
    // packed the source still fits, the entries do not
    write('long.jsonl', 'It goes on. '.repeat(1_000));
    const packed = gzipSync(readFileSync(join(dir, 'long.jsonl')));
    writeFileSync(join(dir, 'long.jsonl.gz'), packed);
    const { status, stderr } = ingestWithin(8, 'long.jsonl.gz');
    expect(status).toBe(1);
    expect(stderr).toContain('error: col/papers\n  found a disk without room (EFBIG)');
    const { 'col/sources/long.jsonl.gz': source, ...others } = tree();
    expect(source).toBe(packed.toString());
    expect(others).toEqual(before);

    expect(ingest('long.jsonl.gz').stdout).toContain('0 created, 3 updated');
    expect(read('col/papers/a.md')).toContain('It goes on.');
  });

  test('that is noticed with the ledger loses no entry', () => {
    const titles = Array.from({ length: 40 }, (_, index) => `Paper ${index}`);
    const lines = titles.map((title) => JSON.stringify({ title, abstract: 'Text.' }));
    writeFileSync(join(dir, 'many.jsonl'), lines.join('\n'));
    const { status, stderr } = ingestWithin(4, 'many.jsonl');
    expect(status).toBe(1);
    expect(stderr).toContain('a disk without room');
    expect(readdirSync(join(dir, 'col/papers'))).toHaveLength(40);
    expect(readdirSync(join(dir, 'col'))).not.toContain('ledger.jsonl');
    const { stdout } = ingest('many.jsonl');
    expect(stdout).toContain('0 created, 0 updated, 40 kept, 0 conflicts, 40 adopted');
  });
});

describe.skipIf(process.platform === 'win32')('a folder that may not be written', () => {
  /** For root nothing is forbidden: then somebody else tries. */
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const isReadable = ingestHelp(as);

  test.runIf(isReadable)('is said, and nothing changes', () => {
    write('papers.jsonl', 'Short.');
    for (const name of ['papers', 'sources']) mkdirSync(join(dir, 'col', name));
    for (const name of ['col/papers', 'col/sources', 'col']) chmodSync(join(dir, name), 0o555);
    const { status, stderr } = ingest('papers.jsonl', as);
    expect(status).toBe(1);
    expect(stderr).toContain(
      'error: col/sources\n  found a folder that may not be written (EACCES)',
    );
    expect(tree()).toEqual({});
  });
});

/** Whether that user can run the program at all. */
function ingestHelp(as: object): boolean {
  return spawnSync(process.execPath, [SCRIPT, '--help'], as).status === 0;
}

test('a second ingest at the same time is refused, and nothing is written', async () => {
  write('papers.jsonl', 'Short.');
  const release = await claim(join(dir, 'col'));
  const { status, stderr } = ingest('papers.jsonl');
  expect(status).toBe(1);
  expect(stderr).toContain('found another ingest or rename that is at work here');
  expect(tree()).toEqual({});
  await release?.();
  expect(ingest('papers.jsonl').status).toBe(0);
});
