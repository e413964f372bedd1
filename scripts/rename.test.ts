import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rename-'));
  write('a.jsonl', `${JSON.stringify({ title: 'Old Name', abstract: 'A text.', year: 2020 })}\n`);
  run('ingest', 'a.jsonl', '--added', '2026-01-02');
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), text);
};
const read = (name: string): string => readFileSync(join(dir, name), 'utf8');
const papers = (): readonly string[] => readdirSync(join(dir, 'col/papers')).toSorted();

const run = (command: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, `${command}.ts`), '--content', 'col', ...args],
    { encoding: 'utf8', env: { ...process.env, INIT_CWD: dir } },
  );
  return { status, stdout, stderr };
};

describe('a new id', () => {
  test('has the former one as an alias, and all lines of the entry as they were', () => {
    write(
      'col/papers/old-name.md',
      read('col/papers/old-name.md').replace('title:', '# mine\ntitle:'),
    );
    expect(run('rename', 'old-name', 'new-name')).toMatchObject({ status: 0, stderr: '' });
    expect(papers()).toEqual(['new-name.md']);
    expect(read('col/papers/new-name.md')).toBe(
      '---\n# mine\ntitle: Old Name\ndate: "2020"\nadded: "2026-01-02"\naliases:\n  - old-name\n---\n\nA text.\n',
    );
  });

  test('is known to ingest as the paper that it was', () => {
    const ledger = read('col/ledger.jsonl');
    run('rename', 'old-name', 'new-name');
    expect(run('ingest').stdout).toContain('0 created, 0 updated, 1 kept, 0 conflicts');
    expect(read('col/ledger.jsonl')).toBe(ledger);
  });

  test('keeps all former ones, and may be one of them again', () => {
    run('rename', 'old-name', 'b');
    run('rename', 'b', 'c');
    expect(read('col/papers/c.md')).toContain('aliases:\n  - b\n  - old-name\n');
    expect(run('rename', 'c', 'old-name').status).toBe(0);
    expect(read('col/papers/old-name.md')).toContain('aliases:\n  - c\n  - b\n');
    expect(papers()).toEqual(['old-name.md']);
  });

  test('stands in authors.md too', () => {
    const head = '---\npeople:\n  - id: ada\n    name: Ada\n    papers:\n';
    write('col/authors.md', `${head}      - old-name\n---\n\nNotes.\n`);
    run('rename', 'old-name', 'new-name');
    expect(read('col/authors.md')).toBe(`${head}      - new-name\n---\n\nNotes.\n`);
  });

  test('is completed when the command was cut off', () => {
    const before = read('col/papers/old-name.md');
    run('rename', 'old-name', 'new-name');
    const after = read('col/papers/new-name.md');
    write('col/papers/old-name.md', before);
    expect(run('rename', 'old-name', 'new-name').status).toBe(0);
    expect(papers()).toEqual(['new-name.md']);
    expect(read('col/papers/new-name.md')).toBe(after);
  });
});

describe('an entry that is joined to another one', () => {
  test('leaves its id, what the other lacks, and itself as a version', () => {
    write('col/papers/published.md', '---\ntitle: Name\ndate: "2021"\ndoi: 10.1000/1\n---\n');
    write(
      'col/papers/old-name.md',
      read('col/papers/old-name.md').replace('added:', 'arxiv: "2001.00001"\nadded:'),
    );
    expect(run('rename', 'old-name', 'published', '--join').status).toBe(0);
    expect(papers()).toEqual(['published.md']);
    expect(read('col/papers/published.md')).toBe(
      '---\ntitle: Name\ndate: "2021"\ndoi: 10.1000/1\narxiv: "2001.00001"\naliases:\n  - old-name\n' +
        'also:\n  - title: Old Name\n    date: "2020"\n    arxiv: "2001.00001"\n---\n\nA text.\n',
    );
    expect(run('ingest').stdout).toContain('0 created, 0 updated, 1 kept, 0 conflicts');
  });
});

describe('nothing is written', () => {
  test.each([
    ['there is no such entry', ['other', 'new-name'], 1, 'no entry'],
    ['the id is taken', ['old-name', 'taken'], 1, 'an entry of that id'],
    ['the id is a former one of another', ['old-name', 'former'], 1, 'a former id of taken'],
    ['the id is its own', ['old-name', 'old-name'], 1, 'its own id'],
    ['there is nothing to join', ['old-name', 'new-name', '--join'], 1, 'no entry'],
    ['the id is none', ['old-name', 'New Name'], 2, 'is no id'],
    ['an id is missing', ['old-name'], 2, 'Name the old and the new id'],
  ])('when %s', (_, args, status, found) => {
    write('col/papers/taken.md', '---\ntitle: Taken\naliases:\n  - former\n---\n');
    const before = [papers(), read('col/papers/old-name.md')];
    const outcome = run('rename', ...args);
    expect(outcome.status).toBe(status);
    expect(outcome.stderr).toContain(found);
    expect([papers(), read('col/papers/old-name.md')]).toEqual(before);
  });

  test('when the id is that of a paper that was removed', () => {
    write('b.jsonl', `${JSON.stringify({ title: 'Gone' })}\n`);
    run('ingest', 'b.jsonl');
    rmSync(join(dir, 'col/papers/gone.md'));
    run('ingest');
    expect(run('rename', 'old-name', 'gone').stderr).toContain('a paper that was removed');
  });
});
