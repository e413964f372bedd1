import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const FIXTURES = join(import.meta.dirname, '../tests/fixtures/sources');

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ingest-format-'));
  mkdirSync(join(dir, 'col'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const ingest = (...args: readonly string[]) => {
  const command = [join(import.meta.dirname, 'ingest.ts'), '--content', 'col', ...args];
  const options = { encoding: 'utf8', env: { ...process.env, INIT_CWD: dir } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, command, options);
  return { status, stderr, summary: stdout.trimEnd().split('\n').at(-1) };
};

describe('a file of references', () => {
  test.each([
    ['references.bib', 10, 'found-by-reference'],
    ['references.ris', 5, 'an-old-record'],
    ['references.csl.json', 5, 'a-season-in-a-journal'],
  ])('%s gives its papers, and the next run changes nothing', (name, count, id) => {
    cpSync(join(FIXTURES, name), join(dir, name));
    const first = ingest(name);
    expect(first.summary).toContain(`${count} created, 0 updated`);
    expect(first.stderr).toContain(`error: ${name}:`);
    expect(readdirSync(join(dir, 'col/papers'))).toContain(`${id}.md`);
    const before = readdirSync(join(dir, 'col/papers')).map((file) =>
      readFileSync(join(dir, 'col/papers', file), 'utf8'),
    );
    expect(ingest(basename(name)).summary).toContain('0 created, 0 updated');
    expect(ingest().summary).toContain('0 created, 0 updated');
    const after = readdirSync(join(dir, 'col/papers')).map((file) =>
      readFileSync(join(dir, 'col/papers', file), 'utf8'),
    );
    expect(after).toEqual(before);
  });
});

describe('--format', () => {
  test('reads what nobody would recognise, and the copy of it later', () => {
    writeFileSync(join(dir, 'titles'), 'title\nA Table of One Column\n');
    expect(ingest('titles').stderr).toContain('found an unknown format');
    expect(ingest('titles', '--format', 'csv').summary).toContain('1 created');
    expect(readdirSync(join(dir, 'col/sources'))).toEqual(['titles.as-csv.txt']);
    expect(ingest()).toMatchObject({ status: 0, stderr: '' });
  });

  test.each([
    [['--format', 'word', 'a.txt'], 'expected one of acl, arxiv, bibtex'],
    [['--format', 'bibtex'], 'name the files'],
  ])('refuses %j', (args, message) => {
    const { status, stderr } = ingest(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
