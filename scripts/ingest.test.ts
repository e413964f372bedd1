import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const DUMP = join(import.meta.dirname, '../tests/fixtures/sources/dump.txt');

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ingest-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const write = (name: string, text: string | Buffer): void => {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), text);
};
const read = (name: string): string => readFileSync(join(dir, name), 'utf8');

/** Every file below the collection with a hash of its bytes. */
const tree = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(dir, 'col'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()
      .map((path) => [
        path.slice(dir.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );

const ingest = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'ingest.ts'), '--content', 'col', ...args],
    { encoding: 'utf8', env: { ...process.env, INIT_CWD: dir } },
  );
  return { status, stdout, stderr, summary: stdout.trimEnd().split('\n').at(-1) };
};

const jsonLine = (title: string, abstract: string, more: object = {}): string =>
  `${JSON.stringify({ title, abstract, ...more })}\n`;

describe('a first ingest', () => {
  test('makes an entry of every paper, keeps the source as it came, and the ledger', () => {
    const { status, summary, stderr } = ingest(DUMP, '--added', '2026-01-02');
    expect({ status, summary }).toEqual({
      status: 0,
      summary: '15 created, 0 updated, 0 kept, 0 conflicts',
    });
    expect(stderr).toContain('15/15');
    expect(readFileSync(join(dir, 'col/sources/dump.txt'))).toEqual(readFileSync(DUMP));
    expect(readdirSync(join(dir, 'col/papers'))).toHaveLength(15);
    expect(read('col/ledger.jsonl').split('\n')).toHaveLength(16);
    // the kind is a proposal
    const entry = read('col/papers/hyperfree-a-channel-adaptive-and-tuning-free-foundation.md');
    expect(entry.replace(/^kind: .*\n/m, '')).toMatchInlineSnapshot(`
      "---
      title: "HyperFree: A Channel-adaptive and Tuning-free Foundation Model for Hyperspectral Remote Sensing Imagery"
      links:
        - kind: code
          url: https://rsidea.whu.edu.cn/hyperfree.htm
      added: "2026-01-02"
      ---

      Advanced interpretation of hyperspectral remote sensing images benefits many precise Earth observation tasks.
      Recently, visual foundation models have promoted the remote sensing interpretation but concentrating on RGB and multispectral images.
      Due to the varied hyperspectral channels,existing foundation models would face image-by-image tuning situation, imposing great pressure on hardware and time resources.
      In this paper, we propose a tuning-free hyperspectral foundation model called HyperFree, by adapting the existing visual prompt engineering.
      To process varied channel numbers, we design a learned weight dictionary covering full-spectrum from 0.4 ~ 2.5 μm, supporting to build the embedding layer dynamically.
      To make the prompt design more tractable, HyperFree can generate multiple semantic-aware masks for one prompt by treating feature distance as semantic-similarity.
      After pre-training HyperFree on constructed large-scale high-resolution hyperspectral images, HyperFree (1 prompt) has shown comparable results with specialized models (5 shots) on 5 tasks and 11 datasets.Code and dataset are accessible at https://rsidea.whu.edu.cn/hyperfree.htm.
      "
    `);
  });

  test('is followed by others that change nothing', () => {
    ingest(DUMP, '--added', '2026-01-02');
    const before = tree();
    expect(ingest().summary).toBe('0 created, 0 updated, 15 kept, 0 conflicts');
    expect(ingest(DUMP, '--added', '2026-02-03').status).toBe(0);
    expect(ingest('col/sources/dump.txt').status).toBe(0);
    expect(tree()).toEqual(before);
  });

  test('takes today when no day is given', () => {
    const days = [new Date().toISOString().slice(0, 10)];
    write('a.jsonl', jsonLine('A', 'Text.'));
    ingest('a.jsonl');
    days.push(new Date().toISOString().slice(0, 10));
    expect(days.map((day) => `added: "${day}"`)).toContain(
      /added: .*/.exec(read('col/papers/a.md'))?.[0],
    );
  });

  test('reads packed files by their content', () => {
    write(
      'papers.bin',
      gzipSync(jsonLine('A', 'Text.', { venue: 'rss', year: 2019, authors: 'B C; D E' })),
    );
    expect(ingest('papers.bin').status).toBe(0);
    expect(read('col/papers/a.md')).toContain('date: "2019"\ncontainer:\n  name: rss\n');
  });

  test('misses no topics in a collection that has none', () => {
    write('a.jsonl', jsonLine('A', 'Text.'));
    expect(ingest('a.jsonl').stdout).toBe('1 created, 0 updated, 0 kept, 0 conflicts\n');
  });

  test('with a dry run says what it would do and writes nothing', () => {
    mkdirSync(join(dir, 'col'));
    const { status, stdout } = ingest(DUMP, '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain(
      'create analyzing-modern-nvidia-gpu-cores  "Analyzing Modern NVIDIA GPU cores"',
    );
    expect(tree()).toEqual({});
  });

  test('proposes topics by the terms of the topics, and lists papers for which none fits', () => {
    write(
      'col/topics/light.md',
      '---\nname: Light\nsummary: S.\norder: 1\nmatch:\n  - term: photon\n    weight: 10\n---\n',
    );
    write(
      'a.jsonl',
      jsonLine('Photon Counting', 'We count each photon.') + jsonLine('Other', 'Text.'),
    );
    const { stdout } = ingest('a.jsonl');
    expect(read('col/papers/photon-counting.md')).toContain('topics:\n  - light\n');
    expect(stdout).toContain('no topic yet: other  Other\n');
    expect(stdout).not.toContain('no topic yet: photon');
  });
});

