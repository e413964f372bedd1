import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from './lib/check-content.ts';

const SCRIPT = join(import.meta.dirname, 'map.ts');
const COLLECTION = join(import.meta.dirname, '../tests/fixtures/collection');

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'map-'));
  cpSync(COLLECTION, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const file = (): string => join(dir, 'map.json');
const read = (): Record<string, readonly [number, number]> =>
  (JSON.parse(readFileSync(file(), 'utf8')) as { places: Record<string, [number, number]> }).places;
const write = (places: Record<string, readonly number[]>): void =>
  writeFileSync(file(), JSON.stringify({ version: 1, places }));

type Outcome = { readonly code: number; readonly stdout: string; readonly stderr: string };

const run = async (...args: readonly string[]): Promise<Outcome> => {
  const call = promisify(execFile)(process.execPath, [SCRIPT, '--content', dir, ...args]);
  return call.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as Outcome,
  );
};

describe('npm run map', () => {
  test('places every paper that readers find, each elsewhere', async () => {
    rmSync(file());
    const { code, stdout } = await run();
    expect(code).toBe(0);
    expect(stdout).toMatch(/map\.json: 38 papers, \d+ laid out anew\n$/);
    const places = Object.values(read());
    expect(places).toHaveLength(38);
    expect(new Set(places.map(String)).size).toBe(38);
  });

  test('moves no paper that has a place, and gives new ones a place', async () => {
    const known = Object.entries(read()).filter(([id]) => id !== 'umbrellas-left-in-trains');
    const rest = { ...Object.fromEntries(known), 'was-here-once': [7, 7] };
    write(rest);
    const { stdout } = await run();
    expect(stdout).toMatch(/, \d+ new\n$/);
    const after = read();
    expect(after).toMatchObject(rest);
    expect(after['umbrellas-left-in-trains']).toHaveLength(2);
  });

  test('writes nothing when there is nothing new', async () => {
    await run();
    const before = statSync(file()).mtimeMs;
    const text = readFileSync(file(), 'utf8');
    const { stdout } = await run();
    expect(stdout).toContain(', 0 new');
    expect(statSync(file()).mtimeMs).toBe(before);
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  test('lays out all papers again when asked, the same for the same seed', async () => {
    write({ 'was-here-once': [7, 7] });
    await run('--anew', '--seed', '5');
    const first = readFileSync(file(), 'utf8');
    expect(read()['was-here-once']).toBeUndefined();
    await run('--anew', '--seed', '6');
    expect(readFileSync(file(), 'utf8')).not.toBe(first);
    await run('--anew', '--seed', '5');
    expect(readFileSync(file(), 'utf8')).toBe(first);
  });

  test('leaves a broken map alone and says what to do, until it is to be made anew', async () => {
    writeFileSync(file(), '{ "version": 1, <<<<<<< HEAD');
    const { code, stderr } = await run();
    expect(code).toBe(1);
    expect(stderr).toContain('--anew');
    expect(readFileSync(file(), 'utf8')).toContain('<<<<<<<');
    expect((await run('--anew')).code).toBe(0);
    expect(Object.keys(read())).toHaveLength(38);
  });

  test.each([['--seed', 'x'], ['--seed', '0'], ['--new']])('refuses %s %s', async (...args) => {
    expect((await run(...args)).code).toBe(2);
  });
});

describe('check', () => {
  const problemsOfMap = async () =>
    (await checkContent(dir)).problems.filter((problem) => problem.file.endsWith('map.json'));

  test('has nothing to say of the map as it is', async () => {
    expect(await problemsOfMap()).toEqual([]);
  });

  test('reports a broken map, and warns of places that no paper has', async () => {
    write({ 'was-here-once': [7, 7] });
    expect(await problemsOfMap()).toMatchObject([{ severity: 'warning' }]);
    write({ 'was-here-once': [7, 70_000] });
    expect(await problemsOfMap()).toMatchObject([
      { severity: 'error', field: 'places.was-here-once.1' },
    ]);
  });
});
