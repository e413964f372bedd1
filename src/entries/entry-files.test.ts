import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '../domain/problem.ts';
import { entryPath, loadCollection, writeEntryFile } from './entry-files.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'entries-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const SITE = '---\nschema: 1\ntitle: Site\ndescription: About.\n---\n\nWelcome *here*.\n';

const write = (files: Readonly<Record<string, string | Uint8Array>>): void => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
};

const load = () => loadCollection(dir, 'content');
const placesOf = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ severity, file, line }) => [severity, file, line ?? ''].join(' ').trim());

describe('loadCollection', () => {
  test('reads settings, papers, topics and concepts; file names are ids', async () => {
    write({
      'site.md': SITE,
      'papers/b-paper.md': '---\ntitle: B\n---\n\nIt uses \\*stars\\*\nand `code`.\n\nTwo.\n',
      'papers/a-paper.md': '---\ntitle: A\n---\n',
      'topics/light.md': '---\nname: Light\nsummary: All of it.\norder: 1\n---\n\n*Light*.\n',
      'concepts/ray.md': '---\nname: Ray\n---\n\nA line.\n',
    });
    const { collection, problems } = await load();
    expect(problems).toEqual([]);
    expect(collection).toEqual({
      site: {
        schema: 1,
        title: 'Site',
        description: 'About.',
        language: 'en',
        cards: 'auto',
        welcome: 'Welcome *here*.',
      },
      papers: [
        { id: 'a-paper', title: 'A', abstract: '' },
        { id: 'b-paper', title: 'B', abstract: 'It uses *stars* and code.\n\nTwo.' },
      ],
      topics: [
        { id: 'light', name: 'Light', summary: 'All of it.', order: 1, introduction: '*Light*.' },
      ],
      concepts: [{ id: 'ray', name: 'Ray', definition: 'A line.' }],
      knownAuthors: [],
    });
  });

  test('reads what is known of authors, or says what is wrong with it', async () => {
    const person = 'people:\n  - id: ada-quayle\n    name: Ada Quayle\n';
    write({ 'site.md': SITE, 'authors.md': `---\n${person}---\n` });
    expect(await load()).toMatchObject({
      collection: { knownAuthors: [{ id: 'ada-quayle', name: 'Ada Quayle' }] },
      problems: [],
    });

    write({ 'authors.md': `---\n${person}    orcid: 0000-0000-0000-0010\n    fame: much\n---\n` });
    const { problems } = await load();
    expect(problems.map(({ file, line, field }) => [file, line, field])).toEqual([
      ['content/authors.md', 5, 'people.0.orcid'],
      ['content/authors.md', 6, 'people.0.fame'],
    ]);
  });

  test('needs settings only', async () => {
    write({ 'site.md': SITE });
    expect(await load()).toMatchObject({ collection: { papers: [] }, problems: [] });
  });

  test('says what to do when there are no settings, and reads all the rest', async () => {
    write({ 'papers/a.md': '---\ntitle: [\n---\n' });
    const { collection, problems } = await load();
    expect(collection).toBeUndefined();
    expect(placesOf(problems)).toEqual(['error content/site.md', 'error content/papers/a.md 2']);
    expect(problems[0]?.hint).toContain('--content');
  });

  test('takes a folder that is not there for one without settings', async () => {
    rmSync(dir, { recursive: true });
    expect(placesOf((await load()).problems)).toEqual(['error content/site.md']);
    mkdirSync(dir);
  });

  test('reports every file that is no entry and keeps the good ones', async () => {
    write({
      'site.md': SITE,
      'papers/good.md': '---\ntitle: Good\n---\n',
      'papers/latin.md': Buffer.from('---\ntitle: a\n---\n\ncaf\xe9\n', 'latin1'),
      'papers/large.md': `---\ntitle: a\n---\n${'x'.repeat(1_000_000)}`,
      'papers/Upper Case.md': '---\ntitle: a\n---\n',
      'papers/bad.md': '---\ntite: a\n---\n',
      'papers/folder.md/x': '',
      'papers/notes.txt': 'no entry',
      'papers/.hidden': 'not looked at',
      topics: 'a file',
    });
    const { collection, broken, problems } = await load();
    expect(collection?.papers.map(({ id }) => id)).toEqual(['good']);
    expect(broken.papers).toEqual(['bad', 'folder', 'large', 'latin']);
    expect(placesOf(problems).toSorted()).toEqual([
      'error content/papers/Upper Case.md',
      'error content/papers/bad.md 1',
      'error content/papers/bad.md 2',
      'error content/papers/folder.md',
      'error content/papers/large.md',
      'error content/papers/latin.md 5',
      'error content/topics',
      'warning content/papers/notes.txt',
    ]);
  });

  test('leaves out characters that no text means to contain and says so', async () => {
    write({ 'site.md': SITE, 'papers/a.md': '---\ntitle: A\n---\n\nbe\u0000ll \u0007\u0007\n' });
    const { collection, problems } = await load();
    expect(collection?.papers[0]?.abstract).toBe('bell');
    expect(placesOf(problems)).toEqual([
      'warning content/papers/a.md',
      'warning content/papers/a.md',
    ]);
    expect(problems.map(({ found }) => found)).toEqual(['NUL (1)', 'control character (2)']);
  });
});

test('writeEntryFile leaves the entry and nothing else', async () => {
  write({ 'papers/a.md': 'before' });
  const path = entryPath(dir, 'papers', 'a');
  await writeEntryFile(path, 'after');
  expect(readFileSync(path, 'utf8')).toBe('after');
  expect(readdirSync(dirname(path))).toEqual(['a.md']);
});
