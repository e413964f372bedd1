import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UsageError } from './cli.ts';
import { makeCollection, type Fill } from './make-collection.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'make-collection-'));
  vi.stubEnv('INIT_CWD', dir);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true });
});

const FILES = [
  { path: 'site.md', text: 'settings' },
  { path: '.github/workflows/publish.yml', text: 'steps' },
];
const keep: Fill = async () => ({ isKept: true, problems: [] });

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), text);
};
/** Every file below the folder with its text. */
const tree = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()
      .map((path) => [path.slice(dir.length + 1), readFileSync(path, 'utf8')]),
  );
const make = (name: string, fill: Fill) => makeCollection(join(dir, name), FILES, fill);

describe('makeCollection', () => {
  test('puts everything in its place when it is whole', async () => {
    const outcome = await make('a/b/new', async (stagingDir) => {
      expect(readdirSync(join(dir, 'a/b'))).not.toContain('new');
      writeFileSync(join(stagingDir, 'more'), 'papers');
      return { isKept: true, problems: [] };
    });
    expect(outcome).toEqual({ isMade: true, problems: [] });
    expect(tree()).toEqual({
      'a/b/new/site.md': 'settings',
      'a/b/new/.github/workflows/publish.yml': 'steps',
      'a/b/new/more': 'papers',
    });
  });

  test('fills a folder in which a repository was begun', async () => {
    write('new/.git/HEAD', 'ref');
    expect((await make('new', keep)).isMade).toBe(true);
    expect(tree()).toMatchObject({ 'new/.git/HEAD': 'ref', 'new/site.md': 'settings' });
    expect(readdirSync(dir)).toEqual(['new']);
  });

  test('leaves nothing when it is not to be kept, not even the folders above', async () => {
    const outcome = await make('a/b/new', async () => ({ isKept: false, problems: [] }));
    expect(outcome.isMade).toBe(false);
    expect(readdirSync(dir)).toEqual([]);
  });

  test('leaves nothing when the system refuses, and says so', async () => {
    const { isMade, problems } = await make('new', async (stagingDir) => {
      readdirSync(join(stagingDir, 'missing'));
      return { isKept: true, problems: [] };
    });
    expect(isMade).toBe(false);
    expect(problems.map(({ file, found }) => [file, found])).toEqual([
      ['new', 'a folder that cannot be made (ENOENT)'],
    ]);
    expect(readdirSync(dir)).toEqual([]);
  });

  test('leaves nothing behind a fault of its own, which it does not hide', async () => {
    const fault = new Error('A fault.');
    await expect(make('a/new', () => Promise.reject(fault))).rejects.toBe(fault);
    expect(readdirSync(dir)).toEqual([]);
  });

  test('leaves alone what somebody put there meanwhile', async () => {
    const made = make('a/new', async () => {
      write('a/new/site.md', 'of somebody else');
      return { isKept: true, problems: [] };
    });
    await expect(made).rejects.toBeInstanceOf(UsageError);
    expect(tree()).toEqual({ 'a/new/site.md': 'of somebody else' });
  });

  test('clears away what killed runs left, and leaves what others are at', async () => {
    write('.new.building-999999999/site.md', 'half');
    write(`.new.building-${process.ppid}/site.md`, 'at work');
    await make('new', keep);
    expect(readdirSync(dir).toSorted()).toEqual([`.new.building-${process.ppid}`, 'new']);
  });
});
