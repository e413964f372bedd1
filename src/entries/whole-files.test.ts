import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UNFINISHED, writeWholeFile } from './whole-files.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'whole-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

test('writes texts and bytes, new and in the place of others, many at a time', async () => {
  const names = Array.from({ length: 40 }, (_, index) => join(dir, `${index}.md`));
  await Promise.all(names.map((name) => writeWholeFile(name, `first ${name}`)));
  await Promise.all(names.map((name) => writeWholeFile(name, Buffer.from(name))));
  expect(readdirSync(dir)).toHaveLength(40);
  for (const name of names) expect(readFileSync(name, 'utf8')).toBe(name);
});

test('keeps who may do what, and links as links', async () => {
  const [file, link] = [join(dir, 'a'), join(dir, 'link')];
  writeFileSync(file, 'old');
  chmodSync(file, 0o640);
  symlinkSync(file, link);
  await writeWholeFile(link, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(dir)).toEqual(['a', 'link']);
});

test('leaves nothing behind when it fails, and says where', async () => {
  const path = join(dir, 'folder');
  mkdirSync(join(path, 'inner'), { recursive: true });
  await expect(writeWholeFile(path, 'text')).rejects.toMatchObject({ path });
  expect(readdirSync(dir)).toEqual(['folder']);
});

test('knows its unfinished files, which others are not', () => {
  expect(UNFINISHED.test('.unfinished-12-1')).toBe(true);
  for (const name of ['a.md', '.unfinished', 'x.unfinished-1-1', '.unfinished-1-1.md'])
    expect(UNFINISHED.test(name)).toBe(false);
});
