import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const SCRIPT = join(import.meta.dirname, 'new.ts');

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'new-'));
  mkdirSync(join(dir, 'paperlight'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const optionsOf = (env: Readonly<Record<string, string>> = {}) => ({
  env: { ...process.env, CONTENT_DIR: 'nowhere', INIT_CWD: join(dir, 'paperlight'), ...env },
});

/** A command as somebody calls it who stands in Paperlight's folder. */
const run = (script: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, script), ...args],
    { encoding: 'utf8', ...optionsOf() },
  );
  return { status, stdout, stderr };
};

const write = (name: string, text: string): void => writeFileSync(join(dir, name), text);
const read = (name: string): string => readFileSync(join(dir, name), 'utf8');
const paper = (title: string): string => `${JSON.stringify({ title, abstract: 'Text.' })}\n`;
const namesIn = (name = '.'): readonly string[] => readdirSync(join(dir, name)).toSorted();

const BEGUN = [
  '.gitattributes',
  '.github',
  '.gitignore',
  '.schemas',
  '.vscode',
  'README.md',
  'examples',
  'site.md',
];

describe('npm run new', () => {
  test('makes a collection of files, in which nothing is wrong', () => {
    write('list.jsonl', paper('First') + paper('Second'));
    const { status, stdout } = run('new.ts', '../my-papers', '../list.jsonl', '--title', 'Réading');
    expect(status).toBe(0);
    expect(stdout).toContain('npm start -- --content ../my-papers\n');
    expect(namesIn('my-papers')).toEqual(
      [...BEGUN, 'ledger.jsonl', 'papers', 'sources'].toSorted(),
    );
    expect(namesIn('my-papers/papers')).toEqual(['first.md', 'second.md']);
    expect(read('my-papers/sources/list.jsonl')).toBe(read('list.jsonl'));
    expect(read('my-papers/site.md')).toContain('\ntitle: Réading\n');
    expect(read('my-papers/papers/first.md')).not.toContain('topics');
    const check = run('check.ts', '--content', '../my-papers');
    expect(check.status).toBe(0);
    // where the site will stand is not known yet
    expect(check.stderr.match(/^\w+: .*$/gm)).toEqual([
      expect.stringMatching(/^warning: \.\.\/my-papers\/site\.md\S* \(address\)$/),
    ]);
  });

  test('makes one of a list of references as a reference manager exports it', () => {
    write('refs.bib', '@article{a, title={Deep {Bees}}, author={M{\\"u}ller, Karl}, year=2019}\n');
    expect(run('new.ts', '../bees', '../refs.bib').status).toBe(0);
    const entry = read('bees/papers/deep-bees.md');
    expect(entry).toContain('title: Deep Bees\n');
    expect(entry).toContain('- name: Karl Müller\n');
    expect(run('new.ts', '../told', '../refs.bib', '--format', 'bibtex').status).toBe(0);
    expect(read('told/papers/deep-bees.md')).toBe(entry);
  });

  test('makes one without papers, and says how to take some in', () => {
    const { status, stdout } = run('new.ts', '../Наші статті/2026');
    expect(status).toBe(0);
    expect(stdout).toContain('npm run ingest -- FILE --content "../Наші статті/2026"\n');
    expect(namesIn('Наші статті/2026')).toEqual(BEGUN);
    expect(read('Наші статті/2026/site.md')).toContain('\ntitle: "2026"\n');
    expect(run('check.ts', '--content', '../Наші статті/2026').status).toBe(0);
  });

  test('is the same as an empty folder that files are taken into later', () => {
    write('list.jsonl', paper('First'));
    run('new.ts', '../one/papers', '../list.jsonl');
    run('new.ts', '../two/papers');
    run('ingest.ts', '../list.jsonl', '--content', '../two/papers');
    const textsOf = (name: string) =>
      readdirSync(join(dir, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name: file }) => join(parentPath, file))
        .toSorted()
        .map((path) => [path.slice(join(dir, name).length), readFileSync(path, 'utf8')]);
    expect(textsOf('one')).toEqual(textsOf('two'));
  });

  test('takes an empty folder, and one in which a repository was just begun', () => {
    mkdirSync(join(dir, 'empty'));
    mkdirSync(join(dir, 'begun/.git'), { recursive: true });
    expect(run('new.ts', '../empty').status).toBe(0);
    expect(namesIn('empty')).toEqual(BEGUN);
    expect(run('new.ts', '../begun').status).toBe(0);
    expect(namesIn('begun')).toEqual(['.git', ...BEGUN].toSorted());
  });

  test('takes single papers that are sound, and fails because of the others', () => {
    write('list.jsonl', `${paper('First')}{broken\n`);
    const { status, stdout, stderr } = run('new.ts', '../my-papers', '../list.jsonl');
    expect(status).toBe(1);
    expect(stderr).toContain('error: ../list.jsonl:2');
    expect(stdout).toContain('npm start');
    expect(namesIn('my-papers/papers')).toEqual(['first.md']);
  });
});

