import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'topics-'));
  write('site.md', '---\nschema: 1\ntitle: S\ndescription: D\n---\n');
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const write = (name: string, text: string): void => {
  const path = join(dir, 'col', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const read = (name: string): string => readFileSync(join(dir, 'col', name), 'utf8');

const run = (script: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, script), '--content', 'col', ...args],
    { encoding: 'utf8', env: { ...process.env, INIT_CWD: dir } },
  );
  return { status, stdout, stderr };
};

const files = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    globSync('**/*.md', { cwd: join(dir, 'col') })
      .toSorted()
      .map((name) => [name, read(name)]),
  );

const paper = (title: string, abstract: string, topics = ''): string =>
  `---\n# by hand\ntitle: ${title}\n${topics}---\n\n${abstract}\n`;

const BEES = 'topics:\n  - bees\n';
const TIDES = 'topics:\n  - tides\n';

/** Bees are known by hives alone, though most of their papers speak of waggle dances. */
const writeCollection = (): void => {
  write(
    'topics/bees.md',
    '---\nname: Bees\nsummary: S\norder: 1\nmatch:\n  # sure\n  - { term: hive, weight: 7 } # good\n---\n\nOf bees.\n',
  );
  write(
    'topics/tides.md',
    '---\nname: Tides\nsummary: S\norder: 2\nmatch:\n  - { term: tide, weight: 7 }\n---\n',
  );
  for (const at of [1, 2, 3, 4]) {
    write(
      `papers/b${at}.md`,
      paper(`Hive number ${at}`, `We watch the waggle dance of foragers in hive ${at}.`, BEES),
    );
    write(
      `papers/t${at}.md`,
      paper(`Tide number ${at}`, `We measure the spring tide at harbour ${at}.`, TIDES),
    );
  }
  for (const at of [1, 2, 3])
    write(
      `papers/free${at}.md`,
      paper(`A waggle dance on windy day ${at}`, `We film the waggle dance of foragers.`),
    );
  write('papers/other.md', paper('Teapots', 'We pour tea without a drop.'));
};

describe('npm run topics', () => {
  test('suggests, and writes nothing', () => {
    writeCollection();
    const before = files();
    const { status, stdout, stderr } = run('topics.ts', '--suggest');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('4 of 12 papers have no topic.');
    expect(stdout).toContain(
      '  Bees (topics/bees.md)\n    waggle dance: files 3, touches no other, is in 4',
    );
    expect(stdout).toContain('      A waggle dance on windy day 1\n');
    expect(stdout).toMatch(/Nothing was written: .*\n$/);
    expect(files()).toEqual(before);
    expect(run('topics.ts').stdout).toBe(stdout);
  });

  test('with --apply adds terms and files papers without a topic, and touches nothing else', () => {
    writeCollection();
    const before = files();
    const { status, stdout } = run('topics.ts', '--apply');
    expect(status).toBe(0);
    expect(stdout).toContain('Added 1 term to 1 topic, wrote 0 new topics, filed 3 papers.');
    const term = '  - { term: waggle dance, weight: 7 }\n';
    const after = files();
    expect(after['topics/bees.md']?.replace(term, '')).toBe(before['topics/bees.md']);
    for (const at of [1, 2, 3])
      expect(after[`papers/free${at}.md`]?.replace(BEES, '')).toBe(before[`papers/free${at}.md`]);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed).toEqual([
      'papers/free1.md',
      'papers/free2.md',
      'papers/free3.md',
      'topics/bees.md',
    ]);
    expect(run('check.ts').status).toBe(0);
    // nothing is left to suggest, and nothing happens twice
    run('topics.ts', '--apply');
    expect(files()).toEqual(after);
  });

  test('leaves a paper without a topic that the terms of today would file', () => {
    writeCollection();
    write('papers/mine.md', paper('My hive', 'We watch a waggle dance in the hive.'));
    const before = read('papers/mine.md');
    expect(run('topics.ts', '--apply').stdout).toContain('filed 3 papers');
    expect(read('papers/mine.md')).toBe(before);
    expect(run('topics.ts', '--file').stdout).toBe('mine: bees\nFiled 1 of 2 papers.\n');
    expect(read('papers/mine.md')).toContain(BEES);
  });

  test('proposes first topics where there are none, and files the papers', () => {
    for (const at of [1, 2, 3, 4]) {
      write(
        `papers/b${at}.md`,
        paper(`Waggle dance ${at}`, 'Foragers return to a hive with pollen from clover.'),
      );
      write(
        `papers/t${at}.md`,
        paper(`Spring tide ${at}`, 'The harbour fills under a moon, and boats rise.'),
      );
    }
    const suggested = run('topics.ts', '--suggest').stdout;
    expect(suggested).toContain('8 of 8 papers have no topic.');
    expect(run('topics.ts', '--apply').stdout).toMatch(/wrote 2 new topics, filed 8 papers\./);
    expect(run('check.ts').stdout).toBe('8 papers, 2 topics, 0 errors, 1 warning\n');
    const topics = new Set(
      [1, 2, 3, 4].map((at) => /topics:\n {2}- (.*)/.exec(read(`papers/b${at}.md`))?.[1]),
    );
    expect(topics.size).toBe(1);
  });

  test('takes only terms, or only topics, when asked to', () => {
    writeCollection();
    const topics = run('topics.ts', '--apply', '--only', 'topics').stdout;
    expect(topics).toContain('Added 0 terms to 0 topics');
    expect(run('topics.ts', '--apply', '--only', 'terms').stdout).toContain('wrote 0 new topics');
  });

  test('refuses a collection with errors, and writes nothing', () => {
    writeCollection();
    write('papers/broken.md', '---\ntite: A\n---\n');
    const before = files();
    const { status, stderr } = run('topics.ts', '--apply');
    expect(status).toBe(1);
    expect(stderr).toContain('error: col/papers/broken.md');
    expect(files()).toEqual(before);
  });

  test.each([[['--only', 'papers']], [['--file', '--apply']], [['--all']]])(
    'refuses %j',
    (args) => {
      expect(run('topics.ts', ...args).status).toBe(2);
    },
  );
});
