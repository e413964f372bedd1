import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemReportSchema } from '../src/domain/problem-report.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'check-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), text);
};

const run = (script: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, script), ...args],
    { encoding: 'utf8', env: { ...process.env, INIT_CWD: dir } },
  );
  return { status, stdout, stderr };
};

const SITE = '---\nschema: 1\ntitle: S\ndescription: D\naddress: https://example.org\n---\n';
const PAPER = '---\ntitle: A\ntopics:\n  - light\n---\n';
const TOPIC = '---\nname: Light\nsummary: S\norder: 1\n---\n';

describe('npm run check', () => {
  beforeEach(() => {
    write('col/site.md', SITE);
    write('col/papers/a.md', PAPER);
    write('col/topics/light.md', TOPIC);
  });

  test('says how many entries there are and passes when all is well', () => {
    const ok = { status: 0, stdout: '1 paper, 1 topic, 0 errors, 0 warnings\n', stderr: '' };
    expect(run('check.ts', '--content', 'col')).toEqual(ok);
  });

  test('passes with warnings', () => {
    write('col/papers/b.md', '---\ntitle: B\n---\n');
    const { status, stdout, stderr } = run('check.ts', '--content', 'col');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: '2 papers, 1 topic, 0 errors, 1 warning\n',
    });
    expect(stderr).toContain('warning: col/papers/b.md:1 (topics)');
  });

  test('fails with errors of entries, of references and of the ledger, all at once', () => {
    write('col/papers/b.md', '---\ntite: B\n---\n');
    write('col/papers/c.md', '---\ntitle: C\ntopics: [night]\n---\n');
    const line = { source: 'x', key: 'title:gone', fields: {}, removed: true };
    write(
      'col/ledger.jsonl',
      [
        { id: 'a', ...line, key: 'title:a' },
        { id: 'b', ...line, key: 'title:b' },
        { id: 'gone', ...line },
      ]
        .map((one) => `${JSON.stringify(one)}\n`)
        .join('') + 'damaged\n',
    );
    const { status, stdout, stderr } = run('check.ts', '--content', 'col');
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: '2 papers, 1 topic, 5 errors, 0 warnings\n',
    });
    expect(stderr.match(/^error: .*/gm)).toEqual([
      'error: col/ledger.jsonl:4',
      'error: col/papers/b.md:1 (title)',
      'error: col/papers/b.md:2 (tite)',
      'error: col/papers/c.md:3 (topics.0)',
      'error: col/papers/gone.md',
    ]);
  });

  test('takes the ledger of a large collection, which is longer than any entry', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `former-${index}`);
    const line = { source: 'a-list-of-papers.txt', fields: { title: '0123456789abcdef' } };
    const lines = ids.map((id) => ({ id, ...line, key: `title:${id}`, removed: true }));
    write('col/ledger.jsonl', lines.map((one) => `${JSON.stringify(one)}\n`).join(''));
    write('col/papers/a.md', PAPER.replace('title: A', `title: A\naliases: [${ids.join(', ')}]`));
    const ok = { status: 0, stdout: '1 paper, 1 topic, 0 errors, 0 warnings\n', stderr: '' };
    expect(run('check.ts', '--content', 'col')).toEqual(ok);
  });

  test('sums up warnings of one kind for people, and for nobody else', () => {
    for (let at = 0; at < 13; at += 1) write(`col/papers/p${at}.md`, `---\ntitle: P${at}\n---\n`);
    const { status, stderr } = run('check.ts', '--content', 'col');
    expect(status).toBe(0);
    expect(stderr.match(/found no topic/g)).toHaveLength(10);
    expect(stderr).toContain('… and 3 more warnings of this kind: topics, wanted one to four');
    const json = run('check.ts', '--content', 'col', '--format', 'json');
    expect(problemReportSchema.parse(JSON.parse(json.stdout))).toMatchObject({ warnings: 13 });
  });

  test('does not miss topics where a collection has none', () => {
    rmSync(join(dir, 'col/topics'), { recursive: true });
    write('col/papers/a.md', '---\ntitle: A\n---\n');
    const ok = { status: 0, stdout: '1 paper, 0 topics, 0 errors, 0 warnings\n', stderr: '' };
    expect(run('check.ts', '--content', 'col')).toEqual(ok);
  });

  test('prints one JSON document, which is what its schema says', () => {
    write('col/papers/b.md', '---\ntitle: B\ntopics:\n  - light\n  - night\n---\n');
    write('col/papers/c.md', '---\ntitle: C\n---\n');
    const { status, stdout, stderr } = run('check.ts', '--content', 'col', '--format', 'json');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: '3 papers, 1 topic, 1 error, 1 warning\n',
    });
    expect(problemReportSchema.parse(JSON.parse(stdout))).toMatchObject({
      problems: [
        { severity: 'error', file: 'col/papers/b.md', line: 5, field: 'topics.1' },
        { severity: 'warning', file: 'col/papers/c.md', line: 1, field: 'topics' },
      ],
      errors: 1,
      warnings: 1,
    });
  });

  test('prints workflow commands with paths as the repository knows them', () => {
    mkdirSync(join(dir, 'col/.git'));
    write('col/papers/b.md', '---\ntitle: B\ntopics: [night]\n---\n');
    const { status, stdout } = run('check.ts', '--content', 'col', '--format', 'github');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=papers\/b\.md,line=3,title=topics\.0::Found .*%0A.*\n$/);
  });

  test('refuses a format that it does not know', () => {
    const { status, stdout, stderr } = run('check.ts', '--content', 'col', '--format', 'xml');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('text, json, github');
  });

  test('calls a folder without settings by its name', () => {
    const { status, stderr } = run('check.ts', '--content', 'nowhere');
    expect(status).toBe(1);
    expect(stderr).toContain('error: nowhere/site.md\n');
  });

  test('refuses flags it does not know', () => {
    expect(run('check.ts', '--fix').status).toBe(2);
  });
});

describe('npm run schemas', () => {
  test('writes where it is told to', () => {
    const { status, stdout } = run('schemas.ts', '--out', 'out');
    expect(status).toBe(0);
    expect(stdout.split('\n')).toContain(join('out', 'paper.schema.json'));
  });

  test('does not make a collection of a misspelt name', () => {
    const { status, stderr } = run('schemas.ts', '--content', 'nowhere');
    expect(status).toBe(2);
    expect(stderr).toContain('nowhere');
  });
});

describe('npm run migrate', () => {
  test('has nothing to do for a collection of today', () => {
    write('col/site.md', SITE);
    const { status, stdout } = run('migrate.ts', '--content', 'col');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'The collection follows schema 1 already.\n',
    });
  });

  test('refuses a collection of tomorrow', () => {
    write('col/site.md', SITE.replace('1', '99'));
    const { status, stderr } = run('migrate.ts', '--content', 'col', '--dry-run');
    expect(status).toBe(1);
    expect(stderr).toContain('error: col/site.md (schema)');
  });
});
