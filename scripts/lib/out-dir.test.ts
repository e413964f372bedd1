import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from './cli.ts';
import {
  assertOutDir,
  isOurs,
  markAsOurs,
  moveIntoPlace,
  removeAbandoned,
  stagingDirOf,
} from './out-dir.ts';

let root: string;
let out: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'out-dir-'));
  out = join(root, 'out');
});
afterEach(() => rm(root, { recursive: true }));

const fill = async (dir: string, text: string): Promise<void> => {
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'index.html'), text);
};
const read = (dir: string) => readFile(join(dir, 'index.html'), 'utf8');

describe('assertOutDir', () => {
  it('takes a folder that is absent, empty or of our own making', async () => {
    expect(() => assertOutDir(join(out, 'deeper'), [])).not.toThrow();
    await mkdir(out);
    expect(() => assertOutDir(out, [])).not.toThrow();
    await fill(out, 'old');
    await markAsOurs(out);
    expect(() => assertOutDir(out, [])).not.toThrow();
  });

  it('refuses a folder that somebody else filled, and a file', async () => {
    await fill(out, 'precious');
    expect(() => assertOutDir(out, [])).toThrow(UsageError);
    expect(() => assertOutDir(join(out, 'index.html'), [])).toThrow('it is a file');
  });

  it('refuses a folder that is or contains one to keep, through links as well', async () => {
    const content = join(root, 'content');
    await mkdir(content);
    await symlink(root, join(root, 'link'));
    expect(() => assertOutDir(content, [content])).toThrow(content);
    expect(() => assertOutDir(root, [content])).toThrow(content);
    expect(() => assertOutDir(join(root, 'link/content'), [content])).toThrow(content);
    expect(() => assertOutDir(`${content}2`, [content])).not.toThrow();
    expect(() => assertOutDir(join(root, '..dots'), [content])).not.toThrow();
  });
});

describe('moveIntoPlace', () => {
  it('replaces the old site as a whole', async () => {
    await fill(out, 'old');
    await writeFile(join(out, 'gone.html'), '');
    await fill(stagingDirOf(out), 'new');
    await moveIntoPlace(stagingDirOf(out), out);
    expect(await read(out)).toBe('new');
    expect(await readdir(root)).toEqual(['out']);
    expect(await readdir(out)).toEqual(['index.html']);
  });

  it('leaves the old site when there is nothing to move', async () => {
    await fill(out, 'old');
    await expect(moveIntoPlace(stagingDirOf(out), out)).rejects.toThrow('ENOENT');
    expect(await read(out)).toBe('old');
  });
});

describe('removeAbandoned', () => {
  it('removes what ended builds left and nothing else', async () => {
    const ended = join(root, '.out.building-999999999');
    const running = join(root, `.out.building-${process.ppid}`);
    const foreign = join(root, '.other.building-999999999');
    for (const dir of [ended, `${ended}.old`, running, foreign]) await fill(dir, 'half');
    await removeAbandoned(out);
    expect([ended, `${ended}.old`, running, foreign].map((dir) => existsSync(dir))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('does not mind a folder that is not there yet', async () => {
    await removeAbandoned(join(root, 'none/out'));
    expect(isOurs(join(root, 'none'))).toBe(false);
  });
});
