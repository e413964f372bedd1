import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const SCRIPT = resolve(import.meta.dirname, 'search.ts');
const FIXTURE = resolve(import.meta.dirname, '../tests/fixtures/collection');

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'search-'));
  await writeFile(
    join(dir, 'docs.jsonl'),
    [
      '{"id": 7, "title": "Pruning networks", "abstract": "We prune weights."}',
      '{"id": "x", "title": "Quantization", "abstract": "Few bits for the weights."}',
      'broken',
    ].join('\n'),
  );
  await writeFile(
    join(dir, 'queries.jsonl'),
    [
      '{"id": "one", "text": "pruning weights"}',
      '{"id": 2, "text": "xylophone"}',
      '{"id": 3}',
      `{"id": 4, "text": ${JSON.stringify('__proto__ (.*)+ 🙂 '.repeat(5000))}}`,
      '{"id": 5, "text": ""}',
    ].join('\n'),
  );
});
afterAll(() => rm(dir, { recursive: true }));

type Outcome = { readonly code: number; readonly stdout: string; readonly stderr: string };

const search = (...args: string[]): Promise<Outcome> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      [SCRIPT, ...args],
      { env: { ...process.env, INIT_CWD: dir } },
      (error, stdout, stderr) => done({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

const linesOf = (stdout: string): unknown[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('npm run search', () => {
  test('answers every good question of a file in order, and reports bad lines', async () => {
    const args = ['--queries', 'queries.jsonl', '--docs', 'docs.jsonl', '--json'];
    const { code, stdout, stderr } = await search(...args);
    expect(linesOf(stdout)).toEqual([
      {
        id: 'one',
        results: [
          { id: 7, title: 'Pruning networks', score: expect.any(Number) as number },
          { id: 'x', title: 'Quantization', score: expect.any(Number) as number },
        ],
      },
      { id: 2, results: [] },
      { id: 4, results: [] },
      { id: 5, results: [] },
    ]);
    expect(stderr).toContain('queries.jsonl:3');
    expect(stderr).toContain('docs.jsonl:3');
    expect(code).toBe(1);
  });

  test('lists papers of the collection for people, without colours in a pipe', async () => {
    const { code, stdout } = await search('--content', FIXTURE, '--limit', '2', 'kiln');
    expect(stdout).toMatch(/^ 1\. .*\n {4}[a-z0-9-]+\n 2\. .*\n {4}[a-z0-9-]+\n$/);
    expect(stdout).not.toContain('\u001b');
    expect(code).toBe(0);
  });

  test('says that nothing was found', async () => {
    const { code, stdout } = await search('--content', FIXTURE, 'xylophonists');
    expect(stdout).toBe('No paper has anything of "xylophonists".\n');
    expect(code).toBe(0);
  });

  test('reports a file that is not there', async () => {
    const { code, stdout, stderr } = await search('--queries', 'none.jsonl', '--json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('none.jsonl');
  });

  test.each([
    [],
    ['words', '--queries', 'queries.jsonl'],
    ['words', '--limit', '0'],
    ['--nonsense'],
  ])('explains itself on wrong usage: %o', async (...args) => {
    const { code, stdout, stderr } = await search(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: npm run -s search');
  });
});
