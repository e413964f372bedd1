import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLinksFile, readLinksFile, writeLinksFile } from './links-file.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'links-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const load = () => loadLinksFile({ path: dir, shownAs: 'content' });

describe('readLinksFile', () => {
  test.each([
    ['<<<<<<< HEAD', undefined],
    ['[]', undefined],
    ['{ "version": 2, "links": {} }', 'version'],
    ['{ "version": 1, "links": { "javascript:x": {} } }', 'links.javascript:x'],
    [
      '{ "version": 1, "links": { "https://a.example/": { "checked": "today", "state": "dead", "answer": "404" } } }',
      'links.https://a.example/.checked',
    ],
  ])('warns of %j and never fails', (text, field) => {
    const { links, problems } = readLinksFile(text, 'content/links.json');
    expect(links).toBeUndefined();
    expect(problems[0]).toMatchObject({ severity: 'warning', file: 'content/links.json' });
    expect(problems[0]?.field).toBe(field);
    expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
  });
});

describe('loadLinksFile', () => {
  test('finds nothing wrong where there is no report yet', async () => {
    expect(await load()).toEqual({ links: undefined, problems: [] });
  });

  test('warns of a report that cannot be read', async () => {
    mkdirSync(join(dir, 'links.json'));
    expect((await load()).problems[0]).toMatchObject({ severity: 'warning' });
  });

  test('reads what was written, and nothing else is left', async () => {
    const record = { checked: '2026-11-23', state: 'alive', answer: '200' } as const;
    await writeLinksFile(dir, new Map([['https://a.example/', record]]));
    expect(await load()).toEqual({
      links: { version: 1, links: { 'https://a.example/': record } },
      problems: [],
    });
    expect(readdirSync(dir)).toEqual(['links.json']);
  });
});