test('without sources warns, and makes nothing', () => {
  mkdirSync(join(dir, 'col'));
  const { status, stderr } = ingest();
  expect(status).toBe(0);
  expect(stderr).toContain('warning: col/sources\n  found no sources');
});

describe('bad lines', () => {
  test('are errors, and all the rest is taken', () => {
    write(
      'a.jsonl',
      `${jsonLine('A', 'One.')}oops\n${jsonLine('a!', 'Again.')}${jsonLine('B', 'Two.')}`,
    );
    const { status, stderr, summary } = ingest('a.jsonl');
    expect({ status, summary }).toEqual({
      status: 1,
      summary: '3 created, 0 updated, 0 kept, 0 conflicts',
    });
    expect(stderr).toContain('error: a.jsonl:2');
    expect(stderr).toContain('warning: a.jsonl:3');
  });
});

describe('nothing is written', () => {
  test.each([
    ['is missing', 'missing.txt', undefined, 'no such file'],
    ['is a folder', 'folder', 'folder', 'a folder'],
    ['is empty', 'empty.txt', '', 'an empty file'],
    ['is binary', 'image.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]), 'not text'],
    ['has an unknown format', 'notes.txt', 'Buy milk.\n', 'an unknown format'],
  ])('when a named file %s, though others are good', (_, name, content, found) => {
    mkdirSync(join(dir, 'col'));
    if (content === 'folder') mkdirSync(join(dir, name));
    else if (content !== undefined) write(name, content);
    const { status, stderr } = ingest(DUMP, name);
    expect(status).toBe(1);
    expect(stderr).toContain(
      `error: ${name}\n  found ${found === 'not text' ? 'bytes that are not text' : found}`,
    );
    expect(tree()).toEqual({});
  });

  test.each([
    ['the ledger', 'col/ledger.jsonl', '{"id":'],
    ['an entry', 'col/papers/a.md', '---\ntite: A\n---\n'],
  ])('when %s is damaged', (_, name, content) => {
    write(name, content);
    const before = tree();
    const { status, stderr } = ingest(DUMP);
    expect(status).toBe(1);
    expect(stderr).toContain(`error: ${name}`);
    expect(tree()).toEqual(before);
  });

  test('when conflicts of an entry are to be settled that is not there', () => {
    mkdirSync(join(dir, 'col'));
    const { status, stderr } = ingest(DUMP, '--ours', '--only', 'nobody');
    expect(status).toBe(1);
    expect(stderr).toContain('found the unknown id "nobody"');
    expect(tree()).toEqual({});
  });

  test.each([
    ['--added', 'yesterday'],
    ['--added', '2026-02-30'],
    ['--nonsense'],
    ['--ours', '--theirs'],
    ['--only', 'a'],
  ])('when the call is wrong: %s %s', (...args) => {
    mkdirSync(join(dir, 'col'));
    const { status, stderr } = ingest(DUMP, ...args);
    expect(status).toBe(2);
    expect(stderr).toContain('npm run ingest');
    expect(tree()).toEqual({});
  });
});

describe('the curator', () => {
  const edit = (id: string, from: string, to: string): void => {
    const path = `col/papers/${id}.md`;
    expect(read(path)).toContain(from);
    write(path, read(path).replace(from, to));
  };

  beforeEach(() => {
    write('col/sources/a.jsonl', jsonLine('A', 'Old.', { year: 2020 }) + jsonLine('B', 'Old.'));
    ingest('--added', '2026-01-02');
  });

  test('keeps every edit, down to comments and quotes, while the source changes', () => {
    edit('a', 'title: A', "title: 'A, Edited' # for readers");
    write('col/sources/a.jsonl', jsonLine('A', 'New.', { year: 2021 }) + jsonLine('B', 'Old.'));
    expect(ingest().summary).toBe('0 created, 1 updated, 1 kept, 0 conflicts');
    expect(read('col/papers/a.md')).toBe(
      '---\ntitle: \'A, Edited\' # for readers\ndate: "2021"\nadded: "2026-01-02"\n---\n\nNew.\n',
    );
  });

  test('is told what both changed, and keeps the edit', () => {
    edit('a', 'Old.', 'Mine.');
    write('col/sources/a.jsonl', jsonLine('A', 'New.', { year: 2020 }) + jsonLine('B', 'Old.'));
    const { status, stderr, summary } = ingest();
    expect({ status, summary }).toEqual({
      status: 0,
      summary: '0 created, 0 updated, 2 kept, 1 conflict',
    });
    expect(stderr).toContain('warning: col/papers/a.md (abstract)');
    expect(read('col/papers/a.md')).toContain('Mine.');
  });

  test('settles a conflict for one side or the other, for all entries or for one', () => {
    edit('a', 'Old.', 'Mine.');
    edit('b', 'Old.', 'Mine.');
    write('col/sources/a.jsonl', jsonLine('A', 'New.', { year: 2020 }) + jsonLine('B', 'New.'));
    expect(ingest().stderr).toContain(
      'found "Mine.", but "New." in a.jsonl:1, wanted a field that was changed on one side only',
    );
    expect(ingest('--theirs', '--only', 'a').summary).toBe(
      '0 created, 1 updated, 1 kept, 1 conflict',
    );
    expect(read('col/papers/a.md')).toContain('New.');
    expect(read('col/papers/b.md')).toContain('Mine.');
    expect(ingest('--ours').summary).toBe('0 created, 0 updated, 2 kept, 0 conflicts');
    const before = tree();
    expect(ingest()).toMatchObject({ status: 0, stderr: '' });
    expect(tree()).toEqual(before);
  });

  test('sees in a dry run what would change, field by field, and nothing does', () => {
    edit('a', 'Old.', 'Mine.');
    const authors = 'C D; E F';
    write(
      'b.jsonl',
      jsonLine('A', 'New.', { year: 2021 }) +
        jsonLine('B', 'Old.', { authors }) +
        jsonLine('C', '', { authors, year: 2020, doi: '10.1000/1' }) +
        jsonLine('C', '', { authors, year: 2021, doi: '10.1000/2' }),
    );
    const before = tree();
    const { stdout, status } = ingest('b.jsonl', '--dry-run');
    expect({ status, stdout }).toMatchInlineSnapshot(`
      {
        "status": 0,
        "stdout": "create b-2  "B"
      create c  "C"
      update a
        date      "2020" → "2021"
      join c  as another version: "C", b.jsonl:4
      conflict a
        abstract  "Mine." ≠ "New."
      2 created, 1 updated, 0 kept, 1 conflict, 1 joined
      ",
      }
    `);
    expect(tree()).toEqual(before);
  });

  test('deletes for good', () => {
    rmSync(join(dir, 'col/papers/a.md'));
    expect(ingest().summary).toBe('0 created, 0 updated, 1 kept, 0 conflicts, 1 stay removed');
    expect(readdirSync(join(dir, 'col/papers'))).toEqual(['b.md']);
    expect(read('col/ledger.jsonl')).toMatch(/^\{"id":"a".*"removed":true\}$/m);
  });

  test('finds two files of one name under two names, and the one that was named last in force', () => {
    write('a.jsonl', jsonLine('A', 'New.', { year: 2020 }));
    expect(ingest('a.jsonl').summary).toBe('0 created, 1 updated, 0 kept, 0 conflicts');
    expect(readdirSync(join(dir, 'col/sources'))).toEqual(['a-2.jsonl', 'a.jsonl']);
    expect(read('col/papers/a.md')).toContain('New.');
    const before = tree();
    expect(ingest().summary).toBe('0 created, 0 updated, 2 kept, 0 conflicts');
    ingest('a.jsonl');
    expect(tree()).toEqual(before);
  });
});

test('completes what a killed run left, and clears away its half-written files', () => {
  write('a.jsonl', jsonLine('A', 'One.') + jsonLine('A+', 'Two.') + jsonLine('B', 'Three.'));
  ingest('a.jsonl', '--added', '2026-01-02');
  const whole = tree();
  cpSync(join(dir, 'col/papers/b.md'), join(dir, 'col/papers/b.md.1234567'));
  write('col/sources/.ingest-a.jsonl', 'half');
  rmSync(join(dir, 'col/ledger.jsonl'));
  rmSync(join(dir, 'col/papers/a.md'));
  ingest('a.jsonl', '--added', '2026-01-02');
  expect(tree()).toEqual(whole);
});