describe('nothing is made or changed', () => {
  beforeEach(() => {
    write('list.jsonl', paper('First'));
    mkdirSync(join(dir, 'full'));
    write('full/notes.txt', 'mine');
  });
  afterEach(() => {
    expect(namesIn()).toEqual(['full', 'list.jsonl', 'paperlight']);
    expect(namesIn('full')).toEqual(['notes.txt']);
    expect(namesIn('paperlight')).toEqual([]);
  });

  test.each([
    ['without a folder', [], 'Name the folder'],
    ['when the folder is not empty', ['../full', '../list.jsonl'], '../full is not empty'],
    ['when the folder is a file', ['../list.jsonl'], '../list.jsonl is a file'],
    ['when the folder is named by a flag', ['--content', '../new'], 'without --content'],
    ['with an empty title', ['../new', '--title', ' \n'], '--title'],
    ['with a repository that is none', ['../new', '--repository', 'git@host:a'], '--repository'],
    ['with an unknown format', ['../new', '../list.jsonl', '--format', 'x'], '--format'],
    ['with a format of no files', ['../new', '--format', 'bibtex'], '--format'],
    ['with an unknown flag', ['../new', '--titel', 'A'], '--titel'],
  ])('%s', (_, args, said) => {
    const { status, stderr } = run('new.ts', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });

  test.each([
    ['a file is missing', '../missing.bib', 'error: ../missing.bib'],
    ['a file is a folder', '../full', 'error: ../full'],
  ])('when %s, though others are good', (_, file, said) => {
    const { status, stderr } = run('new.ts', '../deep/er/new', '../list.jsonl', file);
    expect(status).toBe(1);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('building-');
  });

  test('below a file', () => {
    const { status, stderr } = run('new.ts', '../list.jsonl/new');
    expect([status, stderr]).toEqual([1, expect.stringMatching(/\((?:ENOTDIR|EEXIST)\)/)]);
  });

  test.skipIf(process.platform === 'win32')('when the disk takes no more', () => {
    write('list.jsonl', paper('First '.repeat(100)).repeat(300));
    // no file may have more than 64 kB: those of every collection are smaller, what is taken in is not
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', 'ulimit -f 64; exec "$0" "$@"', process.execPath, SCRIPT, '../new', '../list.jsonl'],
      { encoding: 'utf8', ...optionsOf() },
    );
    expect(status).toBe(1);
    expect(stderr).toContain('error: ../new/sources');
    expect(stderr).not.toContain('building-');
  });

  test('when it is interrupted', async () => {
    write('list.jsonl', Array.from({ length: 3000 }, (_, at) => paper(`Paper ${at}`)).join(''));
    const child = spawn(process.execPath, [SCRIPT, '../new', '../list.jsonl'], {
      ...optionsOf(),
      stdio: 'ignore',
    });
    const ended = new Promise((done) => child.once('close', done));
    const hasBegun = () =>
      namesIn().some(
        (name) => name.startsWith('.new.building-') && existsSync(join(dir, name, 'papers')),
      );
    while (child.exitCode === null && !hasBegun()) await setTimeout(10);
    child.kill('SIGINT');
    expect(await ended).toBe(1);
  });
});
