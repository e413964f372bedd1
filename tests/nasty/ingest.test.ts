import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
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
import { text as textOf } from 'node:stream/consumers';
import { load } from 'cheerio';
import { HtmlRenderer, Parser } from 'commonmark';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasErrors } from '../../src/domain/problem.ts';
import { loadEntries } from '../../src/entries/entry-files.ts';
import { PAPERS } from '../../src/entries/entry-kinds.ts';
import { readFrame } from '../../src/entries/front-matter.ts';
import { checkContent } from '../../scripts/lib/check-content.ts';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';
import { isHarmless, textsIn } from '../fuzz/promises.ts';
import { TEST_SITES } from '../setup/test-sites.ts';
import { GIANTS } from './giants.ts';

const FILES = join(import.meta.dirname, 'files');
const NAMES = readdirSync(FILES);
/** `npm run fuzz` takes in each of them by itself as well, which takes minutes. */
const IS_FUZZ = process.env['LAW_RUNS'] !== undefined;

// one that takes more than 5 s on a machine of its own is given up here, where others are at work
const PATIENCE_MS = 60_000;

let dir = '';
let collection = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nasty-'));
  collection = join(dir, 'collection');
  mkdirSync(join(collection, 'sources'), { recursive: true });
  mkdirSync(join(dir, 'elsewhere'));
  cpSync(join(TEST_SITES.plain.contentDir, 'site.md'), join(collection, 'site.md'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const ingest = async (...files: readonly string[]) => {
  const child = spawn(
    process.execPath,
    [join(PROJECT_DIR, 'scripts/ingest.ts'), '--content', collection, '--', ...files],
    { env: { ...process.env, INIT_CWD: join(dir, 'elsewhere') }, timeout: PATIENCE_MS },
  );
  const [stdout, stderr, [status]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { stdout, stderr, status };
};

type Outcome = Awaited<ReturnType<typeof ingest>>;

const expectNoCrash = ({ stdout, stderr, status }: Outcome): void => {
  expect([0, 1], stderr.slice(0, 2000)).toContain(status);
  expect(stderr).not.toMatch(/^ {4}at |^Node\.js v/m);
  for (const line of `${stdout}\n${stderr}`.split('\n'))
    if (line.length > 3000 || !isHarmless(line)) expect.fail(JSON.stringify(line.slice(0, 500)));
  // a status of 1 says why
  if (status === 1) expect(stderr).toMatch(/^error: .+\n {2}found .+, wanted .+\n {2}hint: ./m);
};

const isHarmlessLine = (name: string): boolean => isHarmless(name) && !name.includes('\n');

const KNOWN_FILE = /^(?:site\.md|ledger\.jsonl|sources\/[^/]+|papers\/[a-z\d]+(?:-[a-z\d]+)*\.md)$/;
// what a file may not be called on one system or the other
const RESERVED = /\/(?:con|prn|aux|nul|com\d|lpt\d)\.md$/;

/** No file is where none should be; what was given stands where it stood. */
const expectNoStrays = (given: readonly string[]): void => {
  expect(readdirSync(dir).toSorted()).toEqual(['collection', 'elsewhere']);
  expect(readdirSync(join(dir, 'elsewhere')).toSorted()).toEqual(given.toSorted());
  const files = readdirSync(collection, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(collection.length + 1));
  const strays = files.filter((file) => !KNOWN_FILE.test(file) || RESERVED.test(file));
  expect(strays).toEqual([]);
  expect(existsSync(join(PROJECT_DIR, 'pwned'))).toBe(false);
};

/** Whether Markdown shows anything but paragraphs of text. */
const hasMarkup = (markdown: string): boolean =>
  load(new HtmlRenderer().render(new Parser().parse(markdown)))('body :not(p)').length > 0;

/** All entries pass the check, and nothing in them is markup or goes anywhere but to the web. */
const expectSafeEntries = async (): Promise<number> => {
  const { problems } = await checkContent(collection);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { entries, problems: flaws } = await loadEntries(
    { path: collection, shownAs: 'a' },
    PAPERS,
  );
  expect(hasErrors(flaws)).toBe(false);
  for (const { id, entry } of entries) {
    expect(textsIn(entry).filter((one) => !isHarmless(one))).toEqual([]);
    for (const url of [entry.pdf, ...(entry.links ?? []).map((link) => link.url)])
      expect(url ?? 'https:').toMatch(/^https?:/i);
    const frame = readFrame(readFileSync(join(collection, 'papers', `${id}.md`), 'utf8'));
    const body = 'body' in frame ? frame.body : expect.fail(id);
    expect(hasMarkup(body), id).toBe(false);
  }
  return entries.length;
};

const giveFile = (name: string, content: string | Buffer): string => {
  const path = join(dir, 'elsewhere', name);
  writeFileSync(path, content);
  return path;
};

test('all nasty files together give safe entries, and say what is wrong with the others', async () => {
  for (const name of NAMES) cpSync(join(FILES, name), join(collection, 'sources', name));
  const first = await ingest();
  expectNoCrash(first);
  expectNoStrays([]);
  expect(await expectSafeEntries()).toBeGreaterThan(60);
  // every file is named, or gave an entry
  const ledger = readFileSync(join(collection, 'ledger.jsonl'), 'utf8');
  const silent = NAMES.filter((name) => !first.stderr.includes(name) && !ledger.includes(name));
  expect(silent).toEqual([]);
  const again = await ingest();
  expect(again.stdout).toMatch(/^0 created, 0 updated, /m);
}, 120_000);

test('all giants together give safe entries, and say what is wrong with the others', async () => {
  for (const { name, make } of GIANTS) writeFileSync(join(collection, 'sources', name), make());
  const outcome = await ingest();
  expectNoCrash(outcome);
  expectNoStrays([]);
  const ledger = readFileSync(join(collection, 'ledger.jsonl'), 'utf8');
  for (const { name } of GIANTS) expect(outcome.stderr + ledger).toContain(name);
  expect(await expectSafeEntries()).toBeGreaterThan(2);
}, 120_000);

describe.runIf(IS_FUZZ)('by itself each of them gives safe entries or says what is wrong', () => {
  const small = NAMES.map((name) => ({ name, make: () => readFileSync(join(FILES, name)) }));
  test.each([...small, ...GIANTS])(
    '$name',
    { timeout: 2 * PATIENCE_MS },
    async ({ name, make }) => {
      expectNoCrash(await ingest(giveFile(name, make())));
      expectNoStrays([name]);
      await expectSafeEntries();
    },
  );
});

test('whatever a file is called, it stays where it belongs', { timeout: 120_000 }, async () => {
  const names = [
    ...['__proto__', 'constructor', '-rf', '--help', '..x', '...', '.hidden', 'con', 'a b', '~'],
    ...['<script>alert(1)</script>'.replace('/', ''), '\u202etxt.exe', '$(touch pwned)', 'a\nb'],
    ...['\u001b[31m.bib', `${'x'.repeat(240)}.jsonl`, 'é.json', '*', '%2e%2e%2fx', '"\'', '\\x'],
  ];
  for (const [at, name] of names.entries())
    giveFile(name, JSON.stringify({ title: `Paper of file ${at}`, abstract: 'It ends.' }));
  const given = (some: readonly string[]) => some.map((name) => join(dir, 'elsewhere', name));
  const { stderr, status } = await ingest(...given(names));
  expect(status).toBe(1);
  expect(stderr.match(/found a file name with a line break/g)).toHaveLength(3);
  expectNoCrash(await ingest(...given(names.filter(isHarmlessLine))));
  expectNoStrays(names);
  expect(await expectSafeEntries()).toBe(names.length - 3);
  expectNoCrash(await ingest());
  await expectSafeEntries();
});
