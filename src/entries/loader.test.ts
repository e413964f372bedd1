import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PAPER_SOURCE, SITE_SOURCE, TOPIC_SOURCE } from './entry-sources.ts';
import { entriesLoader } from './loader.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'loader-'));
  mkdirSync(join(dir, 'papers'));
  mkdirSync(join(dir, 'topics'));
  vi.stubEnv('CONTENT_DIR', dir);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true });
});

const write = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};
const paper = (title: string): string => `---\ntitle: ${title}\n---\n`;

/** As much of Astro as a loader touches; HTML is the Markdown between angle brackets. */
const fakeAstro = (watcher?: EventEmitter) => {
  const entries = new Map<string, { id: string; data: Record<string, unknown> }>();
  const meta = new Map<string, string>();
  const said: string[] = [];
  const store = {
    get: (id: string) => entries.get(id),
    set: (entry: { id: string; data: Record<string, unknown> }) => entries.set(entry.id, entry),
    delete: (id: string) => entries.delete(id),
    clear: () => {
      entries.clear();
    },
  };
  const context = {
    store,
    meta,
    watcher: watcher && Object.assign(watcher, { add: () => watcher }),
    config: { root: new URL('file:///nowhere/') },
    parseData: ({ data }: { data: object }) => Promise.resolve(data),
    renderMarkdown: (text: string) => Promise.resolve({ html: `<${text}>` }),
    logger: {
      warn: (text: string) => said.push(`warn ${text}`),
      error: (text: string) => said.push(`error ${text}`),
    },
  } as unknown as LoaderContext;
  const titles = () => [...entries.values()].map(({ data }) => data['title']);
  return { context, entries, said, titles };
};

describe('entriesLoader', () => {
  test('fills the store with what pages need, and forgets what was there', async () => {
    const { context, entries } = fakeAstro();
    const { load } = entriesLoader(PAPER_SOURCE);
    write('papers/a.md', '---\ntitle: A\n---\n\nOne \\*word\\*.\n');
    write('papers/b.md', paper('B'));
    await load(context);
    rmSync(join(dir, 'papers/b.md'));
    await load(context);
    expect([...entries]).toEqual([
      ['a', { id: 'a', data: { id: 'a', title: 'A', abstract: 'One *word*.' } }],
    ]);
  });

  test('renders Markdown, and takes a rule at its beginning for no front matter', async () => {
    const { context, entries } = fakeAstro();
    write('topics/t.md', '---\nname: T\nsummary: S\norder: 1\n---\n\n---\n\nname: *T*\n\n---\n');
    await entriesLoader(TOPIC_SOURCE).load(context);
    const html = String(entries.get('t')?.data['introductionHtml']);
    expect(html).toMatch(/^<\S[^]*\n---\n\nname: \*T\*\n\n--->$/);
    expect(html).not.toMatch(/^<\s*---/);
  });

  test('leaves the store of an empty folder as one that was used, of which Astro does not warn', async () => {
    const { context, entries } = fakeAstro();
    const set = vi.spyOn(context.store, 'set');
    await entriesLoader(PAPER_SOURCE).load(context);
    expect(set).toHaveBeenCalled();
    expect([...entries]).toEqual([]);
  });

  test('stops a build with all problems at once', async () => {
    const { context } = fakeAstro();
    write('papers/a.md', paper('['));
    write('papers/b.md', '---\ntite: B\n---\n');
    await expect(entriesLoader(PAPER_SOURCE).load(context)).rejects.toThrow(
      /papers\/a\.md:[^]*papers\/b\.md:1 \(title\)[^]*papers\/b\.md:2 \(tite\)/,
    );
    await expect(entriesLoader(SITE_SOURCE).load(context)).rejects.toThrow('site.md');
  });

  test('keeps on in a preview with what a broken file said before', async () => {
    const watcher = new EventEmitter();
    const { context, said, titles } = fakeAstro(watcher);
    const path = write('papers/a.md', paper('Before'));
    write('papers/b.md', paper('B'));
    await entriesLoader(PAPER_SOURCE).load(context);

    write('papers/a.md', paper('[broken'));
    watcher.emit('all', 'change', path);
    await vi.waitFor(() => {
      expect(said.join()).toContain('papers/a.md');
    });
    await vi.waitFor(() => {
      expect(titles().toSorted()).toEqual(['B', 'Before']);
    });

    write('papers/a.md', paper('After'));
    watcher.emit('all', 'change', path);
    await vi.waitFor(() => {
      expect(titles()).toEqual(['After', 'B']);
    });
  });

  test('reads again once after many changes, and not at all for the files of others', async () => {
    const watcher = new EventEmitter();
    const { context } = fakeAstro(watcher);
    const loads = vi.fn(PAPER_SOURCE.load);
    await entriesLoader({ ...PAPER_SOURCE, load: loads }).load(context);
    for (const name of ['papers/a.md', 'papers/b.md', 'papers'])
      watcher.emit('all', 'add', join(dir, name));
    await vi.waitFor(() => {
      expect(loads).toHaveBeenCalledTimes(2);
    });
    for (const name of ['site.md', 'topics/t.md', 'papers-old/a.md'])
      watcher.emit('all', 'change', join(dir, name));
    await new Promise((done) => setTimeout(done, 250));
    expect(loads).toHaveBeenCalledTimes(2);
  });

  test('keeps nothing of another content folder', async () => {
    const { context, titles } = fakeAstro(new EventEmitter());
    write('papers/a.md', paper('Other'));
    await entriesLoader(PAPER_SOURCE).load(context);
    const other = mkdtempSync(join(tmpdir(), 'loader-'));
    mkdirSync(join(other, 'papers'));
    writeFileSync(join(other, 'papers/a.md'), paper('['));
    vi.stubEnv('CONTENT_DIR', other);
    await entriesLoader(PAPER_SOURCE).load(context);
    rmSync(other, { recursive: true });
    expect(titles()).toEqual([]);
  });
});
