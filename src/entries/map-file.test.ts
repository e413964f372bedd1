import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PaperId } from '../domain/fields.ts';
import { loadMapFile, readMapFile, writeMapFile } from './map-file.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'map-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const load = () => loadMapFile({ path: dir, shownAs: 'content' });

describe('readMapFile', () => {
  test.each([
    ['{ "version": 1, "places": { <<<<<<< HEAD', 'not JSON'],
    ['', 'not JSON'],
    ['[]', 'a list'],
    ['{ "version": 2, "places": {} }', '2'],
  ])('says what is wrong with %j', (text, found) => {
    const { map, problems } = readMapFile(text, 'content/map.json');
    expect(map).toBeUndefined();
    expect(problems[0]).toMatchObject({ severity: 'error', file: 'content/map.json' });
    expect(problems[0]?.found).toContain(found);
  });

  test('names each paper whose place is wrong', () => {
    const text = '{ "version": 1, "places": { "a": [1, 2], "b": [1, "2"], "c": [-1, 5] } }';
    const { problems } = readMapFile(text, 'map.json');
    expect(problems.map(({ field }) => field)).toEqual(['places.b.1', 'places.c.0']);
  });
});

describe('loadMapFile', () => {
  test('finds nothing wrong where there is no map yet', async () => {
    expect(await load()).toEqual({ map: undefined, problems: [] });
  });

  test('reads what was written', async () => {
    await writeMapFile(dir, new Map([['a' as PaperId, { x: 1, y: 2 }]]));
    expect((await load()).map?.places).toEqual({ a: [1, 2] });
    expect(readFileSync(join(dir, 'map.json'), 'utf8')).toMatch(/\n$/);
  });

  test('reports what is no file', async () => {
    mkdirSync(join(dir, 'map.json'));
    expect((await load()).problems[0]?.found).toContain('EISDIR');
    rmSync(join(dir, 'map.json'), { recursive: true });
    writeFileSync(join(dir, 'map.json'), '{');
    expect((await load()).problems).toHaveLength(1);
  });
});
