import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';
import type { ExportRecord } from '../../src/domain/export-record.ts';
import { MAX_ENTRIES } from '../../src/domain/feed-entries.ts';
import { testSiteDir } from '../setup/test-sites.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'debian-tools-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const isInstalled = (tool: string): boolean =>
  spawnSync('which', [tool], { stdio: 'ignore' }).status === 0;

const run = (tool: string, ...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(tool, args, {
    encoding: 'utf8',
    env: { ...process.env, HOME: dir },
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(status, stderr).toBe(0);
  return stdout;
};

// pandoc reads RIS from version 3 on
const readsRis = (): boolean =>
  isInstalled('pandoc') &&
  spawnSync('pandoc', ['--list-input-formats'], { encoding: 'utf8' })
    .stdout.split('\n')
    .includes('ris');

type Cited = { readonly id: string; readonly DOI?: string };

// readers that Debian has; where one is not installed, its tests count as skipped
describe.each(['content', 'fixture'] as const)('the site %s, read by', (name) => {
  const site = testSiteDir(name);
  const records = JSON.parse(
    readFileSync(join(site, 'data/papers.json'), 'utf8'),
  ) as readonly ExportRecord[];

  it.skipIf(!isInstalled('pandoc'))('pandoc, has a citation of each paper', () => {
    const cited = JSON.parse(
      run('pandoc', '-f', 'bibtex', '-t', 'csljson', join(site, 'data/papers.bib')),
    ) as readonly Cited[];
    expect(cited.map(({ id }) => id).toSorted()).toEqual(records.map(({ id }) => id).toSorted());
    const dois = (list: readonly (string | undefined)[]) =>
      list.filter((doi) => doi !== undefined).toSorted();
    expect(dois(cited.map(({ DOI }) => DOI))).toEqual(dois(records.map(({ doi }) => doi)));
  });

  it.skipIf(!readsRis())('pandoc, has the RIS records of a topic', () => {
    const topic = records.find(({ topics = [] }) => topics.length > 0)?.topics?.[0] ?? 'none';
    const cited = JSON.parse(
      run('pandoc', '-f', 'ris', '-t', 'csljson', join(site, `data/topics/${topic}.ris`)),
    ) as readonly Cited[];
    const own = records.filter(({ topics = [] }) => topics.includes(topic as never));
    expect(cited.length).toBe(own.length);
  });

  it.skipIf(!isInstalled('jing'))('jing, is Atom', () => {
    const schema = join(PROJECT_DIR, 'tests/fixtures/formats/atom.rng');
    run('jing', schema, join(site, 'feed.xml'));
  });

  it.skipIf(!isInstalled('newsboat'))('newsboat, is a feed of the newest papers', () => {
    const [urls, cache, config] = ['urls', 'cache.db', 'config'].map((file) =>
      join(dir, `${name}-${file}`),
    ) as [string, string, string];
    writeFileSync(urls, `${pathToFileURL(join(site, 'feed.xml')).href}\n`);
    writeFileSync(config, '');
    const said = run(
      'newsboat',
      '-u',
      urls,
      '-c',
      cache,
      '-C',
      config,
      '-x',
      'reload',
      'print-unread',
    );
    const dated = records.filter(({ added }) => added !== undefined).length;
    expect(said).toContain(String(Math.min(MAX_ENTRIES, dated)));
  });

  it.skipIf(!isInstalled('lynx'))('lynx, shows title and abstract of a paper', () => {
    const { id, title } = records.find(({ abstract }) => abstract !== '') ?? { id: '', title: '' };
    const shown = run(
      'lynx',
      '-dump',
      '-nolist',
      '-width=1000',
      join(site, `papers/${id}/index.html`),
    );
    expect(shown.replace(/\s+/g, ' ')).toContain(title);
  });
});
