import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { changeFields } from '../../src/entries/change-fields.ts';
import { readEntry } from '../../src/entries/front-matter.ts';
import { migrateContent } from './migrate-content.ts';
import type { Migration } from './plan-migration.ts';

const nextSchema = z.looseObject({ title: z.string(), venue: z.string().optional() });

/** Version 2 says `venue` where version 1 said `journal`. */
const renameJournal: Migration = {
  from: 1,
  change: ({ kind, file, text }) => {
    const journal = readEntry(text, file, nextSchema).data?.['journal'];
    if (kind !== 'papers' || journal === undefined) return text;
    return changeFields(text, { journal: undefined, venue: journal }, nextSchema);
  },
};

const SITE = '---\n# settings\nschema: 1 # of these entries\ntitle: A\ndescription: B\n---\n';
const PAPER = '---\n# by hand\ntitle: A # as printed\njournal: "B: c"\n# last\n---\n\nText.\n';
const MIGRATED = '---\n# by hand\ntitle: A # as printed\nvenue: "B: c"\n# last\n---\n\nText.\n';

let dir = '';
const write = (name: string, text: string): void => {
  writeFileSync(join(dir, name), text);
};
const read = (name: string): string => readFileSync(join(dir, name), 'utf8');

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'migrate-'));
  mkdirSync(join(dir, 'papers'));
  write('site.md', SITE);
  write('papers/a.md', PAPER);
  write('papers/b.md', '---\ntitle: B\n---\n');
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const migrate = (changes: { newest?: number; dryRun?: boolean } = {}) =>
  migrateContent({
    content: { path: dir, shownAs: 'col' },
    migrations: [renameJournal],
    newest: 2,
    dryRun: false,
    ...changes,
  });

describe('migrateContent', () => {
  test('changes the entries that need it, keeps their comments, and raises the version last', async () => {
    const { from, problems, writes } = await migrate();
    expect({ from, problems }).toEqual({ from: 1, problems: [] });
    expect(writes.map(({ file }) => file)).toEqual(['col/papers/a.md', 'col/site.md']);
    expect(read('papers/a.md')).toBe(MIGRATED);
    expect(read('papers/b.md')).toBe('---\ntitle: B\n---\n');
    expect(read('site.md')).toBe(SITE.replace('schema: 1', 'schema: 2'));
  });

  test('does nothing the second time', async () => {
    await migrate();
    expect((await migrate()).writes).toEqual([]);
    expect(read('papers/a.md')).toBe(MIGRATED);
  });

  test('completes what was cut off', async () => {
    await migrate();
    write('site.md', SITE);
    expect((await migrate()).writes.map(({ file }) => file)).toEqual(['col/site.md']);
    expect(read('papers/a.md')).toBe(MIGRATED);
  });

  test('writes nothing when it is only asked what it would write', async () => {
    expect((await migrate({ dryRun: true })).writes).toHaveLength(2);
    expect([read('papers/a.md'), read('site.md')]).toEqual([PAPER, SITE]);
  });

  test.each([
    ['a newer collection', SITE.replace('schema: 1', 'schema: 3'), '3'],
    ['a collection without a version', SITE.replace(/schema.*\n/, ''), 'nothing'],
    ['settings that cannot be read', '---\n[\n---\n', 'YAML'],
  ])('refuses %s and writes nothing', async (_, site, found) => {
    write('site.md', site);
    const { problems, writes } = await migrate();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]?.found).toContain(found);
    expect(writes).toEqual([]);
    expect(read('papers/a.md')).toBe(PAPER);
  });

  test('writes nothing when an entry is not text', async () => {
    writeFileSync(join(dir, 'papers/c.md'), Buffer.from([0xff]));
    const { problems, writes } = await migrate();
    expect(problems).toMatchObject([{ file: 'col/papers/c.md' }]);
    expect(writes).toEqual([]);
    expect(read('site.md')).toBe(SITE);
  });
});
